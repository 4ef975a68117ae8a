import { seen } from '../../model/known.ts';
import type { Listing } from '../../model/listing.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { HistoryView, Moment } from '../../views/history.ts';
import { assemble } from '../../workspace/assemble.ts';
import { READING_LIST, WORKSPACE_FILE } from '../../workspace/layout.ts';
import type { Repository, World } from '../../world.ts';
import { type Listed, shippedProgrammes } from '../load.ts';
import { follow, NAMES, touched } from './follow.ts';
import { judging } from './judge.ts';
import { historyNotes, type Uncommitted } from './notes.ts';
import { dated, type Point, pointsBy, type SchoolDays } from './points.ts';
import type { HistoryRequest } from './request.ts';
import { schoolIn } from './school.ts';

/** The points in time of a history with where the school stood, and what is to be said besides. */
export type Gathered = Pick<HistoryView, 'moments' | 'notes'>;

/** Looks at a workspace's commits, and at what is on disk where that is not committed. */
export async function gather(
  world: World,
  { root, listing }: Listed,
  repository: Repository,
  request: HistoryRequest,
): Promise<Gathered | { readonly refusal: Outcome }> {
  const { today } = world;
  const shipped = shippedProgrammes(world);
  const days = daysOf(assemble(listing, shipped), request);
  if ('refusal' in days) return days;
  const steps = await follow(repository, schoolIn(listing.entries.get(WORKSPACE_FILE)));
  const own = new Set(touched(steps, repository));
  const isAsked = (on: string): boolean => on >= (request.since ?? '') && on <= (request.until ?? today);
  const commits = dated([...steps].reverse(), today).filter(({ step, on }) => own.has(step) && isAsked(on));
  const judge = judging(shipped);
  const moments: Moment[] = [];
  const points = pointsBy(request.by, commits, days);
  for (let from = 0; from < points.length; from += AT_ONCE) {
    const some = points.slice(from, from + AT_ONCE);
    world.terminal.progress(`${from} of ${points.length} looked at: ${some[0]?.label ?? ''}`);
    const listings = await Promise.all(some.map((point) => listingOf(repository, point)));
    moments.push(...some.map((point, index) => momentOf(point, listings[index] ?? null, judge)));
  }
  world.terminal.progress('');
  const uncommitted = isAsked(today) ? await uncommittedIn(world, root) : null;
  if (uncommitted !== null && uncommitted.files > 0) {
    const now = { label: 'now', commit: null, on: today, dated: null, isDoubtful: false, folder: repository.folder };
    moments.push({ ...now, ...judge(listing, today) });
  }
  return { moments, notes: historyNotes({ repository, request, steps, commits, moments, uncommitted, today }) };
}

/** How many points' files are asked for at once: most of them are the same. */
const AT_ONCE = 20;

async function listingOf(repository: Repository, { step }: Point): Promise<Listing | null> {
  return step.state === 'there' ? repository.list(step.commit.id, step.folder, READING_LIST) : null;
}

function momentOf(
  { label, on, isDoubtful, step: { commit, state, folder } }: Point,
  listing: Listing | null,
  judge: ReturnType<typeof judging>,
): Moment {
  const head = { label, commit: commit.id, on, dated: commit.day, isDoubtful };
  const untold = { programme: null, standing: null };
  if (state === 'absent' || state === 'other') return { ...head, folder: null, ...untold, faults: [] };
  if (listing === null)
    return { ...head, folder, ...untold, faults: ['what this commit holds is not in this clone, or is broken.'] };
  return { ...head, folder, ...judge(listing, on) };
}

/** When the terms are, by the workspace as it is now. Months and commits do without. */
function daysOf(
  assembly: ReturnType<typeof assemble>,
  { by }: HistoryRequest,
): SchoolDays | { readonly refusal: Outcome } {
  if (by !== 'term') return { terms: [], starts: '' };
  if (assembly.state === 'ready') {
    const { calendar, programme } = assembly.workspace;
    return { terms: seen(calendar)?.terms ?? [], starts: programme.file.schoolYear.starts };
  }
  return {
    refusal: unusable(
      'The workspace’s programme can’t be read, so it can’t be told when its school years begin.',
      'lem check says what is wrong; lem history --by month does without.',
    ),
  };
}

/** How many files that lem reads have changed and are not committed, as far as git can tell. */
async function uncommittedIn(world: World, root: string): Promise<Uncommitted> {
  const answer = await world.changedFiles(root, null);
  if (answer.state === 'none') return { files: 0, untold: answer.message };
  return { files: answer.files.filter((path) => NAMES.includes(path.split('/')[0] ?? '')).length, untold: null };
}
