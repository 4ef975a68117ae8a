import { isDate } from '../../model/calendar.ts';
import type { ActionFile } from '../../model/files.generated.ts';
import { didYouMean, exactly } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { schemaAt } from '../../source/schema-at.ts';
import { ACTION_KEYS } from '../../workspace/draft-action.ts';
import { oneLine } from '../../workspace/scaffold-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Command, type Input, text, texts } from '../command.ts';
import { saysNothing } from '../interview/says-nothing.ts';
import { allNamed, elementNamed, evidenceNamed, type Named, recommendationNamed, strandNamed } from '../named.ts';

const STATUSES = schemaAt('action', ['status'])?.enum ?? [];

/** What can be said of an action, whether it is new or there already. */
export const ACTION_OPTIONS = [
  ['--strand <strand>', 'a strand it is for; may be given several times', 'many'],
  ['--element <element>', 'an element it is for, where it is not for all; may be given several times', 'many'],
  ['--improvement-plan <priority>', 'the priority of the School Improvement Plan that it serves'],
  ['--lead <who>', 'who answers for it, by role or name'],
  ['--start <date>', 'the day work begins'],
  ['--due <date>', 'the day it should be done by'],
  ['--status <status>', STATUSES.join(', ')],
  ['--resources <text>', 'money or time set aside'],
  ['--baseline <text>', 'where things stood before work began'],
  ['--success <text>', 'how the school will know that it worked'],
  ['--outcome <text>', 'what changed, against the baseline; of a stopped action, why it was'],
  ['--impact <text>', 'what difference it made to people'],
  [
    '--recommendation <recommendation>',
    'what the Equality team recommended and it takes up, by its number in lem plan suggest; may be given several times',
    'many',
  ],
  ['--evidence <item>', 'an evidence item that shows it; may be given several times', 'many'],
  ['--completed <date>', 'the day it was done'],
] as const satisfies Command['options'];

/** Some of what an action says. */
export type Given = Partial<ActionFile>;

/** The options that name each one of a list, where they are not called like their key. */
const LISTS: { readonly [key: string]: (workspace: Workspace, word: string) => Named } = {
  strand: ({ programme }, word) => strandNamed(programme, word),
  element: ({ programme }, word) => elementNamed(programme, word),
  recommendation: recommendationNamed,
  evidence: evidenceNamed,
};
const KEYS: { readonly [option: string]: keyof ActionFile } = {
  strand: 'strands',
  element: 'elements',
  recommendation: 'recommendations',
};
const DATES: readonly (keyof ActionFile)[] = ['start', 'due', 'completed'];
/** Texts of any length, in Markdown; the others stand on one line. */
export const LONG_TEXTS: readonly (keyof ActionFile)[] = ['baseline', 'success', 'outcome', 'impact'];

/** What the options say of an action, or the first that can't be used. */
export function actionGiven(
  workspace: Workspace,
  input: Input,
): { readonly given: Given } | { readonly refusal: Outcome } {
  const given: [string, string | readonly string[]][] = [];
  for (const [option, one] of Object.entries(LISTS)) {
    const words = texts(input, option);
    const found = allNamed(words, (word) => one(workspace, word));
    if ('refusal' in found) return found;
    if (found.ids.length > 0) given.push([KEYS[option] ?? option, found.ids]);
    else if (words.length > 0) return { refusal: unusable(`--${option} names none.`, 'Leave it out, or name one.') };
  }
  for (const key of ACTION_KEYS) {
    const word = text(input, key);
    if (word === undefined) continue;
    const read = readText(key, word);
    if ('wrong' in read) return { refusal: unusable(read.wrong, read.remedy) };
    given.push([key, read.value]);
  }
  return { given: Object.fromEntries(given) as Given };
}

/** A text, date or status as it is to stand in the file, or what is wrong with it and what to do. */
export function readText(
  key: keyof ActionFile,
  word: string,
): { readonly value: string } | { readonly wrong: string; readonly remedy: string } {
  const option = optionOf(key);
  const value = LONG_TEXTS.includes(key) ? word.replace(/\r\n?/g, '\n').trim() : oneLine(word);
  if (saysNothing(value))
    return { wrong: `${option} says nothing.`, remedy: 'Leave it out, or write something after it.' };
  if (DATES.includes(key) && !isDate(value))
    return {
      wrong: `${value} is not a date of the calendar.`,
      remedy: `Write it with the year first, such as ${option} 2026-10-12.`,
    };
  if (key === 'status') {
    const status = exactly(
      value,
      STATUSES.map((each) => [each, each] as const),
    );
    if (status !== null) return { value: status };
    return { wrong: `${value} is not a status of an action.`, remedy: didYouMean(value, STATUSES) };
  }
  const { maxLength: most = value.length } = (schemaAt('action', [key]) ?? {}) as { readonly maxLength?: number };
  if (value.length > most)
    return { wrong: `The ${key} has ${value.length} characters, and ${most} is the most.`, remedy: 'Make it shorter.' };
  return { value };
}

/** The option of a key: `--improvement-plan`. */
export function optionOf(key: string): string {
  const [option = key] = Object.entries(KEYS).find(([, each]) => each === key) ?? [];
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
