import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from '../src/commands/command.ts';
import { complete, PATHS } from '../src/commands/complete.ts';
import { makeBook } from '../src/commands/completion/make-book.ts';
import { placeholderIn } from '../src/commands/completion/placeholder.ts';
import { splitLine } from '../src/commands/completion/split-line.ts';
import { WORKSPACE_WORDS } from '../src/commands/completion/workspace-words.ts';
import { LOADED } from '../src/commands/loaded.ts';
import { LOADED_LATER } from '../src/commands/loaded-later.ts';
import { RULES } from '../src/rules/index.ts';
import { FORMATS } from '../src/views/formats/index.ts';
import { lemIn, worldIn } from './support/in-process.ts';
import { lem } from './support/scenario.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'bin/lem.js');

/** A folder whose path has spaces and an accent, with the sample school in `our school` and `lem` in `bin`. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lem école ')));
const school = join(folder, 'our school');
const book = makeBook(worldIn(folder));

beforeAll(() => {
  cpSync(join(ROOT, 'examples/ribble-bank'), school, { recursive: true });
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/lem'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
  chmodSync(join(folder, 'bin/lem'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a Tab offers after some words, the last of which is being typed. */
function offered(words: readonly string[], at = school): readonly string[] {
  const world = worldIn(at, { today: '2026-06-08' });
  const { report } = complete(world, book, [`--at=${words.at(-1) ?? ''}`, ...words.slice(0, -1)]);
  return linesOf(report.map((block) => (block.kind === 'text' ? block.text : '')).join('')).map(
    (line) => line.split('\t')[0] ?? '',
  );
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

const STRANDS = ['race', 'gender', 'disability', 'sexual-orientation', 'religion-and-belief'];
const YEARS = ['2024-25', '2025-26', '2026-27'];

test.each<[string, readonly string[], readonly string[]]>([
  ['a command', ['st'], ['status']],
  ['a verb', ['summary', ''], ['new', 'preview', 'render']],
  ['an option', ['grid', 'show', '--y'], ['--year']],
  ['the help of a command', ['help', 'badg'], ['badges']],
  ['a strand', ['badges', ''], STRANDS],
  ['a document', ['preview', ''], [...STRANDS, 'report', 'governors', 'team', 'public']],
  ['a recommendation', ['plan', 'add', '--recommendation', ''], ['2025-07-03.1', '2025-07-03.2']],
  ['the verb of a noun that has one', ['award', ''], ['apply']],
  ['a response', ['award', 'apply', ''], [':files']],
  ['a strand in capitals', ['badges', 'RAC'], ['race']],
  ['a year', ['grid', 'show', '--year', ''], YEARS],
  ['a year after =', ['grid', 'show', '--year=2025'], ['--year=2025-26']],
  ['after an option with its value', ['badges', '--on', '2026-06-08', 'rac'], ['race']],
  ['after --', ['badges', '--', 'rac'], ['race']],
  ['a rule', ['explain', 'plan/overd'], ['plan/overdue']],
  ['a group of rules', ['check', '--rule', 'calen'], expect.arrayContaining(['calendar'])],
  ['a level', ['check', '--level', ''], ['draft', 'ready', 'submission']],
  ['a format', ['check', '--format', ''], Object.keys(FORMATS)],
  ['a file after a format', ['check', '--format', 'sarif=le'], [':files']],
  ['a file', ['check', 'pl'], [':files']],
  ['a folder', ['-C', ''], [':folders']],
  ['free text', ['init', '--name', ''], []],
  ['an option whose value may be left out', ['check', '--changed', '--lev'], ['--level']],
  ['what is left when all is said', ['explain', 'plan/overdue', ''], ['-C', '--help']],
  ['no option twice', ['grid', 'show', '--json', '--j'], []],
  ['an option that may be given again', ['check', '--rule', 'plan', '--ru'], ['--rule']],
  ['after what is no command', ['stauts', ''], []],
])('completes %s', (_, words, expected) => {
  expect(offered(words)).toEqual(expected);
});

test('the workspace is that of -C, before the command or after it', () => {
  expect(offered(['badges', ''], folder)).toEqual([]);
  expect(offered(['-C', 'our school', 'badges', ''], folder)).toEqual(STRANDS);
  expect(offered(['badges', '-C', 'our school/plan', ''], folder)).toEqual(STRANDS);
  expect(offered(['badges', '-Cour school', ''], folder)).toEqual(STRANDS);
  expect(offered(['badges', '-C', 'nowhere', ''], folder)).toEqual([]);
});

test('what a workspace has comes from its own folders and its programme', () => {
  const words = (name: string): readonly string[] =>
    (WORKSPACE_WORDS[name]?.(worldIn(school, { today: '2026-11-24' }), school) ?? []).map(([word]) => word);
  expect(words('action')).toContain('adjustment-passports');
  expect(words('item')).toContain('prejudice-incident-log');
  expect(words('element')).toContain('learning-and-teaching');
  expect(words('statement')).toContain('learning-and-teaching.1');
  expect(words('rating')).toEqual(['red', 'amber', 'green', 'not-applicable']);
  expect(words('year')).toEqual([...YEARS, '2027-28']);
});

test('another award has its own words', () => {
  const at = mkdtempSync(join(tmpdir(), 'lem award '));
  cpSync(join(ROOT, 'test/programmes/reading-award'), at, { recursive: true });
  writeFileSync(join(at, 'lem.yaml'), 'format: 1\nprogramme: reading-award\n');
  const words = offered(['badges', ''], at);
  expect(words.length).toBeGreaterThan(0);
  expect(STRANDS.filter((strand) => words.includes(strand))).toEqual([]);
  // A programme.yaml that lem.yaml does not name counts for nothing.
  writeFileSync(join(at, 'lem.yaml'), 'format: 1\nprogramme: lem-5\n');
  expect(offered(['badges', ''], at)).toEqual(STRANDS);
  rmSync(at, { recursive: true });
});

describe('what is broken or hostile', () => {
  const at = mkdtempSync(join(tmpdir(), 'lem hostile '));
  const put = (path: string, text: string): void => {
    mkdirSync(join(at, path, '..'), { recursive: true });
    writeFileSync(join(at, path), text);
  };
  const names = (name: string): readonly string[] => offered(name === 'strand' ? ['badges', ''] : ['explain', ''], at);
  afterAll(() => rmSync(at, { recursive: true, force: true }));

  test.each([
    ['no YAML', 'lem.yaml', '{{{'],
    ['no map', 'lem.yaml', '- 1\n'],
    ['nothing', 'lem.yaml', ''],
    ['no programme that there is', 'lem.yaml', 'programme: ../../package.json\n'],
    ['no id', 'lem.yaml', 'programme: 5\n'],
  ])('a lem.yaml with %s gives no ids', (_, path, text) => {
    put(path, text);
    expect(names('strand')).toEqual([]);
    expect(names('rule').length).toBeGreaterThanOrEqual(RULES.length);
  });

  test.each([
    ['no YAML', '{{{'],
    ['strands that are no list', 'id: ours\nstrands: 5\n'],
    ['strands that are none', 'id: ours\nstrands: [5, null, { id: 7 }, { title: A }]\n'],
    ['no strands', 'id: ours\n'],
  ])('a programme.yaml with %s gives no ids', (_, text) => {
    put('lem.yaml', 'programme: ours\n');
    put('programme.yaml', text);
    expect(names('strand')).toEqual([]);
  });

  test('names that a shell would take for more than a word are not offered', () => {
    put('lem.yaml', 'programme: ours\n');
    put(
      'programme.yaml',
      'id: ours\nstrands:\n  - { id: "$(touch pwned)" }\n  - { id: "a b" }\n  - { id: -rf }\n  - { id: "e\\e[31m" }\n  - { id: équité, title: "A\\e[31m title\\tof two\\nlines" }\n',
    );
    expect(names('strand')).toEqual(['équité']);
    const { out } = lem(at, ['complete', '--at=', 'badges']);
    expect(out).toBe('équité\tA␛[31m title of two lines\n');
  });

  test('ids that come from folders have no control characters', () => {
    put('plan/a\u001b[31m.yaml', '');
    put('plan/two words.yaml', '');
    put('plan/fine.yaml', '');
    symlinkSync('/', join(at, 'evidence'));
    const all = Object.values(WORKSPACE_WORDS).flatMap((words) => words(worldIn(at), at));
    expect(all.map(([word]) => word)).toContain('fine');
    expect(offered(['plan', 'update', ''], at)).toEqual(['fine']);
  });
});

test('a line of bash is split without its quotes, and nothing in it is carried out', () => {
  expect(splitLine('lem -C "my école" \'a b\' c\\ d $(x) "e')).toEqual({
    before: ['lem', '-C', 'my école', 'a b', 'c d', '$(x)'],
    at: 'e',
  });
  expect(splitLine('lem  "" ')).toEqual({ before: ['lem', ''], at: '' });
  expect(splitLine('lem "a\\"b\\c" ').before).toEqual(['lem', 'a"b\\c']);
});

/** What can’t be completed, by its placeholder; a new placeholder belongs here, in the book or in WORKSPACE_WORDS. */
const FREE = [
  'address',
  'base',
  'column',
  'date',
  'day',
  'digits',
  'id',
  'n',
  'name',
  'part',
  'priority',
  'span',
  'text',
  'title',
  'who',
];

test('every placeholder stands for something that completion knows, or for free text', () => {
  const known = [...Object.keys(book.words), ...Object.keys(WORKSPACE_WORDS), ...Object.keys(PATHS), ...FREE];
  const notations = (command: Command): readonly string[] => [
    ...[...(command.args ?? []), ...(command.options ?? [])].map(([notation]) => notation),
    ...Object.values(command.verbs ?? {}).flatMap(notations),
  ];
  const names = Object.values({ ...LOADED, ...LOADED_LATER })
    .flatMap(notations)
    .map((notation) => placeholderIn(notation)?.name)
    .filter((name) => name !== undefined);
  expect(names.length).toBeGreaterThan(20);
  expect([...new Set(names)].filter((name) => !known.includes(name))).toEqual([]);
});

test('lem completion says for each shell where its line goes, and refuses what is none', async () => {
  const world = worldIn(folder);
  const { exit, text } = await lemIn(world, ['completion']);
  expect(exit).toBe(0);
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
    expect(text).toContain(`lem completion ${shell}`);
    expect((await lemIn(world, ['completion', shell])).text).toContain('lem complete');
  }
  expect(await lemIn(world, ['completion', 'fishh'])).toEqual({
    exit: 2,
    text: 'lem: There is no completion for fishh.\n  Did you mean fish?\n',
  });
});

