import { at } from '../../model/place.ts';
import { concerns, isRating } from '../../model/programme.ts';
import { pathOf } from '../../workspace/layout.ts';
import { judgementOf } from '../grid.ts';
import { met, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 2: every element of the year's audit is complete, with every statement that concerns the strand judged. */
export const auditComplete: RequirementKind = ({ workspace, strand, year }) => {
  const { programme } = workspace;
  const audits = workspace.audits.get(year);
  const unreadable: string[] = [];
  for (const element of programme.elements.values()) {
    const audit = audits?.get(element.id);
    const file = pathOf.audit(year, element.id);
    if (audit === undefined || audit.state === 'absent')
      return unmet(`${element.title} has not been audited in ${year}.`, 'lem check audit --level ready', at(file));
    if (audit.state === 'unreadable') {
      unreadable.push(file);
      continue;
    }
    for (const statement of element.statements) {
      if (!concerns(statement, strand)) continue;
      const rating = judgementOf(audit.value, statement.id, strand);
      const place = at(file, 'judgements', statement.id, 'rating');
      if (rating === null)
        return unmet(`${statement.id} has not been judged in ${year}.`, `lem check ${file} --level ready`, place);
      if (!isRating(programme, rating)) unreadable.push(file);
    }
    if (audit.value.status !== 'complete')
      return unmet(
        `The audit of ${element.title} is still a draft.`,
        `lem check ${file} --level ready`,
        at(file, 'status'),
      );
  }
  if (unreadable[0] !== undefined) return unknown(unreadable[0]);
  const [first] = programme.elements.keys();
  return met(`Every element has been audited in ${year}.`, at(pathOf.audit(year, first ?? ''), 'status'));
};
