import { type IsoDate, inWords, plus } from '../../model/calendar.ts';
import type { EvidenceFile } from '../../model/files.generated.ts';
import { seen } from '../../model/known.ts';
import { at } from '../../model/place.ts';
import { assetPath } from '../../workspace/layout.ts';
import { summaryOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { count, met, type Question, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 6: every claim of the strand's summary rests on evidence that is there, recent enough on the day it is seen, and consented to. */
export const evidenceLive: RequirementKind = (question) => {
  const { workspace, strand, on, settings } = question;
  const { summary } = summaryOn(workspace, strand, on);
  if (summary.state === 'unreadable') return unknown(summary.file);
  const outcomes = seen(summary)?.outcomes ?? [];
  const needed = settings.atLeast ?? 1;
  const day = dayOfVisit(question);
  for (const [index, { evidence = [] }] of outcomes.entries()) {
    const place = at(summary.file, 'outcomes', index, 'evidence');
    let live = 0;
    let why: string | null = null;
    for (const id of evidence) {
      const item = workspace.evidence.get(id);
      if (item?.state === 'unreadable') return unknown(item.file);
      const fault =
        item?.state === 'known'
          ? faultOf(workspace, id, item.value, day, settings.within)
          : `there is no evidence item ${id}`;
      if (fault === null) live++;
      else why ??= fault;
    }
    if (live < needed) {
      const reason =
        why === null
          ? evidence.length === 0
            ? 'names no evidence item'
            : `names ${count(evidence.length, 'evidence item')}, of at least ${needed}`
          : `rests on nothing that counts: ${why}`;
      return unmet(`Claim ${index + 1} ${reason}.`, `lem check ${summary.file} --level ready`, place);
    }
  }
  if (outcomes.length === 0) {
    return unmet(
      'The Accreditation Summary makes no claims yet.',
      `lem summary new ${strand}`,
      at(summary.file, 'outcomes'),
    );
  }
  return met(
    `${count(outcomes.length, 'claim rests', 'claims rest')} on evidence that is there.`,
    at(summary.file, 'outcomes'),
  );
};

/** Why an item does not count, or null where it does. @param day the day on which it is looked at */
export function faultOf(
  workspace: Workspace,
  id: string,
  item: EvidenceFile,
  day: IsoDate,
  within: string | undefined,
): string | null {
  const files = item.files ?? [];
  if (files.length === 0 && !item.holder && !item.link) return `${id} has no file, holder or link`;
  for (const { path, sha256 } of files) {
    const where = assetPath(id, path);
    const asset = where === null ? undefined : workspace.assets.get(where);
    if (asset === undefined) return `${id} names a file that is not there`;
    if (sha256 !== undefined && asset.sha256 !== null && asset.sha256 !== sha256)
      return `a file of ${id} has changed since it was reviewed`;
  }
  if (item.consent === 'missing') return `consent for ${id} is missing`;
  if (item.date > day) return `${id} is dated after ${inWords(day)}`;
  if (within !== undefined && plus(item.date, within) < day)
    return `${id} is of ${inWords(item.date)}, too old on ${inWords(day)}`;
  return null;
}

/** The day the evidence is looked at: that of the next visit booked for the strand, or the day asked about. */
export function dayOfVisit({ workspace, strand, on }: Pick<Question, 'workspace' | 'strand' | 'on'>): IsoDate {
  const visits = seen(workspace.calendar)?.visits ?? [];
  const dates = visits.filter(({ date, strands }) => date >= on && strands?.includes(strand)).map(({ date }) => date);
  return dates.sort()[0] ?? on;
}
