import { type IsoDate, inWords, plus } from '../../model/calendar.ts';
import type { EvidenceFile } from '../../model/files.generated.ts';
import { seen } from '../../model/known.ts';
import { at, type Place } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import type { Proof } from '../../model/verdict.ts';
import { assetPath, pathOf } from '../../workspace/layout.ts';
import { summaryOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { all, atLeast, count, met, type Question, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 6: every claim of the strand's summary rests on evidence that is there, recent enough on the day it is seen, and consented to. */
export const evidenceLive: RequirementKind = (question) => {
  const { workspace, strand, on, settings } = question;
  const { summary } = summaryOn(workspace, strand, on);
  const { file } = summary;
  if (summary.state === 'unreadable') return unknown(file);
  const outcomes = seen(summary)?.outcomes ?? [];
  const needed = settings.atLeast ?? 1;
  const day = dayOfVisit(question);
  if (outcomes.length === 0)
    return unmet(
      'The Accreditation Summary makes no claims yet.',
      summary.state === 'absent' ? `lem summary new ${strand}` : `lem check ${file} --level ready`,
      at(file, 'outcomes'),
    );
  const claims = outcomes.map(({ evidence = [] }, index): Proof => {
    const place = at(file, 'outcomes', index, 'evidence');
    const items = evidence.map((id, item) =>
      itemLive(workspace, id, at(file, 'outcomes', index, 'evidence', item), day, settings.within),
    );
    const fix = `lem check ${file} --level ready`;
    const more = Array.from({ length: Math.max(0, needed - items.length) }, (_, item) =>
      unmet(
        `Claim ${index + 1} names no evidence item here.`,
        fix,
        at(file, 'outcomes', index, 'evidence', evidence.length + item),
      ),
    );
    const fault = items.find(({ outcome }) => outcome === 'unmet');
    const reason =
      evidence.length === 0
        ? 'names no evidence item'
        : fault === undefined
          ? `names ${count(evidence.length, 'evidence item')}, of at least ${needed}`
          : `rests on nothing that counts: ${uncapitalised(fault.message)}`;
    const proof = atLeast(
      needed,
      [...items, ...more],
      `Claim ${index + 1} rests on evidence that is there.`,
      place,
      `Claim ${index + 1} ${reason.replace(/\.$/, '')}.`,
    );
    return fault === undefined && proof.outcome === 'unmet' ? { ...proof, place } : proof;
  });
  return all(
    claims,
    `${count(outcomes.length, 'claim rests', 'claims rest')} on evidence that is there.`,
    at(file, 'outcomes'),
  );
};

/** Whether an evidence item counts on a day. @param named where the claim names it */
function itemLive(workspace: Workspace, id: string, named: Place, day: IsoDate, within: string | undefined): Proof {
  const item = workspace.evidence.get(id);
  if (item?.state === 'unreadable') return unknown(item.file);
  if (item?.state !== 'known')
    return unmet(`There is no evidence item ${id}.`, `lem evidence add --id ${plainWord(id, 'item')} …`, named);
  const checks = checksOf(workspace, id, item.value, day, within);
  return all(checks, `${id} is there.`, at(item.file));
}

/** Why an item does not count, or null where it does. @param day the day on which it is looked at */
export function faultOf(
  workspace: Workspace,
  id: string,
  item: EvidenceFile,
  day: IsoDate,
  within: string | undefined,
): string | null {
  const fault = checksOf(workspace, id, item, day, within).find(({ outcome }) => outcome === 'unmet');
  return fault === undefined ? null : uncapitalised(fault.message).replace(/\.$/, '');
}

/** The facts by which an item counts: its files, its consent and its date. */
function checksOf(
  workspace: Workspace,
  id: string,
  item: EvidenceFile,
  day: IsoDate,
  within: string | undefined,
): readonly Proof[] {
  const file = pathOf.evidence(id);
  const files = item.files ?? [];
  const review = `lem evidence review ${plainWord(id, 'item')}`;
  const held =
    files.length === 0 && !item.holder && !item.link
      ? [unmet(`${id} has no file, holder or link.`, `lem evidence add --to ${plainWord(id, 'item')} …`, at(file))]
      : [];
  const unchanged = files.map(({ path, sha256 }, index): Proof => {
    const place = at(file, 'files', index);
    const where = assetPath(id, path);
    const asset = where === null ? undefined : workspace.assets.get(where);
    if (asset === undefined) return unmet(`${id} names a file that is not there.`, review, place);
    if (sha256 !== undefined && asset.sha256 !== null && asset.sha256 !== sha256)
      return unmet(`A file of ${id} has changed since it was reviewed.`, review, place);
    return met(`A file of ${id} is there as it was reviewed.`, place);
  });
  const consent =
    item.consent === 'missing'
      ? unmet(`Consent for ${id} is missing.`, `lem check ${file} --level ready`, at(file, 'consent'))
      : met(`Consent for ${id} is not missing.`, at(file, 'consent'));
  return [...held, ...unchanged, consent, dated()];

  function dated(): Proof {
    const place = at(file, 'date');
    const fix = `lem check ${file} --level ready`;
    if (item.date > day) return unmet(`${id} is dated after ${inWords(day)}.`, fix, place);
    if (within !== undefined && plus(item.date, within) < day)
      return unmet(
        `${id} is of ${inWords(item.date)}, too old on ${inWords(day)}.`,
        'lem evidence list --ageing',
        place,
      );
    return met(`${id} is of ${inWords(item.date)}.`, place);
  }
}

/** A sentence as it goes on after a colon; one that begins with an id stays as it is. */
function uncapitalised(sentence: string): string {
  return sentence.replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());
}

/** The day the evidence is looked at: that of the next visit booked for the strand, or the day asked about. */
export function dayOfVisit({ workspace, strand, on }: Pick<Question, 'workspace' | 'strand' | 'on'>): IsoDate {
  const visits = seen(workspace.calendar)?.visits ?? [];
  const dates = visits.filter(({ date, strands }) => date >= on && strands?.includes(strand)).map(({ date }) => date);
  return dates.sort()[0] ?? on;
}
