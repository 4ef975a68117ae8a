import { at } from '../../model/place.ts';
import { actionsFor } from '../../workspace/select.ts';
import { count, filled, met, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 4: there are actions for the strand, and each that was not stopped names its priority of the School Improvement Plan. */
export const planLinked: RequirementKind = ({ workspace, strand }) => {
  const { actions, unreadable } = actionsFor(workspace, strand);
  const live = actions.filter(({ action }) => action.status !== 'stopped');
  const loose = live.find(({ action }) => !filled(action.improvementPlan));
  if (loose !== undefined) {
    return unmet(
      `The action ${loose.id} is not linked to the School Improvement Plan.`,
      `lem check ${loose.file} --level ready`,
      at(loose.file, 'improvementPlan'),
    );
  }
  if (unreadable[0] !== undefined) return unknown(unreadable[0]);
  const [first] = live;
  if (first === undefined)
    return unmet('The plan has no action for this strand.', 'lem check grid plan --level ready', at('plan'));
  return met(
    `${count(live.length, 'action')} for this strand, each linked to the School Improvement Plan.`,
    at(first.file, 'improvementPlan'),
  );
};
