import { type Block, err, run } from '../../model/block.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type FileChange, type Outcome, unusable } from '../../model/outcome.ts';
import { type Baseline, baselineOf, baselineText, type Held, holdAgainst, readBaseline } from '../../rules/baseline.ts';
import type { World } from '../../world.ts';
import { versionOf } from '../version.ts';
import type { BaselineRequest, CheckRequest } from './request.ts';
import { unfitToWrite } from './unfit.ts';

/** What is left of the findings, with what to print and write besides. */
interface Kept {
  readonly found: readonly Diagnostic[];
  /** Null without a baseline. */
  readonly summary: Pick<Held, 'accepted' | 'gone'> | null;
  readonly report: readonly Block[];
  readonly files: readonly FileChange[];
}

/** Holds findings against the baseline that was asked for; with `--update-baseline`, against one made of themselves. */
export function againstBaseline(
  world: World,
  {
    request: { baseline: asked },
    root,
    found,
    isShown,
  }: {
    readonly request: CheckRequest;
    readonly root: string;
    readonly found: readonly Diagnostic[];
    readonly isShown: (finding: Pick<Diagnostic, 'file' | 'rule'>) => boolean;
  },
): Kept | { readonly refusal: Outcome } {
  if (asked === null) return { found, summary: null, report: [], files: [] };
  const read = readAt(world, asked);
  if ('refusal' in read) return read;
  if (!asked.update) {
    const { found: fresh, ...summary } = holdAgainst(read.baseline.filter(isShown), found);
    return { found: fresh, summary, report: [], files: [] };
  }
  const unfit = unfitToWrite(world, root, asked.path, asked.shown);
  if (unfit !== null) return { refusal: unfit };
  const baseline = baselineOf(found);
  const { found: left, ...summary } = holdAgainst(baseline, found);
  const refused = left.length === 0 ? '' : `; ${left.length} can’t be`;
  const said = `${asked.shown}: ${summary.accepted} ${summary.accepted === 1 ? 'finding' : 'findings'} accepted${refused}`;
  return {
    found: left,
    summary,
    report: [err([run('✓ ', 'good'), said])],
    files: [{ path: asked.path, content: baselineText(baseline, versionOf(world)), anywhere: true }],
  };
}

type Read = { readonly baseline: Baseline } | { readonly refusal: Outcome };

/** The baseline as it is. Where it is about to be written anew there may be none, but nothing else may stand there. */
function readAt(world: World, { path, shown, update }: BaselineRequest): Read {
  const there = world.files.readText(path);
  if (there === null && update) return { baseline: [] };
  if (there === null)
    return { refusal: unusable(`There is no baseline ${shown}.`, 'Write it with --update-baseline.') };
  if (there.kind === 'bad') return { refusal: unusable(`${shown} can’t be read.`, there.hint) };
  const read = readBaseline(there.text);
  return 'fault' in read ? { refusal: unusable(`${shown} ${read.fault}.`, read.hint) } : read;
}
