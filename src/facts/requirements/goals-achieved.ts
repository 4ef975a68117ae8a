import { at } from '../../model/place.ts';
import { reportedActions } from './reported.ts';
import { count, met, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 5: the actions that the claim rests on are complete, and there are as many as the programme asks for. */
export const goalsAchieved: RequirementKind = (question) => {
  const { on, settings } = question;
  const { actions, unreadable } = reportedActions(question);
  const undone = actions.find(({ action }) => action.status !== 'complete' || (action.completed ?? on) > on);
  if (undone !== undefined) {
    const part = undone.action.status === 'complete' ? 'completed' : 'status';
    return unmet(
      `The action ${undone.id} is not complete yet.`,
      `lem check ${undone.file} --level ready`,
      at(undone.file, part),
    );
  }
  if (unreadable[0] !== undefined) return unknown(unreadable[0]);
  const needed = settings.atLeast ?? 1;
  const [first] = actions;
  if (first === undefined || actions.length < needed) {
    const message =
      first === undefined
        ? 'No action for this strand is complete yet.'
        : `${count(actions.length, 'action')} complete for this strand, of at least ${needed}.`;
    return unmet(message, 'lem check plan --level ready', first === undefined ? at('plan') : at(first.file, 'status'));
  }
  return met(`${count(actions.length, 'action')} complete.`, at(first.file, 'status'));
};
