import type {
  ActionFile,
  AuditFile,
  AwardsFile,
  CalendarFile,
  EvidenceFile,
  GridFile,
  ReferenceGroupFile,
  SummaryFile,
  WorkspaceFile,
} from '../model/files.generated.ts';
import type { Known } from '../model/known.ts';
import type { Asset } from '../model/listing.ts';
import type { Programme } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import type { Problem, Source } from '../source/source.ts';
import type { Route } from './mapping.ts';

/** A school's workspace in memory. Maps are by file or folder name, in the order of the names. */
export interface Workspace {
  readonly programme: Programme;
  /** The earlier editions that files were made against and the ways from them to the present one: see `carried`. */
  readonly editions: ReadonlyMap<string, Programme>;
  readonly route: Route;
  readonly settings: Known<WorkspaceFile>;
  readonly referenceGroup: Known<ReferenceGroupFile>;
  readonly awards: Known<AwardsFile>;
  readonly calendar: Known<CalendarFile>;
  readonly audits: ReadonlyMap<SchoolYear, ReadonlyMap<string, Known<AuditFile>>>;
  readonly grids: ReadonlyMap<SchoolYear, Known<GridFile>>;
  readonly actions: ReadonlyMap<string, Known<ActionFile>>;
  readonly evidence: ReadonlyMap<string, Known<EvidenceFile>>;
  readonly summaries: ReadonlyMap<SchoolYear, ReadonlyMap<string, Known<SummaryFile>>>;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly problems: readonly Problem[];
}
