import type { AnswersFile } from '../model/files.generated.ts';
import { didYouMean } from '../model/nearest.ts';
import type { Programme } from '../model/programme.ts';
import { readSchoolYear } from '../model/school-year.ts';
import { schemaAt } from '../source/schema-at.ts';
import { validate } from '../source/validate.ts';

/** What a new workspace is made from. */
export interface Answers extends AnswersFile {
  readonly name: string;
  readonly programme: string;
  readonly year: string;
  readonly ci: NonNullable<AnswersFile['ci']>;
}

/** The questions, in the order in which they are asked. */
export const QUESTIONS = [
  'name',
  'urn',
  'phase',
  'localAuthority',
  'programme',
  'year',
  'coordinator',
  'email',
  'ci',
] as const;
export type Question = (typeof QUESTIONS)[number];

/** Answers as they were given, sound each by itself; an empty one leaves out what may be left out. */
export type Given = { readonly [question in Question]?: string };

export const PHASES: readonly string[] = schemaAt('answers', ['phase'])?.enum ?? [];
export const CI_CHOICES: readonly string[] = schemaAt('answers', ['ci'])?.enum ?? [];
export const DEFAULTS = { programme: 'lem-5', localAuthority: 'Lancashire', ci: 'github' } as const;

/** What is wrong with an answer: in a sentence, and what to do. */
export interface Wrong {
  readonly message: string;
  readonly hint: string;
}

/** What is wrong with one answer, or null where it is sound. */
export function wrongWith(question: Question, answer: string, editions: ReadonlyMap<string, Programme>): Wrong | null {
  const wrong = (message: string, hint: string): Wrong => ({ message, hint });
  if (answer === '')
    return MAY_BE_LEFT_OUT.has(question) ? null : wrong(`${LABELS[question]} is empty.`, EXAMPLES[question]);
  if (/[\p{Cc}\u2028\u2029]/u.test(answer)) return wrong(`${LABELS[question]} is not on one line.`, EXAMPLES[question]);
  switch (question) {
    case 'programme':
      return editions.has(answer)
        ? null
        : wrong(`There is no programme ${answer}.`, didYouMean(answer, editions.keys()));
    case 'year':
      return readSchoolYear(answer) === null ? wrong(`${answer} is not a school year.`, EXAMPLES.year) : null;
    case 'phase':
      return PHASES.includes(answer) ? null : wrong(`There is no phase ${answer}.`, didYouMean(answer, PHASES));
    case 'ci':
      return CI_CHOICES.includes(answer)
        ? null
        : wrong(`There is no CI file for ${answer}.`, didYouMean(answer, CI_CHOICES));
    default: {
      const { problems } = validate('answers', { file: '', text: '', data: { [question]: answer }, problems: [] });
      return problems.length === 0 ? null : wrong(`${LABELS[question]} is not in the right form.`, EXAMPLES[question]);
    }
  }
}

/**
 * The answers complete, with the usual for what was not given; null where something is missing for which there is none.
 * @param usual the programme and the school year where none is named
 */
export function settle(given: Given, usual: { readonly programme: string; readonly year: string }): Answers | null {
  const {
    name,
    urn,
    phase,
    localAuthority = DEFAULTS.localAuthority,
    programme = usual.programme,
    year = usual.year,
    coordinator,
    email,
    ci = DEFAULTS.ci,
  } = given;
  if (name === undefined) return null;
  const kept = Object.entries({ urn, phase, localAuthority, coordinator, email }).filter(
    ([, answer]) => answer !== undefined && answer !== '',
  );
  return {
    name,
    programme,
    year: readSchoolYear(year) ?? usual.year,
    ci: ci as Answers['ci'],
    ...(Object.fromEntries(kept) as AnswersFile),
  };
}

const MAY_BE_LEFT_OUT: ReadonlySet<Question> = new Set<Question>([
  'urn',
  'phase',
  'localAuthority',
  'coordinator',
  'email',
]);

const LABELS: { readonly [question in Question]: string } = {
  name: 'The school’s name',
  urn: 'The URN',
  phase: 'The phase',
  localAuthority: 'The local authority',
  programme: 'The programme',
  year: 'The school year',
  coordinator: 'The co-ordinator’s name',
  email: 'The e-mail address',
  ci: 'The CI service',
};

const EXAMPLES: { readonly [question in Question]: string } = {
  name: 'Write it as it should stand on the summaries, in at most 200 characters.',
  urn: 'It has six digits, such as 119999.',
  phase: `It is one of ${PHASES.join(', ')}.`,
  localAuthority: 'Write its name, such as Lancashire.',
  programme: 'Write the id of an edition, such as lem-5.',
  year: 'Write it like 2026-27.',
  coordinator: 'Write it as colleagues know it, such as J. Patel.',
  email: 'Write it like office@school.example.',
  ci: `It is one of ${CI_CHOICES.join(', ')}.`,
};
