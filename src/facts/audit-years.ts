import type { AuditFile } from '../model/files.generated.ts';
import { type Known, seen } from '../model/known.ts';
import type { Programme } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { pathOf } from '../workspace/layout.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The programme editions that are at hand, by id: the workspace's present one among them. */
export type Editions = ReadonlyMap<string, Programme>;

/** A year's audit by element, with the edition it was made against. */
export interface AuditYear {
  readonly year: SchoolYear;
  /** The edition of most of its files; a file that names none is of the workspace's present one. */
  readonly edition: string;
  /** That edition; null where it is not at hand, so that nothing can be told of its elements and statements. */
  readonly programme: Programme | null;
  readonly files: ReadonlyMap<string, AuditOf>;
}

/** An audit whose edition is at hand. */
export type SoundAuditYear = AuditYear & { readonly programme: Programme };

/** The audit of one element in one year. */
export interface AuditOf {
  readonly file: string;
  /** `other-edition` is a file that was made against another edition than most of its year. */
  readonly state: Known<AuditFile>['state'] | 'other-edition';
  /** What is in it; null where there is nothing, or nothing that can be told. */
  readonly value: AuditFile | null;
}

/** The audit of a year. One without files is of the present edition. */
export function auditYear(workspace: Workspace, year: SchoolYear, editions: Editions): AuditYear {
  const audits = [...(workspace.audits.get(year) ?? [])];
  const present = workspace.programme.id;
  const counts = new Map<string, number>([[present, 0]]);
  for (const [, audit] of audits) {
    const file = seen(audit);
    const edition = file?.edition ?? present;
    if (file !== null) counts.set(edition, (counts.get(edition) ?? 0) + 1);
  }
  const [edition] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  const files = audits.map(([element, audit]): [string, AuditOf] => {
    const { file, state } = audit;
    if (audit.state !== 'known') return [element, { file, state, value: null }];
    return (audit.value.edition ?? present) === edition
      ? [element, { file, state, value: audit.value }]
      : [element, { file, state: 'other-edition', value: null }];
  });
  return { year, edition, programme: editions.get(edition) ?? null, files: new Map(files) };
}

/** The audit of an element in a year. */
export function auditOf({ year, files }: AuditYear, element: string): AuditOf {
  return files.get(element) ?? { file: pathOf.audit(year, element), state: 'absent', value: null };
}

/** Whether it can be told what an audit says: nothing, where it has not begun. */
export function canTell({ state }: Pick<AuditOf, 'state'>): boolean {
  return state === 'known' || state === 'absent';
}

/** An audit of an earlier year, readable or not. */
export interface AuditBefore {
  readonly year: SchoolYear;
  readonly audit: Known<AuditFile>;
}

/** The latest audit of an element before a year; null where there is none. */
export function auditBefore({ audits }: Workspace, element: string, before: SchoolYear): AuditBefore | null {
  const earlier = [...audits].flatMap(([year, files]): readonly AuditBefore[] => {
    const audit = files.get(element);
    return audit === undefined || year >= before ? [] : [{ year, audit }];
  });
  return earlier.at(-1) ?? null;
}
