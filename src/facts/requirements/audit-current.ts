import { inWords, plus, spanInWords } from '../../model/calendar.ts';
import { at } from '../../model/place.ts';
import type { Proof } from '../../model/verdict.ts';
import { carried } from '../../workspace/carried.ts';
import { pathOf } from '../../workspace/layout.ts';
import { all, met, type RequirementKind, unknown, unmet } from './requirement.ts';

/**
 * Step 2: the audit is yearly: each element was completed no longer ago than the programme's span; without a span it is
 * enough that it was completed.
 */
export const auditCurrent: RequirementKind = ({ workspace, year, on, settings: { within } }) => {
  const elements = [...workspace.programme.elements.values()];
  const parts = elements.map(({ id, title }): Proof => {
    const file = pathOf.audit(year, id);
    const audit = carried(workspace).audits.get(year)?.get(id);
    const place = at(file, 'completed');
    if (audit?.state === 'unreadable') return unknown(file);
    const completed = audit?.state === 'known' ? audit.value.completed : undefined;
    if (completed === undefined || completed > on)
      return unmet(
        `The audit of ${title} has no day of completion up to ${inWords(on)}.`,
        `lem audit complete ${id}`,
        place,
      );
    if (within === undefined) return met(`The audit of ${title} is of ${inWords(completed)}.`, place);
    const until = plus(completed, within);
    if (until >= on)
      return met(`The audit of ${title} is of ${inWords(completed)}; it is current until ${inWords(until)}.`, place);
    return unmet(
      `The audit of ${title} is of ${inWords(completed)}, more than ${spanInWords(within)} ago.`,
      'lem audit start',
      place,
    );
  });
  const oldest = [...elements].sort((a, b) => (completedIn(a.id) < completedIn(b.id) ? -1 : 1))[0]?.id ?? '';
  const until = within === undefined ? '' : `; it is current until ${inWords(plus(completedIn(oldest), within))}`;
  const place = at(pathOf.audit(year, oldest), 'completed');
  if (parts.some(({ outcome }) => outcome !== 'met')) return all(parts, '', place);
  return all(parts, `The oldest part of the audit is of ${inWords(completedIn(oldest))}${until}.`, place);

  function completedIn(element: string): string {
    const audit = carried(workspace).audits.get(year)?.get(element);
    return audit?.state === 'known' ? (audit.value.completed ?? '') : '';
  }
};
