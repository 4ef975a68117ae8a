import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Source } from '../../source/source.ts';
import type { CheckReport } from '../../views/formats/report.ts';
import type { World } from '../../world.ts';
import { folderOf, type Input } from '../command.ts';
import { versionOf } from '../version.ts';
import { outputs } from './outputs.ts';
import type { CheckRequest } from './request.ts';

/** What was found in one workspace or in many. */
export interface Seen {
  readonly files: number;
  readonly found: readonly Diagnostic[];
  readonly suppressed: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly baseline: CheckReport['baseline'];
}

type Written = Exclude<ReturnType<typeof outputs>, { readonly refusal: Outcome }>;

/** What was found, in every format that was asked for. @param root the folder that the findings' paths start from */
export function reported(
  world: World,
  input: Input,
  request: CheckRequest,
  root: string,
  { files, found, suppressed, sources, baseline }: Seen,
): ReturnType<typeof outputs> {
  const { level, on, failOn, targets } = request;
  const { width } = world.terminal;
  const shared = { level, on, failOn, version: versionOf(world), width };
  return outputs(world, {
    folder: folderOf(world, input),
    root,
    targets,
    taken: request.baseline === null ? [] : [request.baseline.path],
    report: { ...shared, files, diagnostics: found, suppressed, sources, baseline },
  });
}

/** The outcome of a check: what is printed, and what is written. */
export function settled({ report, files }: Written, root: string, exit: 0 | 1): Outcome {
  return { exit, report, ...(files.length === 0 ? {} : { changes: { into: root, files, replace: true } }) };
}
