import type { IsoDate } from '../../model/calendar.ts';
import {
  dateNotes,
  faultNotes,
  type Move,
  moveNotes,
  programmeNotes,
  uncommittedNote,
} from '../../views/history/notes.ts';
import { type Moment, type Note, shortId } from '../../views/history.ts';
import type { Commit, Repository } from '../../world.ts';
import type { Step } from './follow.ts';
import type { Dated } from './points.ts';
import type { HistoryRequest } from './request.ts';

/** How many files have changed and are not committed; `untold` is why git can't say. */
export interface Uncommitted {
  readonly files: number;
  readonly untold: string | null;
}

interface Told {
  readonly repository: Repository;
  readonly request: HistoryRequest;
  /** Newest first. */
  readonly steps: readonly Step[];
  /** Those that touched the workspace and were asked for, oldest first. */
  readonly commits: readonly Dated[];
  readonly moments: readonly Moment[];
  /** Null where the present was not asked for. */
  readonly uncommitted: Uncommitted | null;
  readonly today: IsoDate;
}

/** What is to be said of a history besides: what is missing from it, what can't be true, and what changed in between. */
export function historyNotes(told: Told): readonly Note[] {
  const { repository, request, steps, commits, moments, uncommitted, today } = told;
  const isCommitted = steps[0]?.state === 'there' || steps[0]?.state === 'lost';
  return [
    ...olderNotes(repository, request),
    ...dateNotes(
      commits
        .filter(({ isDoubtful }) => isDoubtful)
        .map(({ step: { commit }, on }) => ({ commit: commit.id, dated: commit.day, on })),
      today,
    ),
    ...faultNotes(moments),
    ...moveNotes(movesIn(steps, request)),
    ...otherSchoolNotes(steps),
    ...programmeNotes(moments),
    ...(isCommitted || uncommitted === null ? [] : [NOT_COMMITTED]),
    ...(uncommitted === null ? [] : uncommittedNote(uncommitted)),
    ...(moments.length === 0 && isCommitted ? [nothing(request)] : []),
  ];
}

const NOT_COMMITTED: Note = {
  kind: 'not-committed',
  message: 'The workspace isn’t committed: its history begins with git add and git commit.',
};

function olderNotes({ older, commits }: Repository, { limit }: HistoryRequest): readonly Note[] {
  const first = commits.at(-1);
  if (older === 'none' || first === undefined) return [];
  if (older === 'more') {
    const looked = limit === 1 ? 'latest commit of this branch was' : `latest ${limit} commits of this branch were`;
    const message = `Only the ${looked} looked at, back to ${named(first)}: --limit looks further.`;
    return [{ kind: 'older-left-out', message }];
  }
  const message = `The history is shallow: what was before ${named(first)} is not in this clone. git fetch --unshallow gets it; in CI, set the depth of the checkout to 0.`;
  return [{ kind: 'shallow', message }];
}

/** Where the workspace was moved in the time asked for, oldest first. */
function movesIn(steps: readonly Step[], { since, until }: HistoryRequest): readonly Move[] {
  const there = steps.filter(({ state }) => state === 'there').reverse();
  return there.flatMap(({ commit, folder }, index): readonly Move[] => {
    const before = there[index - 1];
    const { day } = commit;
    const isAsked = day === null || (day >= (since ?? day) && day <= (until ?? day));
    return before === undefined || before.folder === folder || !isAsked
      ? []
      : [{ commit: named(commit), from: before.folder, to: folder }];
  });
}

/** What was in the folder before the workspace was. */
function otherSchoolNotes(steps: readonly Step[]): readonly Note[] {
  const index = steps.findLastIndex(({ state }) => state === 'there');
  const first = steps[index];
  if (first === undefined || steps[index + 1]?.state !== 'other') return [];
  const message = `Before ${named(first.commit)} the folder held another school’s workspace, which is not shown.`;
  return [{ kind: 'other-school', message }];
}

function nothing({ since, until }: HistoryRequest): Note {
  const span = `${since === null ? '' : ` from ${since}`}${until === null ? '' : ` up to ${until}`}`;
  return { kind: 'nothing', message: `No commit of this branch touched the workspace${span}.` };
}

/** A commit by the beginning of its id, with the day it gives. */
function named({ id, day }: Commit): string {
  return day === null ? shortId(id) : `${shortId(id)} of ${day}`;
}
