import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from '../src/commands/command.ts';
import { makeBook } from '../src/commands/completion/make-book.ts';
import { readWords } from '../src/commands/completion/read-words.ts';
import { splitLine } from '../src/commands/completion/split-line.ts';
import { LOADED } from '../src/commands/loaded.ts';
import { LOADED_LATER } from '../src/commands/loaded-later.ts';
import { badgesOn, todosOn } from '../src/facts/progress.ts';
import type { Listing } from '../src/model/listing.ts';
import type { Proof } from '../src/model/verdict.ts';
import { RULES } from '../src/rules/index.ts';
import { diagnose } from '../src/rules/run.ts';
import { files } from '../src/shell/files.ts';
import { assemble } from '../src/workspace/assemble.ts';
import { READING_LIST } from '../src/workspace/layout.ts';
import { worldIn } from './support/in-process.ts';
import { freshWorkspace, ON, SHIPPED, soundWorkspace } from './support/sound-workspace.ts';

/**
 * Whatever lem tells its users to type is a command line that lem can read: nobody is sent after a command or an option
 * that is not there.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const book = makeBook(worldIn(ROOT));

/** Why a whole command line can't be read, or null. */
function faultOf(line: string): string | null {
  const words = wordsOf(line);
  if (words[0] !== 'lem') return 'it is not of lem';
  const reading = readWords(book, words.slice(1));
  if (reading === null) return 'there is no such command, verb or option';
  const { shape, open, arguments: given } = reading;
  const { args = [], verbs } = shape;
  if (open !== null) return `${open.names.at(-1)} lacks its value`;
  if (verbs !== undefined && args.length === 0 && words.length > 1) return 'it lacks a verb';
  const needed = args.filter(([name]) => name.startsWith('<')).length;
  if (given < needed) return `it lacks ${args[given]?.[0]}`;
  return given > args.length && !args.at(-1)?.[0].includes('...') ? 'it has too many words' : null;
}

/** A line's words; what comes after a pipe or into a file is no longer lem's. */
function wordsOf(line: string): readonly string[] {
  const { before, at } = splitLine(line);
  const words = at === '' ? before : [...before, at];
  const end = words.findIndex((word) => /^[>|]$/.test(word));
  return end === -1 ? words : words.slice(0, end);
}

function faults(lines: Iterable<string>): readonly string[] {
  return [...new Set(lines)].flatMap((line) => {
    const fault = faultOf(line);
    return fault === null ? [] : [`${line}: ${fault}`];
  });
}

test('a line that can’t be read is told from one that can', () => {
  expect(
    ['lem grid show --json', 'lem', 'lem check a b --rule plan', 'lem grid set a b c --because "x y"'].map(faultOf),
  ).toEqual([null, null, null, null]);
  const wrong = ['lem grdi show', 'lem grid', 'lem grid shwo', 'lem status --jsn', 'lem status x', 'lem summary new'];
  expect(wrong.map(faultOf)).not.toContain(null);
  expect(faultOf('lem badges --on')).toBe('--on lacks its value');
});

test('every example of a command can be read', () => {
  const lines = (command: Command): readonly string[] => [
    ...command.examples.map(([line]) => line),
    ...Object.values(command.verbs ?? {}).flatMap(lines),
  ];
  const all = Object.values({ ...LOADED, ...LOADED_LATER }).flatMap(lines);
  expect(all.length).toBeGreaterThan(60);
  expect(faults(all)).toEqual([]);
});

const example = (name: string): Listing => files.list(join(ROOT, 'examples', name), READING_LIST);

/** Workspaces at every stage, with the days on which they are looked at. */
const STAGES: readonly (readonly [Listing, string])[] = [
  [example('ribble-bank'), '2026-06-08'],
  [example('ribble-bank'), '2025-01-10'],
  [example('ribble-bank'), '2029-01-10'],
  [example('first-day'), '2026-09-01'],
  [freshWorkspace(), ON],
  [soundWorkspace(), ON],
  [soundWorkspace(), '2029-01-10'],
];

test('what helps with a requirement, and what is to be done next, can be typed', () => {
  const lines: string[] = [];
  const fixes = ({ fix, parts }: Proof): readonly string[] => [...(fix === null ? [] : [fix]), ...parts.flatMap(fixes)];
  for (const [listing, on] of STAGES) {
    const assembly = assemble(listing, SHIPPED);
    if (assembly.state !== 'ready') throw new Error('the workspace can’t be used');
    const { workspace } = assembly;
    lines.push(...badgesOn(workspace, on).flatMap(({ verdicts }) => verdicts.flatMap(fixes)));
    lines.push(...todosOn(workspace, on).flatMap(({ command }) => command ?? []));
  }
  expect(new Set(lines).size).toBeGreaterThan(20);
  expect(faults(lines)).toEqual([]);
});

