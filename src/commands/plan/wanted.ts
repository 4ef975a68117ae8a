import type { ActionFile } from '../../model/files.generated.ts';
import { didYouMean, exactly } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { ACTION_KEYS } from '../../workspace/draft-action.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Input, texts } from '../command.ts';
import { allNamed, evidenceNamed } from '../named.ts';
import { actionGiven, type Given, optionOf } from './given.ts';

/** An action with what the options change, add and take out, or the first of them that can't be used. */
export function actionWanted(
  workspace: Workspace,
  input: Input,
  before: ActionFile,
): { readonly action: ActionFile } | { readonly refusal: Outcome } {
  const read = actionGiven(workspace, input);
  if ('refusal' in read) return read;
  const more = allNamed(texts(input, 'addEvidence'), (word) => evidenceNamed(workspace, word));
  if ('refusal' in more) return more;
  const cleared = keysCleared(texts(input, 'clear'), read.given);
  if ('refusal' in cleared) return cleared;
  const given = Object.entries({ ...before, ...read.given }).filter(([key]) => !cleared.keys.includes(key));
  const action = Object.fromEntries(given) as unknown as ActionFile; // none of the keys that it needs can be cleared
  if (more.ids.length === 0) return { action };
  return { action: { ...action, evidence: [...new Set([...(action.evidence ?? []), ...more.ids])] } };
}

const NEEDED: readonly (keyof ActionFile)[] = ['title', 'strands', 'status'];

/** The keys that `--clear` names, each as it is written in the file or as its option. */
function keysCleared(
  words: readonly string[],
  given: Given,
): { readonly keys: readonly string[] } | { readonly refusal: Outcome } {
  const known = ACTION_KEYS.flatMap((key) => [[key, key] as const, [optionOf(key).slice(2), key] as const]);
  const keys: string[] = [];
  for (const word of words) {
    const key = ACTION_KEYS.find((each) => each === exactly(word, known));
    if (key === undefined)
      return { refusal: unusable(`An action has no ${word} to take out.`, didYouMean(word, known)) };
    if (NEEDED.includes(key))
      return { refusal: unusable(`An action needs its ${key}.`, `Change it with ${optionOf(key)}.`) };
    if (Object.hasOwn(given, key))
      return { refusal: unusable(`${key} can’t be both changed and taken out.`, 'Leave one of the two out.') };
    keys.push(key);
  }
  return { keys };
}
