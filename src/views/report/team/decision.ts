import type { BadgeFacts } from '../../../facts/eligibility.ts';
import { type IsoDate, inWords } from '../../../model/calendar.ts';
import { seen } from '../../../model/known.ts';
import { schemaAt } from '../../../source/schema-at.ts';
import { carried } from '../../../workspace/carried.ts';
import type { Workspace } from '../../../workspace/workspace.ts';

/** What the visit can decide of a strand; none at an advisory visit. */
export function decisionsShown(strand: string, { state }: BadgeFacts, isDeciding: boolean): readonly string[] {
  if (!isDeciding) return [];
  const words = schemaAt('awards', ['visits', 0, 'decisions', strand])?.enum ?? [];
  // Only what is held can be taken back.
  return words.filter((word) => word !== 'withdrawn' || state === 'held').map(titleOf);
}

/** What earlier visits recommended for a strand, latest first. */
export function adviceShown(
  workspace: Workspace,
  strand: string,
  on: IsoDate,
): readonly { readonly date: string; readonly text: string }[] {
  return [...(seen(carried(workspace).awards)?.visits ?? [])]
    .filter(({ date }) => date < on)
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .flatMap(({ date, recommendations = [] }) =>
      recommendations
        .filter((each) => each.strand === undefined || each.strand === strand)
        .map(({ text }) => ({ date: inWords(date), text })),
    );
}

function titleOf(word: string): string {
  const words = word.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
