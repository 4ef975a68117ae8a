import { at } from '../../model/place.ts';
import { reportedActions } from './reported.ts';
import { count, filled, met, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 5: every action that the claim rests on says what changed (outcome) and what difference it made (impact). */
export const impactShown: RequirementKind = (question) => {
  const { actions, unreadable } = reportedActions(question);
  for (const { id, file, action } of actions) {
    for (const key of ['outcome', 'impact'] as const) {
      if (!filled(action[key]))
        return unmet(`The action ${id} does not say its ${key}.`, `lem check ${file} --level ready`, at(file, key));
    }
  }
  if (unreadable[0] !== undefined) return unknown(unreadable[0]);
  const [first] = actions;
  if (first === undefined)
    return unmet('There is no completed action to show an impact of.', 'lem check plan --level ready', at('plan'));
  return met(`${count(actions.length, 'action')} with outcome and impact.`, at(first.file, 'impact'));
};
