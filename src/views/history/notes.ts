import { count } from '../../facts/requirements/requirement.ts';
import type { IsoDate } from '../../model/calendar.ts';
import { type Moment, type Note, programmeChange, shortId } from '../history.ts';

/** How many of a kind are told one by one. */
const MOST = 5;

/** A commit whose own date can't be true, and the day on which it counts. */
export interface DoubtfulDate {
  readonly commit: string;
  readonly dated: IsoDate | null;
  readonly on: IsoDate;
}

/** A commit that moved the workspace. */
export interface Move {
  /** Its short id and its day. */
  readonly commit: string;
  readonly from: string;
  readonly to: string;
}

/** Commits whose date was set back, or is still to come. */
export function dateNotes(commits: readonly DoubtfulDate[], today: IsoDate): readonly Note[] {
  const notes = commits.slice(0, MOST).map(({ commit, dated, on }): string => {
    const says =
      dated === null
        ? 'has no date of the calendar'
        : dated > today
          ? `is dated ${dated}, after today`
          : `is dated ${dated}, before a commit it builds on`;
    const why = dated === null ? '' : ': its date was set, or a clock was wrong';
    return `${shortId(commit)} ${says}${why}. It counts on ${on}.`;
  });
  const more = commits.length - notes.length;
  return [...notes, ...(more > 0 ? [`So ${more === 1 ? 'is one more' : `are ${more} more`}: see --json.`] : [])].map(
    (message): Note => ({ kind: 'date-not-true', message }),
  );
}

/** What could not be read, and where: a fault that goes on is told once. */
export function faultNotes(moments: readonly Moment[]): readonly Note[] {
  const faults = new Map<string, { readonly from: string; to: string }>();
  for (const { label, commit, faults: own } of moments) {
    const at = commit === null || label.length > 7 ? label : `${label} (${shortId(commit)})`;
    for (const fault of own) {
      const known = faults.get(fault);
      if (known === undefined) faults.set(fault, { from: at, to: at });
      else known.to = at;
    }
  }
  const notes = [...faults].slice(0, MOST).map(([fault, { from, to }]) => {
    const when = from === to ? from : `${from} to ${to}`;
    return `${when}: ${fault}`;
  });
  const more = faults.size - notes.length;
  return [...notes, ...(more > 0 ? [`${count(more, 'other fault')}: see --json.`] : [])].map(
    (message): Note => ({ kind: 'unreadable', message }),
  );
}

/** Where the workspace lay before. */
export function moveNotes(moves: readonly Move[]): readonly Note[] {
  return moves.slice(-MOST).map(({ commit, from, to }) => ({
    kind: 'moved',
    message: `${commit} moved the workspace from ${shown(from)} to ${shown(to)}.`,
  }));
}

function shown(folder: string): string {
  return folder === '' ? 'the top of the repository' : folder;
}

/** The programmes that followed one another. */
export function programmeNotes(moments: readonly Moment[]): readonly Note[] {
  const known = moments.filter(({ programme }) => programme !== null);
  return known.flatMap(({ label, programme }, index): readonly Note[] => {
    const change = programmeChange(known[index - 1]?.programme ?? null, programme);
    return change === null ? [] : [{ kind: 'programme-changed', message: `${label}: ${change}.` }];
  });
}

/** What has changed and is not committed. */
export function uncommittedNote({
  files,
  untold,
}: {
  readonly files: number;
  readonly untold: string | null;
}): readonly Note[] {
  if (untold !== null)
    return [{ kind: 'not-committed', message: `It can’t be told whether everything is committed. ${untold}` }];
  if (files === 0) return [];
  const message = `${count(files, 'file has', 'files have')} changed and ${files === 1 ? 'is' : 'are'} not committed.`;
  return [{ kind: 'not-committed', message }];
}
