import type { Standing } from '../facts/history.ts';
import type { IsoDate } from '../model/calendar.ts';
import type { Programme } from '../model/programme.ts';

/** A point in time with where the school stood there. */
export interface Moment {
  /** `2026-03-14`, `2026-03`, `2025-26 spring`, or `now` for what is not committed. */
  readonly label: string;
  /** The commit it is judged by; null for what is not committed. */
  readonly commit: string | null;
  /** The day as on which it is judged. */
  readonly on: IsoDate;
  /** The day the commit itself gives, by the clock of who committed it; null where that is no date. */
  readonly dated: IsoDate | null;
  /** Its own date can't be true. */
  readonly isDoubtful: boolean;
  /** The workspace's folder in the repository; null where there was none. */
  readonly folder: string | null;
  /** The programme it worked to then; null where that can't be told. */
  readonly programme: Programme | null;
  readonly standing: Standing | null;
  /** What can't be read, and why. */
  readonly faults: readonly string[];
}

/** What is to be said about a history besides. */
export interface Note {
  readonly kind:
    | 'shallow'
    | 'older-left-out'
    | 'date-not-true'
    | 'unreadable'
    | 'moved'
    | 'other-school'
    | 'programme-changed'
    | 'not-committed'
    | 'nothing';
  readonly message: string;
}

/** A history as it is shown. */
export interface HistoryView {
  readonly school: string;
  readonly by: 'commit' | 'month' | 'term';
  readonly today: IsoDate;
  /** The strand asked about, by its latest id; null for all. */
  readonly strand: string | null;
  /** Oldest first. */
  readonly moments: readonly Moment[];
  readonly notes: readonly Note[];
}

/** The beginning of a commit's id, by which git knows it. */
export function shortId(commit: string): string {
  return commit.slice(0, 8);
}

/** Where a programme differs from the one before: another edition, or another text of the same. */
export function programmeChange(before: Programme | null, programme: Programme | null): string | null {
  if (before === null || programme === null || before.file === programme.file) return null;
  if (before.id !== programme.id) return `from here ${programme.id}, ${programme.file.title}`;
  return JSON.stringify(before.file) === JSON.stringify(programme.file) ? null : `${programme.id} was changed`;
}
