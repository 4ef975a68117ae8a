import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { actionsFor } from '../../workspace/select.ts';
import { all, count, filled, met, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 4: there are actions for the strand, and each that was not stopped names its priority of the School Improvement Plan. */
export const planLinked: RequirementKind = ({ workspace, strand }) => {
  const { actions, unreadable } = actionsFor(workspace, strand);
  const live = actions.filter(({ action }) => action.status !== 'stopped');
  const parts = live.map(({ id, file, action }) => {
    const place = at(file, 'improvementPlan');
    return filled(action.improvementPlan)
      ? met(`The action ${id} is linked to the School Improvement Plan.`, place)
      : unmet(
          `The action ${id} is not linked to the School Improvement Plan.`,
          `lem plan update ${plainWord(id, 'action')} --improvement-plan "…"`,
          place,
        );
  });
  const [first] = live;
  if (first === undefined && unreadable.length === 0)
    return unmet('The plan has no action for this strand.', `lem plan suggest --strand ${strand}`, at('plan'));
  return all(
    [...parts, ...unreadable.map((file) => unknown(file))],
    `${count(live.length, 'action')} for this strand, each linked to the School Improvement Plan.`,
    at(first?.file ?? 'plan', 'improvementPlan'),
  );
};
