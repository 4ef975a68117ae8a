import type { IsoDate } from '../../model/calendar.ts';
import type { SubmissionFile } from '../../model/files.generated.ts';
import { workspacePath } from '../../workspace/bundle-paths.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** A submission that verified and is to be answered. */
export interface Answered {
  readonly manifest: SubmissionFile;
  /** What the submission is known by. */
  readonly digest: string;
  readonly workspace: Workspace;
  readonly today: IsoDate;
  /** The files of its workspace that were sent, by their paths in it. */
  readonly files: ReadonlySet<string>;
}

/** What there is to answer in a submission. */
export function answeredOf(
  { manifest, digest }: Pick<Answered, 'manifest' | 'digest'>,
  workspace: Workspace,
  today: IsoDate,
): Answered {
  const inWorkspace = manifest.files.flatMap(({ path }) => workspacePath(path) ?? []);
  return { manifest, digest, workspace, today, files: new Set(inWorkspace) };
}

/** The day of the visit, where nothing else is said: the one that the submission is for. */
export function usualDay({ manifest: { on, visit } }: Answered): IsoDate {
  return visit ?? on;
}