test('the command that answers a Tab is shown by no help', () => {
  expect(lem(folder, ['--help']).out).not.toMatch(/^ +complete /m);
  expect(lem(folder, ['complete', '--at=st']).out).toBe(
    'status\twhere the school stands, and the next three things to do\n',
  );
  expect(lem(folder, ['complete'])).toMatchObject({ exit: 0, err: '' });
});

test('a Tab loads none of what commands load', () => {
  const size = (name: string): number => statSync(join(ROOT, 'dist', name)).size;
  // What `app` and `later` share stands in files of its own.
  const commands = readdirSync(join(ROOT, 'dist')).filter((name) => /^(app|shared-.*)\.js$/.test(name));
  expect(size('complete.js')).toBeLessThan(commands.reduce((sum, name) => sum + size(name), 0) / 5);
  expect(readFileSync(join(ROOT, 'dist/complete.js'), 'utf8')).not.toMatch(/app\.js|puppeteer["']|sharp/);
});

/** Runs a program in the folder with the sample school, with `lem` on its path. */
function ran(program: string, args: readonly string[]): { readonly out: string; readonly err: string } {
  const { stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, HOME: folder, LC_ALL: 'C.UTF-8' },
  });
  return { out: stdout, err: stderr };
}

function has(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

const SCRIPTS = join(ROOT, 'templates/completion');

/** What each shell takes to complete lines, and to print what it offers for each, with `END` after it. */
const SHELLS: { readonly [name: string]: (lines: readonly string[]) => readonly string[] } = {
  bash: (lines) => [
    '--norc',
    '-c',
    `source "$0"; source "$0"; COMP_TYPE=9
    for COMP_LINE in "$@"; do
      COMP_POINT=\${#COMP_LINE}; _lem lem; printf '%s\\n' "\${COMPREPLY[@]}" END
    done`,
    `${SCRIPTS}/lem.bash`,
    ...lines,
  ],
  zsh: (lines) => [
    '-f',
    '-c',
    `compdef() { : }; compset() { : }; _files() { print :files }; _describe() { print -rl -- "\${(@P)2%%:*}" }
    source "$0"
    for line in "$@"; do
      words=("\${(@z)line}"); [[ $line == *' ' ]] && words+=(''); CURRENT=\${#words}; PREFIX=$words[-1]; _lem; print END
    done`,
    `${SCRIPTS}/lem.zsh`,
    ...lines,
  ],
  fish: (lines) => [
    '--no-config',
    '-c',
    `source $argv[1]; for line in $argv[2..]; complete -C $line; echo END; end`,
    `${SCRIPTS}/lem.fish`,
    ...lines,
  ],
  pwsh: (lines) => [
    '-NoProfile',
    '-Command',
    `. '${SCRIPTS}/lem.ps1'
    foreach ($line in ${lines.map((line) => `'${line.replaceAll("'", "''")}'`).join(', ')}) {
      (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText; 'END'
    }`,
  ],
};

const TYPED: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ['lem st', ['status']],
  ['lem summary ', ['new', 'preview', 'render']],
  ["lem -C 'our school' badges ", [...STRANDS].sort()],
  ['lem -C "our school" grid show --year 2024', ['2024-25']],
  ['lem -C "our school" grid show --year=2024', ['--year=2024-25']],
  ['lem -C our\\ school badges re', ['religion-and-belief']],
  ['lem -C ~/our\\ school badges re', ['religion-and-belief']],
  ['lem check --level ', ['draft', 'ready', 'submission']],
  ['lem badges ', []],
  ['lem stauts ', []],
  ['lem badges "$(touch pwned)" --time', ['--timeline']],
];

test.each(Object.entries(SHELLS).filter(([name]) => has(name)))(
  '%s offers what it should, and carries out nothing of what was typed',
  (name, args) => {
    // PowerShell has no backslash; to bash, a word begins anew after =.
    const lines = TYPED.filter(([line]) => name !== 'pwsh' || !line.includes('\\'));
    const expected = lines.map(([line, words]): [string, readonly string[]] => [
      line,
      name === 'bash' ? words.map((word) => word.replace(/^--.*=/, '')) : words,
    ]);
    const { out, err } = ran(name, args(lines.map(([line]) => line)));
    const found = out.split('END\n').map((part) => linesOf(part).map((line) => line.split('\t')[0] ?? ''));
    expect(err).toBe('');
    expect(lines.map(([line], index) => [line, [...(found[index] ?? [])].sort()])).toEqual(expected);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  },
  60_000,
);

test('a second Tab in bash shows what each word is, a line for each', () => {
  const { out } = ran('bash', [
    '--norc',
    '-c',
    `source "$0"; COLUMNS=60 COMP_LINE='lem -C "our school" badges ' COMP_TYPE=63; COMP_POINT=\${#COMP_LINE}
    _lem lem; printf '%s\\n' "\${COMPREPLY[@]}"`,
    `${SCRIPTS}/lem.bash`,
  ]);
  expect(linesOf(out).map((line) => line.trimEnd())).toContain('religion-and-belief  Religion and Belief');
  expect(linesOf(out).map(({ length }) => length)).toEqual(STRANDS.map(() => 59));
});
