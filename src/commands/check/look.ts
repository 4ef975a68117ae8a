import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Listing } from '../../model/listing.ts';
import type { Outcome } from '../../model/outcome.ts';
import { diagnosis } from '../../rules/run.ts';
import type { Source } from '../../source/source.ts';
import type { Assembly } from '../../workspace/assemble.ts';
import type { Reader } from '../../workspace/read-file.ts';
import type { World } from '../../world.ts';
import { assembleWith } from '../load.ts';
import { againstBaseline } from './baseline.ts';
import { reachedBy } from './changed.ts';
import type { CheckRequest } from './request.ts';

/** What a check looks at. */
export interface View {
  readonly root: string;
  readonly request: CheckRequest;
  /** Whether the paths of the command line cover a file. */
  readonly covers: (file: string) => boolean;
  /** The files that changed; null where all count. */
  readonly changed: readonly string[] | null;
  readonly read: Reader;
}

/** What it sees: what was asked for, held against the baseline. */
export interface Look {
  readonly assembly: Assembly;
  readonly sources: ReadonlyMap<string, Source>;
  /** Whether a finding is asked for. */
  readonly isShown: (finding: { readonly file: string; readonly rule: string }) => boolean;
  /** How many files were asked for. */
  readonly files: number;
  readonly held: Exclude<ReturnType<typeof againstBaseline>, { readonly refusal: Outcome }>;
  readonly found: readonly Diagnostic[];
  readonly suppressed: readonly Diagnostic[];
}

/** Looks at a workspace as it is listed. */
export function look(world: World, view: View, listing: Listing): Look | { readonly refusal: Outcome } {
  const { root, request, covers, changed, read } = view;
  const { level, on, concerns } = request;
  const assembly = assembleWith(world, listing, read);
  const { sources } = assembly.state === 'ready' ? assembly.workspace : assembly;
  const isReached = reachedBy(changed, assembly, on);
  const isShown: Look['isShown'] = ({ file, rule }) => covers(file) && isReached(file) && concerns(rule);
  const { found, suppressed } = diagnosis(assembly, { level, on });
  const held = againstBaseline(world, { request, root, found: found.filter(isShown), isShown });
  if ('refusal' in held) return held;
  return {
    assembly,
    sources,
    isShown,
    files: [...sources.keys()].filter((file) => covers(file) && isReached(file)).length,
    held,
    found: held.found,
    suppressed: suppressed.filter(isShown),
  };
}
