import { type Lapse, lapsesWithin, type VisitDue, visitsDue } from '../../facts/county/dates.ts';
import {
  type BadgeCounts,
  badgeCounts,
  type MarkState,
  markCounts,
  type RatingCounts,
  ratingCounts,
} from '../../facts/county/states.ts';
import { type Themes, themesOf } from '../../facts/county/themes.ts';
import type { IsoDate, Span } from '../../model/calendar.ts';
import type { CountySchool } from '../../model/county-school.generated.ts';

/** What is asked about a county besides its schools. */
export interface FiguresAsked {
  /** How far ahead what ends is told of. */
  readonly within: Span;
  /** The fewest schools that themes are told of together. */
  readonly smallestGroup: number;
}

/** A county in figures. */
export interface CountyFigures extends FiguresAsked {
  readonly on: IsoDate;
  /** In the order in which they are told of. */
  readonly schools: readonly CountySchool[];
  readonly broken: readonly CountySchool[];
  /** Those with errors that are not broken. */
  readonly faulty: readonly CountySchool[];
  /** Those seen in a submission, the broken left out. */
  readonly submitted: readonly CountySchool[];
  readonly badges: readonly BadgeCounts[];
  readonly ratings: readonly RatingCounts[];
  readonly mark: ReadonlyMap<MarkState, number>;
  readonly visits: readonly VisitDue[];
  readonly lapses: readonly Lapse[];
  readonly themes: Themes;
}

/** @param schools in order, one or more */
export function figuresOf(schools: readonly CountySchool[], asked: FiguresAsked): CountyFigures {
  return {
    ...asked,
    on: schools[0]?.on ?? '',
    schools,
    broken: schools.filter(({ broken }) => broken !== null),
    faulty: schools.filter(({ broken, findings }) => broken === null && findings.error > 0),
    submitted: schools.filter(({ submission, broken }) => submission !== null && broken === null),
    badges: badgeCounts(schools),
    ratings: ratingCounts(schools),
    mark: markCounts(schools),
    visits: visitsDue(schools),
    lapses: lapsesWithin(schools, asked.within),
    themes: themesOf(schools, asked.smallestGroup),
  };
}
