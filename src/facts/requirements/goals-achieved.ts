import { at } from '../../model/place.ts';
import type { Proof } from '../../model/verdict.ts';
import { actionsFor } from '../../workspace/select.ts';
import { completion } from './completion.ts';
import { reportedActions } from './reported.ts';
import { all, atLeast, count, type RequirementKind, unknown, unmet } from './requirement.ts';

/**
 * Step 5: the actions that the claim rests on are complete, and there are as many as the programme asks for. Before the
 * Accreditation Summary names any, they can be whichever of the strand's.
 */
export const goalsAchieved: RequirementKind = (question) => {
  const { workspace, strand, on, settings } = question;
  const { actions, unreadable, named } = reportedActions(question);
  const needed = settings.atLeast ?? 1;
  const candidates = named === null ? actionsFor(workspace, strand).actions : actions;
  const done = candidates
    .filter(({ action }) => named !== null || action.status !== 'stopped')
    .map((each) => completion(each, on));
  const complete = done.filter(({ outcome }) => outcome === 'met').length;
  const untold = unreadable.map((file) => unknown(file));
  const more = Array.from({ length: Math.max(0, needed - done.length - untold.length) }, (_, index): Proof => {
    const rest = candidates.length === 0 && index === 0 ? 'No action' : 'No other action';
    return unmet(
      `${rest} for this strand is complete yet.`,
      `lem plan add --strand ${strand}`,
      at(named ?? 'plan', ...(named === null ? [] : ['actions', done.length + index])),
    );
  });
  const parts = [...done, ...untold, ...more];
  const message = `${count(complete, 'action')} complete.`;
  const first = candidates[done.findIndex(({ outcome }) => outcome === 'met')];
  const place = first === undefined ? at('plan') : at(first.file, 'status');
  if (named !== null) return all(parts, message, place);
  const short =
    complete === 0
      ? 'No action for this strand is complete yet.'
      : `${count(complete, 'action')} complete for this strand, of at least ${needed}.`;
  return atLeast(needed, parts, message, place, short);
};
