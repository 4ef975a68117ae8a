import { filled } from '../../facts/requirements/requirement.ts';
import type { IsoDate } from '../../model/calendar.ts';
import type { ActionFile } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { isOpen } from '../../workspace/select.ts';
import { optionOf } from './given.ts';

/**
 * An action whose day of completion goes with its status: it gets one once it is complete, and has none once it is open
 * again. A day that was given, or that was there before it was complete, stays.
 * @param before the action as it was; null for a new one
 */
export function dated(before: ActionFile | null, after: ActionFile, on: IsoDate): ActionFile {
  const isComplete = after.status === 'complete';
  if (isComplete === (before?.status === 'complete')) return after;
  if (isComplete) return { ...after, completed: after.completed ?? on };
  if (after.completed !== before?.completed) return after;
  const { completed: _completed, ...open } = after;
  return open;
}

/** What a complete action has to say (step 5): plan/complete-without-outcome, plan/outcome-without-baseline. */
const OF_COMPLETE = {
  baseline: 'where things stood before work began',
  outcome: 'what changed, against the baseline',
  impact: 'what difference it made to people',
} as const;

/** The keys that a complete action has to have and this one lacks. */
export function lackingOf(action: ActionFile): readonly (keyof typeof OF_COMPLETE)[] {
  if (action.status !== 'complete') return [];
  return (['baseline', 'outcome', 'impact'] as const).filter((key) => !filled(action[key]));
}

/** Why an action can't be written like this, or null. What was wrong before the change does not stand in its way. */
export function unfit(before: ActionFile | null, after: ActionFile): Outcome | null {
  const old = before === null ? [] : faultsOf(before).map(({ message }) => message);
  const fault = faultsOf(after).find(({ message }) => !old.includes(message));
  return fault === undefined ? null : unusable(fault.message, fault.remedy);
}

interface Fault {
  readonly message: string;
  readonly remedy: string;
}

function faultsOf(action: ActionFile): readonly Fault[] {
  const { start = '', due, completed, status, outcome } = action;
  const faults: Fault[] = lackingOf(action).map((key) => ({
    message: `A complete action says ${OF_COMPLETE[key]}.`,
    remedy: `Add ${optionOf(key)} "…".`,
  }));
  if (status === 'stopped' && !filled(outcome))
    faults.push({ message: 'A stopped action says why it was stopped.', remedy: 'Add --outcome "…".' });
  if (completed !== undefined && isOpen(action))
    faults.push({
      message: 'Only an action that is done has a day of completion.',
      remedy: 'Add --status complete, or leave --completed out.',
    });
  if (due !== undefined && due < start)
    faults.push({
      message: `It would be due on ${due}, before it begins on ${start}.`,
      remedy: 'Correct --due or --start.',
    });
  if (completed !== undefined && completed < start)
    faults.push({
      message: `It would be completed on ${completed}, before it begins on ${start}.`,
      remedy: 'Correct --completed or --start.',
    });
  return faults;
}
