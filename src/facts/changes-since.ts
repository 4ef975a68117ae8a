import type { IsoDate } from '../model/calendar.ts';
import { type Known, seen } from '../model/known.ts';
import { carried } from '../workspace/carried.ts';
import { actionsFor } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Something that the files give a date of. */
export interface Change {
  readonly date: IsoDate;
  readonly kind:
    | 'audit'
    | 'grid'
    | 'action-begun'
    | 'action-complete'
    | 'evidence'
    | 'evidence-reviewed'
    | 'meeting'
    | 'summary-signed';
  /** The element, school year, action or evidence item; who signed. Empty for a meeting. */
  readonly id: string;
}

/** What changed, and what may have in files that can’t be read. */
export interface Changes {
  /** Oldest first. */
  readonly changes: readonly Change[];
  readonly unreadable: readonly string[];
}

/**
 * What changed for a strand after one day up to another, by the dates in the files: what has none is not told of.
 * @param since this day itself is before the change
 */
export function changesSince(workspace: Workspace, strand: string, since: IsoDate, on: IsoDate): Changes {
  const { audits, grids, summaries } = carried(workspace);
  const { actions, unreadable } = actionsFor(workspace, strand);
  const evidence = [...workspace.evidence];
  const signed = [...summaries.values()].flatMap((files) => files.get(strand) ?? []);
  const all: readonly (Omit<Change, 'date'> & { readonly date: IsoDate | undefined })[] = [
    ...[...audits.values()].flatMap((files) =>
      [...files].map(([id, audit]) => ({ kind: 'audit', id, date: seen(audit)?.completed }) as const),
    ),
    ...[...grids].map(([id, grid]) => ({ kind: 'grid', id, date: seen(grid)?.completed }) as const),
    ...actions.flatMap(
      ({ id, action }) =>
        [
          { kind: 'action-begun', id, date: action.status === 'planned' ? undefined : action.start },
          { kind: 'action-complete', id, date: action.completed },
        ] as const,
    ),
    ...evidence.flatMap(([id, known]) => {
      const item = seen(known);
      if (!item?.strands?.includes(strand)) return [];
      return [
        { kind: 'evidence', id, date: item.date },
        { kind: 'evidence-reviewed', id, date: item.reviewed?.on },
      ] as const;
    }),
    ...(seen(workspace.referenceGroup)?.meetings ?? []).map(({ date }) => ({ kind: 'meeting', id: '', date }) as const),
    ...signed.flatMap((summary) =>
      (seen(summary)?.signed ?? []).map(({ by, on: date }) => ({ kind: 'summary-signed', id: by, date }) as const),
    ),
  ];
  const files: readonly Known<unknown>[] = [
    ...[...audits.values()].flatMap((year) => [...year.values()]),
    ...grids.values(),
    ...evidence.map(([, known]) => known),
    ...signed,
    workspace.referenceGroup,
  ];
  return {
    changes: all
      .flatMap(({ date, ...rest }) => (date !== undefined && date > since && date <= on ? [{ ...rest, date }] : []))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    unreadable: [...unreadable, ...files.filter(({ state }) => state === 'unreadable').map(({ file }) => file)].sort(),
  };
}
