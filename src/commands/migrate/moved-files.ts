import type { SummaryFile } from '../../model/files.generated.ts';
import { type Known, seen } from '../../model/known.ts';
import type { Outcome } from '../../model/outcome.ts';
import { type SchoolYear, schoolYearOf } from '../../model/school-year.ts';
import type { Part } from '../../source/edit.ts';
import { isSame } from '../../source/edit-data.ts';
import { editionOfGrid } from '../../workspace/carried.ts';
import { pathOf, WORKSPACE_FILE } from '../../workspace/layout.ts';
import { decisionsOn } from '../../workspace/select.ts';
import type { TextChange } from '../change.ts';
import { moveAudit, moveGrid } from './judged-files.ts';
import { movedList } from './moves.ts';
import type { Moving } from './moving.ts';
import { type Edit, edited } from './text-changes.ts';

/** What a move changes, and the files that name only what ends with the edition: they take a person. */
export interface Moved {
  readonly changes: readonly TextChange[];
  readonly left: readonly string[];
}

/** Everything that a move changes in the files of a workspace, or why it can’t. @param settings what changes in lem.yaml */
export function movedFiles(moving: Moving, settings: readonly Part[]): Moved | { readonly refusal: Outcome } {
  const { workspace } = moving;
  const left: string[] = [];
  const edits: (readonly [file: string, edits: readonly Edit[]])[] = [[WORKSPACE_FILE, [{ parts: settings }]]];
  for (const [year, audits] of workspace.audits) {
    for (const [element, audit] of audits) {
      const value = seen(audit);
      if (value !== null) edits.push([audit.file, moveAudit(moving, year, element, value)]);
    }
  }
  for (const [year, grid] of workspace.grids) {
    const value = seen(grid);
    if (value !== null) edits.push([grid.file, moveGrid(moving, year, editionOfGrid(workspace, year), value)]);
  }
  const naming = [
    ...[...workspace.actions.values()].map((known) => [known.file, seen(known)] as const),
    ...[...workspace.evidence.values()].map((known) => [known.file, seen(known)] as const),
  ];
  for (const [file, value] of naming) {
    const parts = listParts(moving, [], value ?? {});
    if (parts === null) left.push(file);
    else edits.push([file, [{ parts }]]);
  }
  edits.push([workspace.awards.file, [{ parts: awardParts(moving) }]]);
  const booked = seen(workspace.calendar)?.visits ?? [];
  const visits = booked.map((visit, index) => listParts(moving, ['visits', index], visit));
  if (visits.includes(null)) left.push(workspace.calendar.file);
  edits.push([workspace.calendar.file, [{ parts: visits.flatMap((parts) => parts ?? []) }]]);
  const changes: TextChange[] = [];
  for (const [file, of] of edits) {
    if (of.every((edit) => 'parts' in edit && edit.parts.length === 0)) continue;
    const change = edited(moving, file, of);
    if ('refusal' in change) return change;
    changes.push(change);
  }
  for (const [year, summaries] of workspace.summaries) {
    for (const [strand, summary] of summaries) {
      const moved = moveSummary(moving, year, strand, summary);
      if ('refusal' in moved) return moved;
      changes.push(...moved);
    }
  }
  return { changes: changes.filter(({ before, after, removed }) => removed || before !== after), left };
}

/** The strands and elements that something names; null where all of them end. */
function listParts(
  { moves }: Moving,
  path: readonly (string | number)[],
  { strands, elements }: { readonly strands?: readonly string[]; readonly elements?: readonly string[] },
): readonly Part[] | null {
  const lists = [['strands', strands, moves.strands] as const, ['elements', elements, moves.elements] as const];
  const parts: Part[] = [];
  for (const [key, list, move] of lists) {
    const after = movedList(list ?? [], move);
    if (list === undefined || isSame(list, after)) continue;
    if (after.length === 0) return null;
    parts.push({ path: [...path, key], value: after });
  }
  return parts;
}

/** Decisions keep the words they were made in, and note whose they are. */
function awardParts({ workspace, from, to }: Moving): readonly Part[] {
  return (seen(workspace.awards)?.visits ?? []).flatMap((visit, index): readonly Part[] => {
    const speaks =
      visit.decisions !== undefined ||
      visit.because !== undefined ||
      visit.recommendations?.some(({ strand }) => strand !== undefined);
    return from !== to && visit.edition === undefined && speaks
      ? [{ path: ['visits', index, 'edition'], value: from }]
      : [];
  });
}

/**
 * A summary that has been decided on stays as it was sent, and notes its edition; so does one whose strand is joined,
 * split or ends. One still to be decided goes on under the strand's new name.
 */
function moveSummary(
  moving: Moving,
  year: SchoolYear,
  strand: string,
  summary: Known<SummaryFile>,
): readonly TextChange[] | { readonly refusal: Outcome } {
  const { workspace, moves, from, on, programme } = moving;
  const value = seen(summary);
  const to = moves.renamed(strand);
  if (value === null || value.edition !== undefined || to === strand) return [];
  const { starts } = programme.file.schoolYear;
  const isDecided = decisionsOn(workspace, strand, on).some(({ date }) => schoolYearOf(date, starts) >= year);
  const isTaken = to !== null && workspace.summaries.get(year)?.has(to) === true;
  if (to === null || isDecided || isTaken) {
    const change = edited(moving, summary.file, [{ parts: [{ path: ['edition'], value: from }] }]);
    return 'refusal' in change ? change : [change];
  }
  const change = edited(moving, summary.file, [{ parts: [{ path: ['strand'], value: to }] }]);
  if ('refusal' in change) return change;
  const { before, after } = change;
  return [
    { path: pathOf.summary(year, to), before: null, after },
    { path: summary.file, before, after: '', removed: true },
  ];
}
