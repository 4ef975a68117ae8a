import type { CountySchool, RatingOfTheScale } from '../../model/county-school.generated.ts';

/** Where the schools of a county stand with one badge. */
export interface BadgeCounts {
  readonly strand: string;
  readonly title: string;
  /** How many schools work to a programme that has it. */
  readonly schools: number;
  /** How many of them there are in each state that occurs. */
  readonly states: ReadonlyMap<BadgeState, number>;
}

export type BadgeState = CountySchool['badges'][number]['state'];
export type MarkState = NonNullable<CountySchool['mark']>['state'];

/** How many schools are in each state of each badge. Strands come in the order of the programmes, as they are met. */
export function badgeCounts(schools: readonly CountySchool[]): readonly BadgeCounts[] {
  const found = new Map<string, { readonly title: string; readonly states: Map<BadgeState, number> }>();
  for (const { badges } of schools) {
    for (const { strand, title, state } of badges) {
      const counts = found.get(strand) ?? { title, states: new Map() };
      add(counts.states, state);
      found.set(strand, counts);
    }
  }
  return [...found].map(([strand, { title, states }]) => ({ strand, title, schools: sumOf(states.values()), states }));
}

/** How the grids of a county’s schools are rated in one strand. */
export interface RatingCounts {
  readonly strand: string;
  readonly title: string;
  /** How many schools have each rating, by its id, as their roll-up. */
  readonly ratings: ReadonlyMap<string, number>;
  /** How many have cells that are not yet judged. */
  readonly incomplete: number;
}

/** How many schools have which roll-up of a strand. */
export function ratingCounts(schools: readonly CountySchool[]): readonly RatingCounts[] {
  const found = new Map<
    string,
    { readonly title: string; readonly ratings: Map<string, number>; incomplete: number }
  >();
  for (const { grid, badges } of schools) {
    for (const { strand, rating } of grid?.strands ?? []) {
      const title = badges.find((badge) => badge.strand === strand)?.title ?? strand;
      const counts = found.get(strand) ?? { title, ratings: new Map(), incomplete: 0 };
      if (rating === null) counts.incomplete++;
      else add(counts.ratings, rating);
      found.set(strand, counts);
    }
  }
  return [...found].map(([strand, counts]) => ({ strand, ...counts }));
}

/** The ratings of all schools’ scales, each once, those of the first school first. */
export function scaleOf(schools: readonly CountySchool[]): readonly RatingOfTheScale[] {
  const ratings = new Map<string, RatingOfTheScale>();
  for (const { scale } of schools)
    for (const rating of scale) if (!ratings.has(rating.id)) ratings.set(rating.id, rating);
  return [...ratings.values()];
}

/** How many schools are in each state of the Mark that occurs. */
export function markCounts(schools: readonly CountySchool[]): ReadonlyMap<MarkState, number> {
  const counts = new Map<MarkState, number>();
  for (const { mark } of schools) if (mark !== null) add(counts, mark.state);
  return counts;
}

export function add<K>(counts: Map<K, number>, key: K, more = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
