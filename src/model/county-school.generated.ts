// Generated from schemas/*.json by `npm run generate`. Do not edit.

/**
 * What the submission says of itself; null for a workspace, and for a submission that can’t be told of.
 */
export type Submission = {
  /**
   * The day that its claims were judged as on.
   */
  readonly on: string;
  /**
   * The strands whose badges it claims. Of the others it can’t be told whether they could be claimed.
   *
   * Items: The strand’s id.
   */
  readonly strands: readonly string[];
} | null;
/**
 * What the programme calls itself, its Mark and those who award it; null for a broken school.
 */
export type Titles = {
  /**
   * The programme’s title.
   */
  readonly programme: string;
  /**
   * What the Mark is called.
   */
  readonly mark: string;
  /**
   * Who awards it, or null where it does not say.
   */
  readonly team: string | null;
} | null;
/**
 * Where the Mark stands; null for a broken school.
 */
export type Mark = {
  /**
   * Where the Mark stands.
   */
  readonly state: 'not-started' | 'working-towards' | 'achieved' | 'lapsed';
  /**
   * The first day by which enough badges had been awarded within one window.
   */
  readonly achievedOn: string | null;
  /**
   * The last day on which the other badges can still be awarded, or on which an achieved Mark counts.
   */
  readonly deadline: string | null;
  /**
   * The strands whose badges count in the window.
   *
   * Items: The strand’s id.
   */
  readonly held: readonly string[];
  /**
   * The strands that it still takes.
   *
   * Items: The strand’s id.
   */
  readonly missing: readonly string[];
} | null;
/**
 * The roll-ups of the year’s summary grid; null for a broken school.
 */
export type Grid = {
  /**
   * A roll-up for each strand.
   */
  readonly strands: readonly RollUpOfAStrand[];
  /**
   * A roll-up for each element.
   */
  readonly elements: readonly RollUpOfAnElement[];
  readonly overall: RollUpOfAll;
} | null;
/**
 * The rating of several cells in one; null while one of them is missing, and where there is none.
 */
export type Rating = string | null;
/**
 * Whether every cell has been judged.
 */
export type Complete = boolean;

/**
 * A line of what lem county --json prints: one school, in a form that stands by itself.
 */
export interface CountySchool {
  /**
   * The version of this output. Always 1 for now.
   */
  readonly format: 1;
  /**
   * Where the school’s workspace or its submission is, as it was named.
   */
  readonly path: string;
  /**
   * Whether the school is seen in its workspace, or in a submission: which holds what its claims rest on and no more.
   */
  readonly seenIn: 'workspace' | 'submission';
  readonly submission: Submission;
  /**
   * How many schools the county has, those of other shards too.
   */
  readonly of: number;
  /**
   * The day that the school was judged as on.
   */
  readonly on: string;
  /**
   * How far on the work was held to be.
   */
  readonly level: 'draft' | 'ready' | 'submission';
  /**
   * Why nothing can be told of this school, with the file and its line; null where it can.
   */
  readonly broken: string | null;
  /**
   * The school’s name, or null where it can’t be read.
   */
  readonly school: string | null;
  /**
   * The school’s unique reference number, or null where there is none.
   */
  readonly urn: string | null;
  /**
   * The school’s phase, or null where it does not say.
   */
  readonly phase: string | null;
  /**
   * The programme edition’s id.
   */
  readonly programme: string | null;
  /**
   * The school year whose audit and grid count.
   */
  readonly year: string | null;
  /**
   * How many files of the workspace were read.
   */
  readonly files: number;
  readonly findings: Findings;
  /**
   * The first error, with its file, line and column.
   */
  readonly firstError: string | null;
  readonly unreadable: Unreadable;
  readonly titles: Titles;
  /**
   * The programme’s ratings, worst first, then the one for not applicable.
   */
  readonly scale: readonly RatingOfTheScale[];
  /**
   * Every strand’s badge, in the programme’s order.
   */
  readonly badges: readonly Badge[];
  readonly mark: Mark;
  readonly grid: Grid;
  /**
   * The visits that are booked from this day on, soonest first.
   */
  readonly visits: readonly Visit[];
}
/**
 * How many findings there are of each severity, as lem check has them at this level.
 */
export interface Findings {
  /**
   * Findings that are errors.
   */
  readonly error: number;
  /**
   * Findings that are warnings.
   */
  readonly warning: number;
  /**
   * Findings for information.
   */
  readonly info: number;
}
/**
 * The files that can’t be read or don’t hold against their schema.
 */
export interface Unreadable {
  /**
   * How many there are.
   */
  readonly count: number;
  /**
   * Their paths in the workspace: the first twenty.
   *
   * @maxItems 20
   *
   * Items: A path.
   */
  readonly files: readonly string[];
}
/**
 * A rating.
 */
export interface RatingOfTheScale {
  /**
   * The word for it.
   */
  readonly id: string;
  /**
   * Its name.
   */
  readonly title: string;
  /**
   * The letter that stands for it.
   */
  readonly letter: string;
  /**
   * Its colour.
   */
  readonly colour: string;
  /**
   * Whether a cell with this rating calls for an action.
   */
  readonly needsAction: boolean;
}
/**
 * Where a badge stands.
 */
export interface Badge {
  /**
   * The strand’s id.
   */
  readonly strand: string;
  /**
   * The strand’s title.
   */
  readonly title: string;
  /**
   * Where the badge stands.
   */
  readonly state: 'not-started' | 'working-towards' | 'ready' | 'submitted' | 'further-evidence' | 'not-yet' | 'held' | 'lapsed';
  /**
   * Whether every requirement is met; null where that can’t be told, as of a strand that a submission does not claim.
   */
  readonly eligible: boolean | null;
  /**
   * The day of the latest award.
   */
  readonly awarded: string | null;
  /**
   * The last day on which the award counts, where the programme lets badges lapse.
   */
  readonly lapses: string | null;
}
/**
 * Its cells in one.
 */
export interface RollUpOfAStrand {
  /**
   * The strand’s id.
   */
  readonly strand: string;
  readonly rating: Rating;
  readonly complete: Complete;
  readonly provisional: Rating;
  readonly counts: Counts;
}
/**
 * How many cells have each rating; also the word for not applicable, and missing.
 */
export interface Counts {
  /**
   * Cells not yet judged.
   */
  readonly missing: number;
  /**
   * A number of cells.
   */
  readonly [k: string]: number;
}
/**
 * Its cells in one.
 */
export interface RollUpOfAnElement {
  /**
   * The element’s id.
   */
  readonly element: string;
  /**
   * The element’s title.
   */
  readonly title: string;
  readonly rating: Rating;
  readonly complete: Complete;
  readonly provisional: Rating;
  readonly counts: Counts;
}
/**
 * All cells in one.
 */
export interface RollUpOfAll {
  readonly rating: Rating;
  readonly complete: Complete;
  readonly provisional: Rating;
  readonly counts: Counts;
}
/**
 * A visit.
 */
export interface Visit {
  /**
   * Its day.
   */
  readonly date: string;
  /**
   * What it is for.
   */
  readonly kind: 'accreditation' | 'advisory';
  /**
   * The strands that are to be verified.
   *
   * Items: The strand’s id.
   */
  readonly strands: readonly string[];
  /**
   * By when the audit is to be sent; null where it has been, or need not be.
   */
  readonly sendAudit: string | null;
}
