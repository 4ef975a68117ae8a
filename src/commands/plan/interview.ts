import { visible } from '../../model/visible.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Prompts } from '../../world.ts';
import { type Given, optionOf, readText } from './given.ts';
import { sameTitle } from './same-title.ts';

/** What each key is asked for with; all but the title may be left out. */
const QUESTIONS = {
  title: 'What will be done, in a line:',
  improvementPlan: 'The priority of the School Improvement Plan that it serves',
  lead: 'Who answers for it, by role or name',
  start: 'The day work begins, such as 2026-11-10',
  due: 'The day it should be done by',
  baseline: 'Where things stand before work begins',
  success: 'How the school will know that it worked',
  outcome: 'What changed, against the baseline:',
  impact: 'What difference it made to people:',
} as const;

type Asked = keyof typeof QUESTIONS;
const NEEDED: readonly Asked[] = ['title', 'outcome', 'impact'];

/** Asks for what a new action has not been given. @returns all that is known of it then, or null where the user broke off */
export async function askForAction(prompts: Prompts, workspace: Workspace, given: Given): Promise<Given | null> {
  const { strands, elements } = workspace.programme;
  const title = await askFor(prompts, ['title'], given, (answer) => {
    const same = sameTitle(workspace, answer);
    return same === null ? null : `${same.file} is open, and has this title already.`;
  });
  if (title === null) return null;
  let known = title;
  for (let message = 'Strands it is for:'; known.strands === undefined; message = 'Strands it is for, at least one:') {
    const chosen = await prompts.many({ message, choices: choicesOf(strands) });
    if (chosen === null) return null;
    if (chosen.length > 0) known = { ...known, strands: chosen };
  }
  if (known.elements === undefined) {
    const chosen = await prompts.many({
      message: 'Elements it is for (none chosen: all):',
      choices: choicesOf(elements),
    });
    if (chosen === null) return null;
    if (chosen.length > 0) known = { ...known, elements: chosen };
  }
  if (known.improvementPlan === undefined) {
    const linked = await askForLink(prompts, workspace);
    if (linked === null) return null;
    if (linked !== '') known = { ...known, improvementPlan: linked };
  }
  return askFor(prompts, ['lead', 'start', 'due', 'baseline', 'success'], known);
}

/**
 * Asks for those of the keys that are not given.
 * @param objection what else is wrong with an answer, or null
 * @returns all that is known then, or null where the user broke off
 */
export async function askFor(
  prompts: Prompts,
  keys: readonly Asked[],
  given: Given,
  objection: (answer: string) => string | null = () => null,
): Promise<Given | null> {
  let known = given;
  for (const key of keys) {
    if (known[key] !== undefined) continue;
    const answer = await ask(prompts, key, known, objection);
    if (answer === null) return null;
    const read = readText(key, answer);
    if (!('wrong' in read)) known = { ...known, [key]: read.value };
  }
  return known;
}

function ask(
  prompts: Prompts,
  key: Asked,
  { start = '' }: Given,
  objection: (answer: string) => string | null,
): Promise<string | null> {
  const isNeeded = NEEDED.includes(key);
  return prompts.text({
    message: isNeeded ? QUESTIONS[key] : `${QUESTIONS[key]} (Enter to leave it out):`,
    check: (answer) => {
      if (answer.trim() === '') return isNeeded ? 'This is needed.' : null;
      const read = readText(key, answer);
      if ('wrong' in read) return visible(`${read.wrong} ${read.remedy.replace(`${optionOf(key)} `, '')}`);
      return key === 'due' && read.value < start ? `That is before it begins on ${start}.` : objection(read.value);
    },
  });
}

const OTHER = '+';

/** The link to the School Improvement Plan: one that the plan has already, or another; empty to leave it out. */
async function askForLink(prompts: Prompts, { actions }: Workspace): Promise<string | null> {
  const used = [...actions.values()].flatMap((known) =>
    known.state === 'known' ? (known.value.improvementPlan ?? []) : [],
  );
  const choices = [...new Set(used)].sort().map((each) => ({ value: each, name: visible(each) }));
  const message = `${QUESTIONS.improvementPlan}:`;
  const last = [
    { value: OTHER, name: '(another)' },
    { value: '', name: '(leave it out)' },
  ];
  const chosen = choices.length === 0 ? OTHER : await prompts.choose({ message, choices: [...choices, ...last] });
  if (chosen !== OTHER) return chosen;
  const known = await askFor(prompts, ['improvementPlan'], {});
  return known === null ? null : (known.improvementPlan ?? '');
}

function choicesOf(known: ReadonlyMap<string, { readonly id: string; readonly title: string }>) {
  return [...known.values()].map(({ id, title }) => ({ value: id, name: visible(title) }));
}
