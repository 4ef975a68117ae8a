import { gridFacts } from '../../../facts/grid.ts';
import type { IsoDate } from '../../../model/calendar.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { isGridTold, yearShown } from '../whole/heat-map.ts';
import type { ObjectivesShown } from './objectives.ts';
import { publicYears } from './standing.ts';

/** What changed since the grid before, and what became of objectives, in sentences. */
export function progressShown(workspace: Workspace, { met, stopped }: ObjectivesShown, on: IsoDate): readonly string[] {
  return [gridMoves(workspace, on), objectivesMet(met.length, stopped.length)];
}

/** How many ratings rose and fell: ratings of what the school does, and so of nobody. */
function gridMoves(workspace: Workspace, on: IsoDate): string {
  const { ranks } = workspace.programme;
  const { now, before } = publicYears(workspace, on);
  if (!isGridTold(workspace, now)) return 'How our ratings moved can’t be told, because our latest grid can’t be read.';
  if (before === null) return 'There is no grid of an earlier year to compare with yet.';
  const earlier = gridFacts(workspace, before).cells;
  const moves = gridFacts(workspace, now).cells.flatMap(({ rating }, index) => {
    const [was, is] = [ranks.get(earlier[index]?.rating ?? ''), ranks.get(rating ?? '')];
    return was === undefined || is === undefined ? [] : [Math.sign(is - was)];
  });
  const count = (move: number): number => moves.filter((each) => each === move).length;
  return `Of the ${moves.length} ratings in our grids of both ${yearShown(before)} and ${yearShown(now)}, ${count(1)} are higher, ${count(-1)} lower and ${count(0)} the same.`;
}

function objectivesMet(met: number, stopped: number): string {
  const count = (number: number): string =>
    number === 0 ? 'no objective' : number === 1 ? 'one objective' : `${number} objectives`;
  return `In the last year we met ${count(met)}${stopped === 0 ? '' : ` and stopped work on ${stopped === 1 ? 'one' : stopped}`}.`;
}
