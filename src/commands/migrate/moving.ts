import type { IsoDate } from '../../model/calendar.ts';
import type { Programme } from '../../model/programme.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Moves } from './moves.ts';

/** A move from one edition to another, with what its parts need to know. */
export interface Moving {
  readonly workspace: Workspace;
  readonly from: string;
  readonly to: string;
  /** The edition that is moved to. */
  readonly programme: Programme;
  readonly moves: Moves;
  /** The same from another edition, that a file was made against; null where no way leads from there. */
  readonly movesFrom: (edition: string) => Moves | null;
  readonly on: IsoDate;
  /** The school year that counts. */
  readonly year: SchoolYear;
  /** Whether this year’s complete audit and grid become drafts again. */
  readonly reopens: boolean;
}
