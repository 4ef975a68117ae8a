import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import type { Proof } from '../../model/verdict.ts';
import { actionsFor, type NamedAction } from '../../workspace/select.ts';
import { completion } from './completion.ts';
import { reportedActions } from './reported.ts';
import { all, atLeast, count, filled, met, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 5: every action that the claim rests on says what changed (outcome) and what difference it made (impact). */
export const impactShown: RequirementKind = (question) => {
  const { workspace, strand, on } = question;
  const { actions, unreadable } = reportedActions(question);
  const parts = [...actions.map(shown), ...unreadable.map((file) => unknown(file))];
  const [first] = actions;
  if (parts.length > 0)
    return all(
      parts,
      `${count(actions.length, 'action')} with outcome and impact.`,
      at(first?.file ?? 'plan', 'impact'),
    );
  // Whichever action is completed first will have to show its impact, which completing it asks for.
  const none = 'There is no completed action to show an impact of.';
  const open = actionsFor(workspace, strand).actions.filter(({ action }) => action.status !== 'stopped');
  if (open.length === 0) return unmet(none, `lem plan add --strand ${strand}`, at('plan'));
  return atLeast(
    1,
    open.map((each) => completion(each, on)),
    none,
    at('plan'),
    none,
  );
};

function shown({ id, file, action }: NamedAction): Proof {
  const parts = (['outcome', 'impact'] as const).map((key) =>
    filled(action[key])
      ? met(`The action ${id} says its ${key}.`, at(file, key))
      : unmet(
          `The action ${id} does not say its ${key}.`,
          `lem plan update ${plainWord(id, 'action')} --${key} "…"`,
          at(file, key),
        ),
  );
  return all(parts, `The action ${id} says its outcome and its impact.`, at(file, 'impact'));
}
