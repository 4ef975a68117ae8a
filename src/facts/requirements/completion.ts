import type { IsoDate } from '../../model/calendar.ts';
import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import type { Proof } from '../../model/verdict.ts';
import type { NamedAction } from '../../workspace/select.ts';
import { met, unmet } from './requirement.ts';

/** Whether an action is complete on a day. */
export function completion({ id, file, action }: NamedAction, on: IsoDate): Proof {
  if (action.status === 'complete' && (action.completed ?? on) <= on)
    return met(`The action ${id} is complete.`, at(file, 'status'));
  return unmet(
    `The action ${id} is not complete yet.`,
    `lem plan update ${plainWord(id, 'action')} --status complete`,
    at(file, action.status === 'complete' ? 'completed' : 'status'),
  );
}
