import type { AuditFile, Judgement } from '../model/files.generated.ts';
import { seen } from '../model/known.ts';
import { at, type Place, type Step } from '../model/place.ts';
import type { Programme } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { eachOfYears, eachSoundOfYears, type NamedOfYear } from './files.ts';

/**
 * What can be read of every audit made against the workspace's edition. One that names another edition uses that
 * edition's words: they are not looked up in this one.
 */
export function* audits(workspace: Workspace): Iterable<NamedOfYear<AuditFile>> {
  for (const audit of eachOfYears(workspace.audits)) if (!isOfOther(workspace, audit.value)) yield audit;
}

/** The same without files that have a fault, for rules about what is missing. */
export function* soundAudits(workspace: Workspace): Iterable<NamedOfYear<AuditFile>> {
  for (const audit of eachSoundOfYears(workspace.audits)) if (!isOfOther(workspace, audit.value)) yield audit;
}

/** Whether a year's audit was made against another edition; its grid and summaries then use that edition's words too. */
export function isOfOtherEdition(workspace: Workspace, year: SchoolYear): boolean {
  return [...(workspace.audits.get(year)?.values() ?? [])].some((known) => isOfOther(workspace, seen(known)));
}

/** What the words of a file may name: an earlier edition’s ids, and those of the present one, as it may be added to since. */
export function wordsOf(workspace: Workspace, edition: string | undefined): readonly Programme[] {
  const { programme, editions } = workspace;
  if (edition === undefined || edition === programme.id) return [programme];
  const earlier = editions.get(edition);
  return earlier === undefined ? [] : [earlier, programme];
}

/** A judgement with its statement's id, and the place of something in it. */
export interface NamedJudgement {
  readonly statement: string;
  readonly judgement: Judgement;
  readonly place: (...path: Step[]) => Place;
}

/** Every judgement of an audit, in the file's order. */
export function judgementsIn({ file, value }: NamedOfYear<AuditFile>): readonly NamedJudgement[] {
  return Object.entries(value.judgements ?? {}).map(([statement, judgement]) => ({
    statement,
    judgement,
    place: (...path) => at(file, 'judgements', statement, ...path),
  }));
}

function isOfOther({ programme }: Workspace, audit: AuditFile | null): boolean {
  return audit?.edition !== undefined && audit.edition !== programme.id;
}
