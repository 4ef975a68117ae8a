import { type Outcome, unusable } from '../model/outcome.ts';
import { at } from '../model/place.ts';
import type { Programme } from '../model/programme.ts';
import { parse } from '../source/parse.ts';
import { validate } from '../source/validate.ts';
import { type Given, QUESTIONS, type Question, wrongWith } from '../workspace/scaffold-answers.ts';
import type { World } from '../world.ts';
import { type Input, text } from './command.ts';
import { refusedFile } from './refused-file.ts';

type Read = { readonly answers: Given } | { readonly refusal: Outcome };
type Editions = ReadonlyMap<string, Programme>;

/** The answers that stand in flags, and behind them those of the file after --answers. */
export function givenAnswers(world: World, input: Input, folder: string, editions: Editions): Read {
  const path = text(input, 'answers');
  const filed = path === undefined ? { answers: {} } : fromFile(world, folder, path, editions);
  if ('refusal' in filed) return filed;
  const flagged: { [question in Question]?: string } = {};
  for (const question of QUESTIONS) {
    const answer = text(input, question)?.trim();
    if (answer === undefined) continue;
    const wrong = wrongWith(question, answer, editions);
    if (wrong !== null) return { refusal: unusable(`${flagOf(question)}: ${wrong.message}`, wrong.hint) };
    flagged[question] = answer;
  }
  return { answers: { ...filed.answers, ...flagged } };
}

/** A question's flag, `--local-authority`. */
function flagOf(question: Question): string {
  return `--${question.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function fromFile(world: World, folder: string, path: string, editions: Editions): Read {
  const entry = world.files.readText(world.files.resolve(folder, path));
  if (entry === null) return { refusal: unusable(`There is no file ${path}.`, 'Check the path after --answers.') };
  if (entry.kind === 'bad')
    return {
      refusal: unusable(
        `${path} can’t be read as a file of answers.`,
        'Check the path after --answers: it names a YAML file in UTF-8.',
      ),
    };
  const source = parse(path, entry.text);
  const { known, problems } = validate('answers', source);
  const all = [...source.problems, ...problems];
  if (known.state !== 'known') return { refusal: refusedFile(source, all) };
  const answers: { [question in Question]?: string } = {};
  for (const question of QUESTIONS) {
    const answer = known.value[question]?.trim();
    if (answer === undefined) continue;
    answers[question] = answer;
    const wrong = wrongWith(question, answer, editions);
    if (wrong !== null) all.push({ code: 'schema/wrong-value', where: at(path, question), ...wrong });
  }
  return all.length === 0 ? { answers } : { refusal: refusedFile(source, all) };
}
