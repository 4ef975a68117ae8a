import { auditProgress, type ElementProgress } from '../../facts/audit-progress.ts';
import type { SoundAuditYear } from '../../facts/audit-years.ts';
import { out } from '../../model/block.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { elementChoice } from '../../views/interview-audit.ts';
import { pathOf } from '../../workspace/layout.ts';
import type { Prompts, World } from '../../world.ts';
import { argument, type Command, flag, type Input, text, YEAR_OPTION } from '../command.ts';
import { noTerminal } from '../interview/no-terminal.ts';
import { elementNamed, statementNamed } from '../named.ts';
import { answerElement } from './answer-element.ts';
import { type AuditRequest, auditRequest } from './year.ts';

export const answerAudit: Command = {
  summary: 'An interview on an element’s audit, statement by statement; each answer is saved before the next question.',
  args: [['[element]', 'an element’s id or title (default: choose from a list)']],
  options: [
    YEAR_OPTION,
    ['--on <date>', 'the day on which the team judges (default: today)'],
    ['--statement <statement>', 'begin with this statement, judged or not'],
    ['--all', 'go through the statements that are judged, too'],
  ],
  examples: [
    ['lem audit answer', 'choose an element, and go on where it was left'],
    ['lem audit answer learning-and-teaching', 'its statements that are not judged yet'],
    ['lem audit answer --statement learning-and-teaching.3', 'judge a statement anew'],
  ],
  run: answer,
};

async function answer(world: World, input: Input): Promise<Outcome> {
  const request = auditRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const asked = askedFor(request, input);
  if ('refusal' in asked) return asked.refusal;
  const elements = auditProgress(request.audit);
  if (!world.terminal.interactive)
    return noTerminal(
      elements.find(({ element }) => element.id === asked.element)?.file ??
        pathOf.audit(request.audit.year, '<element>'),
      'take a spreadsheet with lem import audit',
    );
  const prompts = await world.prompts();
  const id = asked.element ?? (await chooseElement(prompts, request.audit, elements));
  const element = elements.find((each) => each.element.id === id);
  if (element === undefined) return { exit: 0, report: [out('Nothing was changed.')] };
  return (
    unfit(element, request.audit) ??
    answerElement(world, prompts, request, element, { ...asked, all: flag(input, 'all') })
  );
}

/** The element and the statement that the command line names, if any. */
function askedFor(
  { audit: { programme } }: AuditRequest,
  input: Input,
): { readonly element: string | null; readonly statement: string | null } | { readonly refusal: Outcome } {
  const word = argument(input, 0);
  const element = word === undefined ? null : elementNamed(programme, word);
  if (element !== null && 'refusal' in element) return element;
  const given = text(input, 'statement');
  if (given === undefined) return { element: element?.id ?? null, statement: null };
  const statement = statementNamed(
    programme,
    element !== null && /^\d+$/.test(given) ? `${element.id}.${given}` : given,
  );
  if ('refusal' in statement) return statement;
  const owner = [...programme.elements.values()].find(({ statements }) =>
    statements.some(({ id }) => id === statement.id),
  );
  if (owner !== undefined && (element === null || element.id === owner.id))
    return { element: owner.id, statement: statement.id };
  return { refusal: unusable(`${statement.id} is a statement of ${owner?.title}.`, 'Name that element, or none.') };
}

/** Which element to go on with: whose it is, and how far it has come. */
function chooseElement(
  prompts: Prompts,
  audit: SoundAuditYear,
  elements: readonly ElementProgress[],
): Promise<string | null> {
  const open = elements.find(({ state, status }) => state === 'known' && status === 'draft');
  return prompts.choose({
    message: `The element to judge in ${audit.year}:`,
    choices: elements.map((each) => ({
      value: each.element.id,
      name: elementChoice(audit, elements, each),
      short: each.element.title,
    })),
    ...(open === undefined ? {} : { default: open.element.id }),
  });
}

/** Why an element can't be judged, or null. */
function unfit({ element, file, state }: ElementProgress, { year }: SoundAuditYear): Outcome | null {
  switch (state) {
    case 'known':
      return null;
    case 'absent':
      return unusable(
        `There is no audit of ${element.title} in ${year} yet.`,
        `Begin it with lem audit start ${year}.`,
      );
    case 'unreadable':
      return unusable(`${file} can’t be read.`, `lem check ${file} says what is wrong.`);
    case 'other-edition':
      return unusable(`${file} was made against another edition than the rest of ${year}.`, `See lem check ${file}.`);
  }
}
