import type { Element } from '../../model/files.generated.ts';
import { seen } from '../../model/known.ts';
import { at } from '../../model/place.ts';
import { concerns, isRating } from '../../model/programme.ts';
import type { Proof } from '../../model/verdict.ts';
import { carried } from '../../workspace/carried.ts';
import { pathOf } from '../../workspace/layout.ts';
import { judgementOf } from '../grid.ts';
import { all, met, type Question, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 2: every element of the year's audit is complete, with every statement that concerns the strand judged. */
export const auditComplete: RequirementKind = (question) => {
  const { workspace, year } = question;
  const elements = [...workspace.programme.elements.values()];
  const place = at(pathOf.audit(year, elements[0]?.id ?? ''), 'status');
  return all(
    elements.map((element) => elementComplete(question, element)),
    `Every element has been audited in ${year}.`,
    place,
  );
};

function elementComplete({ workspace, strand, year }: Question, element: Element): Proof {
  const audit = carried(workspace).audits.get(year)?.get(element.id);
  const file = pathOf.audit(year, element.id);
  // An audit that was made against an earlier edition does not ask about what is new: it has to be a draft of this one first.
  const edition = seen(workspace.audits.get(year)?.get(element.id))?.edition ?? '';
  const answer = workspace.route.has(edition)
    ? `lem migrate programme ${workspace.programme.id} --reopen`
    : `lem audit answer ${element.id}`;
  if (audit?.state === 'unreadable') return unknown(file);
  if (audit?.state !== 'known')
    return unmet(`${element.title} has not been audited in ${year}.`, `lem audit start ${year}`, at(file));
  const judged = element.statements
    .filter((statement) => concerns(statement, strand))
    .map(({ id }): Proof => {
      const rating = judgementOf(audit.value, id, strand);
      const place = at(file, 'judgements', id, 'rating');
      if (rating === null) return unmet(`${id} has not been judged in ${year}.`, answer, place);
      if (!isRating(workspace.programme, rating)) return unknown(file);
      return met(`${id} is judged.`, place);
    });
  const place = at(file, 'status');
  const status =
    audit.value.status === 'complete'
      ? met(`The audit of ${element.title} is complete.`, place)
      : unmet(`The audit of ${element.title} is still a draft.`, `lem audit complete ${element.id}`, place);
  return all([...judged, status], status.message, place);
}
