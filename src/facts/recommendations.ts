import type { IsoDate } from '../model/calendar.ts';
import type { ActionFile } from '../model/files.generated.ts';
import { seen } from '../model/known.ts';
import { at, type Place } from '../model/place.ts';
import { withIds } from '../model/recommendation-ids.ts';
import { strandsFrom } from '../workspace/carried.ts';
import { oneLine } from '../workspace/scaffold-text.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What the Equality team recommended at a visit. */
export interface Recommended {
  /** The day of the visit and its number among those of the day, which commands know it by: `2026-06-25.1`. */
  readonly id: string;
  readonly visit: IsoDate;
  /** In the team’s words, on one line. */
  readonly text: string;
  /** The strand that it is about, or what that has become in the present edition; null where it is about no one strand. */
  readonly strands: readonly string[] | null;
  /** The strands that its visit decided on, in the words of the present edition. */
  readonly decided: readonly string[];
  /** The actions that take it up, by id. */
  readonly actions: readonly string[];
  readonly place: Place;
}

/**
 * Every recommendation in awards.yaml, in its order, with the actions that take it up: those that name it and are for its
 * strand, unless they were stopped, or complete before it was made.
 */
export function recommendations(workspace: Workspace): readonly Recommended[] {
  const { awards, programme, route } = workspace;
  const visits = seen(awards)?.visits ?? [];
  return withIds(visits).flatMap(({ id, recommendation: { text, strand }, visit: nth, index }) => {
    const visit = visits[nth];
    if (visit === undefined) return [];
    const now = (word: string): readonly string[] =>
      (visit.edition === undefined ? [word] : strandsFrom(route, visit.edition, word)).filter((each) =>
        programme.strands.has(each),
      );
    const made = {
      id,
      visit: visit.date,
      text: oneLine(text),
      strands: strand === undefined ? null : now(strand),
      decided: [...new Set(Object.keys(visit.decisions ?? {}).flatMap(now))],
      place: at(awards.file, 'visits', nth, 'recommendations', index),
    };
    return [{ ...made, actions: actionsOn(workspace, made) }];
  });
}

/** Those made up to a day that no action takes up yet, latest visit first; what is about a strand that has ended is none. */
export function openRecommendations(workspace: Workspace, on: IsoDate): readonly Recommended[] {
  return latestFirst(recommendations(workspace), on).filter(({ actions }) => actions.length === 0);
}

/** Those made up to a day, latest visit first, whether taken up or not. */
export function latestFirst(all: readonly Recommended[], on: IsoDate): readonly Recommended[] {
  return all
    .filter(({ visit, strands }) => visit <= on && strands?.length !== 0)
    .sort((a, b) => (a.visit < b.visit ? 1 : a.visit > b.visit ? -1 : 0));
}

function actionsOn({ actions }: Workspace, recommended: Omit<Recommended, 'actions'>): readonly string[] {
  return [...actions].flatMap(([id, known]) => {
    const action = seen(known);
    return action !== null && takesUp(action, recommended) ? [id] : [];
  });
}

function takesUp(
  { status, completed, strands, recommendations: named = [] }: ActionFile,
  { visit, text, strands: about }: Omit<Recommended, 'actions'>,
): boolean {
  if (status === 'stopped' || (status === 'complete' && completed !== undefined && completed < visit)) return false;
  return (
    (about === null || about.some((strand) => strands.includes(strand))) && named.some((each) => oneLine(each) === text)
  );
}
