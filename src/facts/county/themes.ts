import type { CountySchool, RatingOfTheScale } from '../../model/county-school.generated.ts';
import { groupsShown } from './groups.ts';
import { add } from './states.ts';

/** What the schools of a county have in common to work on. */
export interface Themes {
  /** The phases that are told of in one element or more. */
  readonly phases: readonly string[];
  /** Those that have too few schools, or would give such a one away. */
  readonly hidden: readonly string[];
  /** Those with most to do first. An element that too few schools have judged is left out. */
  readonly elements: readonly Theme[];
}

/** How the grids of many schools are rated in one element. */
export interface Theme {
  readonly element: string;
  readonly title: string;
  readonly all: Share;
  /** By phase, of those that have judged it in enough schools. */
  readonly phases: ReadonlyMap<string, Share>;
}

/** Cells of grids. Those not yet judged and those not applicable are left out. */
export interface Share {
  readonly cells: number;
  /** How many of them have the worst rating of their scale. */
  readonly worst: number;
  /** How many of them call for an action. */
  readonly needsAction: number;
}

/** What stands for the phase of schools that don’t say theirs. */
export const NO_PHASE = '';

/**
 * The training themes of a county: its commonest worst ratings by element, and by phase where enough schools of a phase
 * have judged the element.
 * @param smallest the fewest schools that are told of together
 */
export function themesOf(schools: readonly CountySchool[], smallest: number): Themes {
  const judged = new Map<string, { readonly title: string; readonly shares: [phase: string, share: Share][] }>();
  for (const { phase, scale, grid } of schools) {
    for (const { element, title, counts } of grid?.elements ?? []) {
      const share = shareOf(scale, counts);
      const known = judged.get(element) ?? { title, shares: [] };
      if (share.cells > 0) known.shares.push([phase ?? NO_PHASE, share]);
      judged.set(element, known);
    }
  }
  const elements = [...judged].flatMap(([element, { title, shares }]): readonly Theme[] => {
    const sizes = new Map<string, number>();
    for (const [phase] of shares) add(sizes, phase);
    const { shown, hasTotal } = groupsShown(sizes, smallest);
    if (!hasTotal) return [];
    const of = (phase: string): Share => total(shares.filter(([each]) => each === phase));
    return [{ element, title, all: total(shares), phases: new Map(shown.map((phase) => [phase, of(phase)])) }];
  });
  const known = new Set([...judged.values()].flatMap(({ shares }) => shares.map(([phase]) => phase)));
  const phases = [...known].filter((phase) => elements.some((theme) => theme.phases.has(phase))).sort(byName);
  return {
    phases,
    hidden: [...known].filter((phase) => !phases.includes(phase)).sort(byName),
    elements: elements.sort(byNeed),
  };
}

const NONE: Share = { cells: 0, worst: 0, needsAction: 0 };

function shareOf(scale: readonly RatingOfTheScale[], counts: { readonly [word: string]: number }): Share {
  const ratings = scale.slice(0, -1).map(({ id, needsAction }) => ({ needsAction, cells: countOf(counts, id) }));
  const cellsOf = (of: typeof ratings): number => of.reduce((all, { cells }) => all + cells, 0);
  return {
    cells: cellsOf(ratings),
    worst: ratings[0]?.cells ?? 0,
    needsAction: cellsOf(ratings.filter(({ needsAction }) => needsAction)),
  };
}

function countOf(counts: { readonly [word: string]: number }, word: string): number {
  return Object.hasOwn(counts, word) ? (counts[word] ?? 0) : 0;
}

function total(shares: readonly (readonly [string, Share])[]): Share {
  return shares.reduce(
    (sum, [, { cells, worst, needsAction }]) => ({
      cells: sum.cells + cells,
      worst: sum.worst + worst,
      needsAction: sum.needsAction + needsAction,
    }),
    NONE,
  );
}

/** The larger share of worst ratings first, then the larger share that calls for an action. */
function byNeed(a: Theme, b: Theme): number {
  const part = ({ all }: Theme, of: 'worst' | 'needsAction'): number => (all.cells === 0 ? 0 : all[of] / all.cells);
  return (
    part(b, 'worst') - part(a, 'worst') ||
    part(b, 'needsAction') - part(a, 'needsAction') ||
    byName(a.element, b.element)
  );
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
