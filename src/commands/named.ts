import { recommendations } from '../facts/recommendations.ts';
import type { IsoDate } from '../model/calendar.ts';
import { isDate } from '../model/calendar.ts';
import { didYouMean, exactly } from '../model/nearest.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import { elementWords, type Programme, ratingShown, ratingWords, strandWords } from '../model/programme.ts';
import { readSchoolYear, type SchoolYear } from '../model/school-year.ts';
import { cut } from '../model/width.ts';
import { oneLine } from '../workspace/scaffold-text.ts';
import { yearOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * What the user named on the command line, as the workspace knows it. A strand, element or rating may be named by its id,
 * title or alias, a rating by its letter too; whatever is not there is refused with what was probably meant.
 */
export type Named = { readonly id: string } | { readonly refusal: Outcome };

/** A strand of the programme. */
export function strandNamed(programme: Programme, word: string): Named {
  return named(word, strandWords(programme), `There is no strand ${word} in ${programme.id}.`);
}

/** An element of the programme. */
export function elementNamed(programme: Programme, word: string): Named {
  return named(word, elementWords(programme), `There is no element ${word} in ${programme.id}.`);
}

/** A rating of the scale, or not applicable. */
export function ratingNamed(programme: Programme, word: string): Named {
  const words = ratingWords(programme).flatMap((id): readonly (readonly [string, string])[] => {
    const { title = id, letter = id } = ratingShown(programme, id) ?? {};
    return [
      [id, id],
      [title, id],
      [letter, id],
    ];
  });
  return named(word, words, `${word} is not a rating of ${programme.id}.`);
}

/** A statement of the programme, by its id: `learning-and-teaching.1`. */
export function statementNamed(programme: Programme, word: string): Named {
  return named(word, pairs(programme.statements.keys()), `There is no statement ${word} in ${programme.id}.`);
}

/** An action of the plan, by the name of its file. */
export function actionNamed({ actions }: Workspace, word: string): Named {
  return named(bare(word, 'plan'), pairs(actions.keys()), `There is no action ${word}.`);
}

/** An evidence item, by the name of its folder. */
export function evidenceNamed({ evidence }: Workspace, word: string): Named {
  return named(bare(word, 'evidence'), pairs(evidence.keys()), `There is no evidence item ${word}.`);
}

/** What the Equality team recommended, by its number as lem plan suggest shows it (`2026-06-25.1`) or by its text. */
export function recommendationNamed(workspace: Workspace, word: string): Named {
  const all = recommendations(workspace);
  const wanted = oneLine(word);
  const found = all.find(({ id, text }) => id === wanted || text === wanted);
  if (found !== undefined) return { id: found.text };
  const ids = all.map(({ id }) => id);
  return {
    refusal: unusable(
      `There is no recommendation ${cut(wanted, LONGEST_WORD)} in ${workspace.awards.file}.`,
      didYouMean(wanted, ids),
    ),
  };
}

/** What was asked for is said back up to so many columns. */
const LONGEST_WORD = 60;

/** Several of a kind, in the order given and each once; the first that is not there refuses them all. */
export function allNamed(
  words: readonly string[],
  one: (word: string) => Named,
): { readonly ids: readonly string[] } | { readonly refusal: Outcome } {
  const ids = new Set<string>();
  for (const given of words) {
    // A title may hold a comma itself.
    const whole = given.includes(',') ? one(given) : null;
    for (const part of whole !== null && 'id' in whole ? [given] : given.split(',')) {
      const word = part.trim();
      if (word === '') continue;
      const found = one(word);
      if ('refusal' in found) return found;
      ids.add(found.id);
    }
  }
  return { ids: [...ids] };
}

/** A school year in any of its forms; where none is given, the one that counts on a day. */
export function yearNamed(
  workspace: Workspace,
  word: string | undefined,
  on: IsoDate,
): { readonly year: SchoolYear } | { readonly refusal: Outcome } {
  const year = word === undefined ? yearOn(workspace, on) : readSchoolYear(word);
  if (year !== null) return { year };
  return { refusal: unusable(`${word} is not a school year.`, 'Write it as two years in a row, such as 2026-27.') };
}

/** A date after an option. @param option with its dashes, for the message */
export function dateNamed(option: string, word: string): { readonly date: IsoDate } | { readonly refusal: Outcome } {
  if (isDate(word)) return { date: word };
  return {
    refusal: unusable(
      `${word} is not a date of the calendar.`,
      `Write it with the year first, such as ${option} 2026-10-12.`,
    ),
  };
}

function named(word: string, known: readonly (readonly [string, string])[], otherwise: string): Named {
  const id = exactly(word, known);
  return id === null ? { refusal: unusable(otherwise, didYouMean(word, known)) } : { id };
}

function pairs(ids: Iterable<string>): readonly (readonly [string, string])[] {
  return [...ids].map((id) => [id, id] as const);
}

/** An id, also where a shell completed it to its file or folder: `plan/passports.yaml`. */
function bare(word: string, folder: string): string {
  return word.startsWith(`${folder}/`)
    ? word.slice(folder.length + 1).replace(/(?:\/(?:evidence\.yaml)?|\.yaml)$/, '')
    : word;
}