/** What lem itself does in a sentence, which is no command. */
const PROSE = new Set(
  (
    'again allows and are as can’t cleans content does follows for has is itself keeps leaves look looks makes reads sorts stopped ' +
    'tells that with works writes'
  ).split(' '),
);
/** What stands for whatever is put into a text, or left for the user to write. */
const ANYTHING = '…';

/**
 * Why a command line that stands in a sentence can't be read, or null. Where it ends, its words can't tell: so what is
 * looked at are its command, its verb and its options.
 */
function faultInSentence(text: string): string | null {
  const words: string[] = [];
  for (const word of splitLine(`${text} `).before) {
    const bare = word.replace(/[.,;:!?)]+$/, '');
    if (bare !== '' && !bare.startsWith(`--${ANYTHING}`)) words.push(bare.replace(/(.)…+$/, '$1'));
    if (bare !== word) break;
  }
  const [first = '', second = ''] = words;
  if (PROSE.has(first) || first === ANYTHING) return null;
  if (first.startsWith('-')) return readWords(book, [first]) === null ? 'there is no such option' : null;
  const { verbs } = (Object.hasOwn(book.commands, first) ? book.commands[first] : undefined) ?? {};
  if (verbs !== undefined && second === ANYTHING) words[1] = Object.keys(verbs)[0] ?? '';
  return readWords(book, words) === null ? 'there is no such command, verb or option' : null;
}

/** Every `lem …` of a text. */
function sentences(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w/.-])lem (?=[a-z…-])([^\n`<]*)/g)].map(([, rest = '']) => rest);
}

test('hints name only what is there', () => {
  const lines: string[] = [];
  for (const rule of RULES) {
    const found = diagnose(assemble(soundWorkspace(rule.wrong), SHIPPED), { level: 'submission', on: ON });
    for (const { hint, message } of found) lines.push(...sentences(`${message}\n${hint ?? ''}`));
  }
  const wrong = [...new Set(lines)].filter((line) => faultInSentence(line) !== null);
  expect(new Set(lines).size).toBeGreaterThan(15);
  expect(wrong).toEqual([]);
});

test('a name that a shell would take for more than a word is left for the user to write', () => {
  const overdue = 'title: A\nstrands: [race]\ndue: 2020-01-01\nstatus: planned\n';
  const listing = soundWorkspace({ 'plan/$(touch pwned).yaml': overdue, 'plan/passports-1.yaml': overdue });
  const assembly = assemble(listing, SHIPPED);
  const hints = diagnose(assembly, { level: 'submission', on: ON }).map(({ hint }) => hint ?? '');
  expect(hints.filter((hint) => hint.includes('--due')).map((hint) => hint.split(': ')[1])).toEqual([
    'lem plan update <action> --due …',
    'lem plan update passports-1 --due …',
  ]);
  expect(hints.join('')).not.toContain('lem plan update $');
});

test('a hint on another year than the present one names it', () => {
  const found = diagnose(
    assemble(
      soundWorkspace({
        'audit/2020-21/pupil-involvement.yaml': 'element: pupil-involvement\nstatus: complete\n',
      }),
      SHIPPED,
    ),
    { level: 'submission', on: ON },
  );
  const hints = found.map(({ hint }) => hint ?? '').filter((hint) => hint.includes('lem audit'));
  expect(hints.length).toBeGreaterThan(1);
  expect(hints.filter((hint) => !hint.includes('--year 2020-21'))).toEqual([]);
});

test('so do all the texts of lem, its templates and its README', () => {
  const texts = [...sources('src', '.ts'), ...sources('templates', ''), ...sources('examples', '.md'), 'README.md'];
  const wrong = texts.flatMap((path) =>
    sentences(textOf(path))
      .filter((line) => faultInSentence(line) !== null)
      .map((line) => `${path}: lem ${line}`),
  );
  expect(wrong).toEqual([]);
});

function sources(folder: string, ending: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending) && !/generated|^lem\./.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** A file's text; of code, what stands in its strings, with … for what is put in. */
function textOf(path: string): string {
  const text = readFileSync(join(ROOT, path), 'utf8');
  if (!path.endsWith('.ts')) return text;
  let code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  for (let before = ''; before !== code; ) {
    before = code;
    code = code.replace(/\$\{[^{}]*\}/g, ANYTHING);
  }
  return [...code.matchAll(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g)]
    .map(([literal]) => literal.slice(1, -1))
    .join('\n');
}
