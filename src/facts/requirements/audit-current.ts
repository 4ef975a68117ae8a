import { inWords, plus, spanInWords } from '../../model/calendar.ts';
import { at } from '../../model/place.ts';
import { pathOf } from '../../workspace/layout.ts';
import { met, type RequirementKind, unknown, unmet } from './requirement.ts';

/**
 * Step 2: the audit is yearly: the element whose audit is oldest was completed no longer ago than the programme's span;
 * without a span it is enough that it was completed.
 */
export const auditCurrent: RequirementKind = ({ workspace, year, on, settings }) => {
  const { within } = settings;
  const audits = workspace.audits.get(year);
  let oldest: { readonly file: string; readonly completed: string } | null = null;
  let unreadable: string | null = null;
  for (const element of workspace.programme.elements.values()) {
    const file = pathOf.audit(year, element.id);
    const audit = audits?.get(element.id);
    if (audit?.state === 'unreadable') unreadable ??= file;
    else if (audit?.state !== 'known' || audit.value.completed === undefined || audit.value.completed > on) {
      return unmet(
        `The audit of ${element.title} has no day of completion up to ${inWords(on)}.`,
        `lem check ${file} --level ready`,
        at(file, 'completed'),
      );
    } else if (oldest === null || audit.value.completed < oldest.completed)
      oldest = { file, completed: audit.value.completed };
  }
  if (unreadable !== null) return unknown(unreadable);
  if (oldest === null)
    return unmet('There is no audit yet.', 'lem check audit --level ready', at(pathOf.audit(year, '')));
  const place = at(oldest.file, 'completed');
  if (within === undefined) return met(`The oldest part of the audit is of ${inWords(oldest.completed)}.`, place);
  const until = plus(oldest.completed, within);
  if (until < on)
    return unmet(
      `The oldest part of the audit is of ${inWords(oldest.completed)}, more than ${spanInWords(within)} ago.`,
      'lem check audit --level ready',
      place,
    );
  return met(
    `The oldest part of the audit is of ${inWords(oldest.completed)}; it is current until ${inWords(until)}.`,
    place,
  );
};
