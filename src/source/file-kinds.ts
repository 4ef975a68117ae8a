import type {
  ActionFile,
  AnswersFile,
  AuditFile,
  AwardsFile,
  CalendarFile,
  EvidenceFile,
  GridFile,
  MappingFile,
  ProgrammeFile,
  ReferenceGroupFile,
  ResponseFile,
  SubmissionFile,
  SummaryFile,
  WorkspaceFile,
} from '../model/files.generated.ts';

/** The kinds of file and what each holds. */
export interface FileTypes {
  readonly workspace: WorkspaceFile;
  readonly 'reference-group': ReferenceGroupFile;
  readonly audit: AuditFile;
  readonly grid: GridFile;
  readonly action: ActionFile;
  readonly evidence: EvidenceFile;
  readonly summary: SummaryFile;
  readonly awards: AwardsFile;
  readonly calendar: CalendarFile;
  readonly programme: ProgrammeFile;
  readonly mapping: MappingFile;
  readonly answers: AnswersFile;
  readonly submission: SubmissionFile;
  readonly response: ResponseFile;
}
export type FileKind = keyof FileTypes;
