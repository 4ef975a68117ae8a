import type { Outcome } from '../model/outcome.ts';
import { isPlainWord } from '../model/plain-word.ts';
import { visible } from '../model/visible.ts';
import { cut } from '../model/width.ts';
import { WORKSPACE_FILE } from '../workspace/layout.ts';
import type { Book, Candidate } from './completion/book.ts';
import type { Placeholder } from './completion/placeholder.ts';
import { expectedAfter, readWords } from './completion/read-words.ts';
import { splitLine } from './completion/split-line.ts';
import { type Seen, WORKSPACE_WORDS } from './completion/workspace-words.ts';

/** Placeholders whose values the shell itself completes best, with the line that asks it to. */
export const PATHS: { readonly [name: string]: ':files' | ':folders' } = {
  file: ':files',
  path: ':files',
  dir: ':folders',
};

/** Of a note, in columns. */
const WIDEST = 70;

/**
 * Answers a Tab. The scripts of `lem completion` ask, and nobody else: no help shows it.
 * @param asked `--at=<word>` and the words before it, as the shell read them; or `--line=<line>` for a shell that hands
 * them on with their quotes. Neither leans on `--` or on an empty word, which PowerShell drops.
 * @returns a line for each candidate, with a tab before its note; or one line that leaves it to the shell
 */
export function complete(world: Seen, book: Book, asked: readonly string[]): Outcome {
  const { before, at } = typed(asked);
  const reading = readWords(book, before);
  if (reading === null) return answer([]);
  const { words, value, settled } = expectedAfter(reading, at);
  const word = at.slice(settled.length);
  if (value === null) return answer(startingWith(word, words));
  const paths = value.thenFile && word.includes('=') ? ':files' : Object.hasOwn(PATHS, value.name) && PATHS[value.name];
  if (paths) return answer([[paths, '']]);
  const known = valuesOf(world, book, value, reading.folder).filter(([each]) => isPlainWord(each));
  const [done, last] = beforeComma(word);
  return answer(startingWith(last, known).map(([each, note]) => [settled + done + each, note]));
}

function typed([first = '', ...rest]: readonly string[]): { readonly before: readonly string[]; readonly at: string } {
  const [, way, text = ''] = /^--(line|at)=(.*)$/s.exec(first) ?? [];
  if (way !== 'line') return { before: rest, at: text };
  const { before, at } = splitLine(text);
  return { before: before.slice(1), at };
}

function valuesOf(world: Seen, book: Book, { name }: Placeholder, folder: string | null): readonly Candidate[] {
  const always = Object.hasOwn(book.words, name) ? (book.words[name] ?? []) : [];
  const inWorkspace = Object.hasOwn(WORKSPACE_WORDS, name) ? WORKSPACE_WORDS[name] : undefined;
  if (inWorkspace === undefined) return always;
  const root = world.files.findUp(world.files.resolve(world.cwd, folder ?? '.'), WORKSPACE_FILE);
  return root === null ? always : [...inWorkspace(world, root), ...always];
}

/** A list such as `race,dis` in what is settled and what is not. */
function beforeComma(word: string): readonly [string, string] {
  const end = word.lastIndexOf(',') + 1;
  return [word.slice(0, end), word.slice(end)];
}

/** The candidates that go on from what is typed, in capitals or not. */
function startingWith(word: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const wanted = word.toLowerCase();
  return candidates.filter(([each]) => each.toLowerCase().startsWith(wanted));
}

function answer(candidates: readonly Candidate[]): Outcome {
  const lines = candidates.map(([word, note]) => {
    const shown = cut(
      visible(
        note
          .replace(/ \(default: .*\)$/, '')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      ),
      WIDEST,
    );
    return `${word}${shown === '' ? '' : `\t${shown}`}\n`;
  });
  return { exit: 0, report: [{ kind: 'text', text: lines.join('') }] };
}
