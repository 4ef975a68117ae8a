import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../src/model/outcome.ts';
import { files } from '../src/shell/files.ts';
import { write } from '../src/shell/write.ts';
import { parse } from '../src/source/parse.ts';
import { assemble } from '../src/workspace/assemble.ts';
import { READING_LIST } from '../src/workspace/layout.ts';
import type { World } from '../src/world.ts';
import { answering, outcomeIn, printed, worldIn } from './support/in-process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const shipped = new Map(
  ['lem-5', 'lem-6'].map((id) => [id, readFileSync(join(root, `templates/programmes/${id}.yaml`), 'utf8')]),
);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem init é '));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function worldWith(setting: Parameters<typeof worldIn>[1] = {}): World {
  return worldIn(folder, setting);
}

function init(argv: readonly string[], world = worldWith()): Promise<Outcome> {
  return outcomeIn(world, ['init', ...argv]);
}

async function said({ report }: Outcome): Promise<string> {
  return (await printed(report)).trimEnd();
}

function tree({ changes }: Outcome): { readonly [path: string]: string } {
  return Object.fromEntries((changes?.files ?? []).map(({ path, content }) => [path, String(content)]));
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const FIRST_DAY = [
  ...[
    '--name',
    'Ribble Bank Primary School',
    '--urn',
    '119999',
    '--phase',
    'primary',
    '--local-authority',
    'Lancashire',
  ],
  ...[
    '--coordinator',
    'J. Patel',
    '--email',
    'office@ribblebank.example',
    '--year',
    '2026-27',
    '--programme',
    'lem-5',
    '--ci',
    'github',
  ],
];

describe('three ways in', () => {
  const answers =
    'name: Ribble Bank Primary School\nurn: "119999"\nphase: primary\ncoordinator: J. Patel\nemail: office@ribblebank.example\nyear: 2026/27\n';
  const spoken = (message: string): string | undefined => {
    const known: readonly (readonly [RegExp, string])[] = [
      [/school’s name/, ' Ribble Bank Primary School '],
      [/URN/, '119999'],
      [/phase/, 'primary'],
      [/co-ordinator/, 'J. Patel'],
      [/address/, 'office@ribblebank.example'],
    ];
    return known.find(([pattern]) => pattern.test(message))?.[1];
  };

  test('flags, a file of answers and the interview give the same bytes', async () => {
    put('answers.yaml', answers);
    const byFlags = tree(await init(['a', ...FIRST_DAY]));
    const byFile = tree(await init(['b', '--answers', 'answers.yaml']));
    const { prompts, asked } = answering(spoken);
    const byInterview = tree(await init(['c'], worldWith({ prompts })));
    expect(asked).toHaveLength(9);
    expect(Object.keys(byFlags).length).toBeGreaterThan(30);
    expect(byFile).toEqual(byFlags);
    expect(byInterview).toEqual(byFlags);
  });

  test('the example of a first day is what init writes', async () => {
    const written = tree(await init(['first-day', ...FIRST_DAY]));
    const example = join(root, 'examples/first-day');
    const kept = Object.fromEntries(
      files.walk(example).map((path) => [path, readFileSync(join(example, path), 'utf8')]),
    );
    expect(Object.keys(written).sort()).toEqual(Object.keys(kept).sort());
    expect(written).toEqual(kept);
  });

  test('the interview asks only for what is not given', async () => {
    put('answers.yaml', 'urn: "119999"\nci: none\n');
    const { prompts, asked } = answering((message) => (/name/.test(message) ? '' : undefined));
    await init(
      ['--answers', 'answers.yaml', '--name', 'A', '--phase', 'primary', '--year', '2026-27'],
      worldWith({ prompts }),
    );
    expect(asked).toEqual([
      'Its local authority:',
      'The programme edition you work to:',
      'The co-ordinator’s name (Enter to leave it out):',
    ]);
  });

  test('flags go before the file', async () => {
    put('answers.yaml', answers);
    expect(tree(await init(['--answers', 'answers.yaml', '--name', 'Another']))['lem.yaml']).toContain(
      'name: Another\n',
    );
  });

  test('who breaks off gets nothing', async () => {
    const { prompts } = answering((message) => (/URN/.test(message) ? null : 'A'));
    const outcome = await init([], worldWith({ prompts }));
    expect(outcome.exit).toBe(2);
    expect(outcome.changes).toBeUndefined();
    expect(await said(outcome)).toMatch(/Nothing was written/);
  });

  test('--yes asks nothing and takes the usual', async () => {
    const { prompts, asked } = answering(() => undefined);
    const outcome = await init(['--name', 'A', '--yes'], worldWith({ prompts, today: '2027-08-31' }));
    expect(asked).toEqual([]);
    expect(Object.keys(tree(outcome))).toContain('audit/2026-27/learning-and-teaching.yaml');
    expect(tree(outcome)['lem.yaml']).toMatch(
      /programme: lem-5[\s\S]*urn: #[\s\S]*phase: #[\s\S]*localAuthority: Lancashire\n[\s\S]*coordinators: \[\]/,
    );
  });
});

describe('what can’t be used', () => {
  test.each([
    [[], /name is missing[\s\S]*--name/],
    [['--name', ''], /--name: The school’s name is empty/],
    [['--name', 'A\nB'], /not on one line/],
    [['--name', 'A', '--urn', '12345'], /--urn: [\s\S]*six digits/],
    [['--name', 'A', '--phase', 'primery'], /no phase primery[\s\S]*Did you mean primary\?/],
    [['--name', 'A', '--programme', 'lem5'], /no programme lem5[\s\S]*Did you mean lem-5\?/],
    [['--name', 'A', '--year', '2026-28'], /not a school year[\s\S]*2026-27/],
    [['--name', 'A', '--ci', 'jenkins'], /github, gitlab, none/],
    [['--name', 'A', '--email', 'office', '--coordinator', 'B'], /--email[\s\S]*office@school\.example/],
    [['--name', 'A', '--email', 'office@school.example'], /--coordinator/],
    [['--name', 'A', '--local-authority', 'x\u0007'], /--local-authority/],
    [['-C', 'nowhere', '--name', 'A'], /no folder nowhere/],
    [['--answers', 'none.yaml'], /no file none\.yaml/],
  ] as const)('%j', async (argv, message) => {
    const outcome = await init(argv);
    expect(await said(outcome)).toMatch(message);
    expect(outcome.exit).toBe(2);
    expect(outcome.changes).toBeUndefined();
  });

  test('every problem of a file of answers, with its place', async () => {
    put('school.yaml', 'name: A\nurn: 119999\nphase: primery\nlocalAuthorty: Lancashire\n');
    expect((await said(await init(['--answers', 'school.yaml']))).split('\n')).toEqual([
      'lem: school.yaml:2:6 urn should be a text, and is a number.',
      '  Put it in quotes: "119999".',
      'lem: school.yaml:3:8 phase can’t be this.',
      '  Did you mean primary?',
      'lem: school.yaml:4:1 This file has no key localAuthorty.',
      '  Did you mean localAuthority?',
    ]);
    put('year.yaml', 'name: A\nyear: 2026-29\nprogramme: lem-7\n');
    expect(await said(await init(['--answers', 'year.yaml']))).toMatch(/year\.yaml:2:7 [\s\S]*year\.yaml:3:12 /);
  });

  test('every file in the way is named, before anything is asked', async () => {
    put('there/README.md', 'ours');
    put('there/audit', 'a file where a folder should be');
    put('there/.vscode/settings.json', '{}');
    const { prompts, asked } = answering(() => undefined);
    const outcome = await init(['there'], worldWith({ prompts }));
    expect(outcome.exit).toBe(2);
    expect(outcome.changes).toBeUndefined();
    expect(asked).toEqual([]);
    const lines = (await said(outcome)).split('\n');
    expect(lines.slice(1, -1).map((line) => line.trim())).toEqual(['audit', 'README.md', '.vscode/settings.json']);
  });

  test('a second time finds every file in the way', async () => {
    const first = await init(FIRST_DAY);
    write(first.changes ?? { into: folder, files: [], replace: false });
    const second = (await said(await init(FIRST_DAY))).split('\n').map((line) => line.trim());
    expect(second).toEqual(expect.arrayContaining(Object.keys(tree(first))));
  });

  test('a target that is a file, or lies inside a workspace', async () => {
    put('file.txt', '');
    expect(await said(await init(['file.txt', '--name', 'A']))).toMatch(/file\.txt is a file/);
    expect(await said(await init(['file.txt/deep', '--name', 'A']))).toMatch(/file\.txt is a file/);
    put('lem.yaml', 'format: 1\n');
    const nested = await init(['deep/er', '--name', 'A']);
    expect(nested.exit).toBe(2);
    expect(await said(nested)).toMatch(/inside another workspace[\s\S]*outside/);
  });

  test('an unsound programme.yaml in the folder', async () => {
    put('programme.yaml', 'format: 1\nid: ours\n');
    expect(await said(await init(['--name', 'A']))).toMatch(/programme\.yaml:1:1 /);
  });
});

describe('what is written', () => {
  test('beside files that are not in the way, a workspace without a problem', async () => {
    put('LICENSE', 'mine');
    put('.git/HEAD', '');
    const outcome = await init(FIRST_DAY);
    expect(outcome.exit).toBe(0);
    write(outcome.changes ?? { into: folder, files: [], replace: false });
    const assembly = assemble(files.list(folder, READING_LIST), shipped);
    expect(assembly.state).toBe('ready');
    if (assembly.state !== 'ready') return;
    expect(assembly.workspace.problems).toEqual([]);
    expect(assembly.workspace.audits.get('2026-27')?.size).toBe(10);
    expect(assembly.workspace.grids.has('2026-27')).toBe(true);
  });

  test.each([
    'No',
    '~',
    '119999',
    '2026-11-24',
    'St John\'s: "The" #1',
    '- [x] {y}',
    '*not* <b>',
    'École Zoë 東京 🏫',
    '%',
    'a: b',
    '@home',
    'null',
    '{{name}}',
    '$& $1',
    '`$x`',
  ])('a name such as %s comes back as it was', async (name) => {
    const written = tree(await init(['--name', name, '--coordinator', name, '--local-authority', name]));
    const { data, problems } = parse('lem.yaml', written['lem.yaml'] ?? '');
    expect(problems).toEqual([]);
    expect(data).toMatchObject({ school: { name, localAuthority: name }, coordinators: [{ name }] });
  });

  test('the report says where, how much and what next', async () => {
    const report = await said(await init(['our school', ...FIRST_DAY]));
    expect(report).toMatch(/35 files for Ribble Bank Primary School in our school/);
    expect(report).toMatch(/10 elements, 50 statements/);
    expect(report).toMatch(/cd "our school"\n {2}lem status[\s\S]*lem check/);
    expect(Math.max(...report.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(await said(await init(FIRST_DAY))).not.toMatch(/cd /);
  });

  test('a CI file below the top of a repository comes with a word on it', async () => {
    put('.git/HEAD', '');
    expect(await said(await init(['a b', ...FIRST_DAY]))).toMatch(/only at the top of the repository[\s\S]*-C "a b"/);
  });

  test.each([
    ['github', '.github/workflows/lem.yml'],
    ['gitlab', '.gitlab-ci.yml'],
    ['none', null],
  ])('CI on %s', async (ci, path) => {
    const written = tree(await init(['--name', 'A', '--ci', ci]));
    const found = Object.keys(written).filter((each) => /\.github|gitlab/.test(each));
    expect(found).toEqual(path === null ? [] : [path]);
    if (path !== null) expect(written[path]).toMatch(/equality-mark@\d+\.\d+\n[\s\S]*lem check --level draft/);
  });

  test('a county’s own programme.yaml is the usual one where it lies in the folder', async () => {
    put('programme.yaml', (shipped.get('lem-6') ?? '').replace('id: lem-6', 'id: county'));
    const written = tree(await init(['--name', 'A']));
    expect(written['lem.yaml']).toContain('programme: county');
    expect(written['grid/2026-27.yaml']).toContain('socio-economic:');
  });
});
