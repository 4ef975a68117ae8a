import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { Parser } from 'yaml';
import { run } from '../src/cli.ts';
import { type Fixed, fixed } from '../src/commands/check/fix.ts';
import type { Look } from '../src/commands/check/look.ts';
import { makeWorld } from '../src/make-world.ts';
import type { Listing } from '../src/model/listing.ts';
import { surelyMeant } from '../src/model/nearest.ts';
import { diagnosis } from '../src/rules/run.ts';
import { files } from '../src/shell/files.ts';
import { write } from '../src/shell/write.ts';
import { unifiedDiff } from '../src/views/diff.ts';
import { assemble } from '../src/workspace/assemble.ts';
import { READING_LIST } from '../src/workspace/layout.ts';
import { inFolder, lem } from './support/scenario.ts';
import { ON, SHIPPED, soundWorkspace } from './support/sound-workspace.ts';

const EXAMPLE = fileURLToPath(new URL('../examples/ribble-bank', import.meta.url));

describe('surelyMeant', () => {
  test.each([
    ['disabilty', ['disability', 'race'], 'disability'],
    ['Religion and Belief', ['religion-and-belief'], 'religion-and-belief'],
    ['RACE', ['race', 'rase'], 'race'],
    [
      'faith',
      [
        ['Faith', 'religion'],
        ['race', 'race'],
      ],
      'religion',
    ],
    ['rad', ['red', 'amber'], 'red'],
    ['cat', ['bat', 'hat'], null], // two are as near
    ['disablity', ['disability'], 'disability'],
    ['dsablity', ['disability'], null], // two letters
    ['survey-2025', ['survey-2026'], null], // a digit is no misspelling
    ['teaching.6', ['teaching.5'], null],
    ['lem5', ['lem-5', 'lem-6'], 'lem-5'],
    ['ob', ['on', 'by'], null], // too short
    ['', ['a'], null],
  ] as const)('%s among %j: %s', (word, known, meant) => {
    expect(surelyMeant(word, known as unknown as readonly string[])).toBe(meant);
  });
});

function looked(listing: Listing, on: string): Look {
  const assembly = assemble(listing, SHIPPED);
  const { sources } = assembly.state === 'ready' ? assembly.workspace : assembly;
  const { found, suppressed } = diagnosis(assembly, { level: 'draft', on });
  const held = { found, summary: null, report: [], files: [] };
  return { assembly, sources, isShown: () => true, files: sources.size, held, found, suppressed };
}

function mended(listing: Listing, on = ON): Fixed {
  const result = fixed(looked(listing, on), listing, (next) => looked(next, on));
  if ('refusal' in result) throw new Error('refused');
  return result;
}

/** A listing with what a fix would write. */
function written(listing: Listing, { files: changed }: Fixed): Listing {
  const entries = new Map(listing.entries);
  for (const { path, content } of changed) entries.set(path, { kind: 'text', text: String(content) });
  return { ...listing, entries };
}

const ACTION = 'plan/story-corner.yaml';
const AUDIT = 'audit/2026-27/learning-and-teaching.yaml';
const action = (line: string): string => `title: A story corner\n${line}\nstatus: planned\nlead: SENDCo\n`;

describe('what takes no judgement is mended', () => {
  const cases: readonly (readonly [what: string, path: string, before: string, after: string])[] = [
    ['a misspelt strand', ACTION, action('strands: [disabilty] # c'), action('strands: [disability] # c')],
    [
      'a strand by its title',
      ACTION,
      action('strands: ["Religion and Belief"]'),
      action('strands: ["religion-and-belief"]'),
    ],
    ['a misspelt key', ACTION, action('strand: [race] # c'), action('strands: [race] # c')],
    [
      'a misspelt choice',
      ACTION,
      'title: A\nstrands: [race]\nstatus: In Progress\n',
      'title: A\nstrands: [race]\nstatus: in-progress\n',
    ],
    [
      'digits that are a text',
      ACTION,
      action('strands: [race]\nresources: 0450 # £'),
      action('strands: [race]\nresources: "0450" # £'),
    ],
    [
      'a word that is a text',
      ACTION,
      action('strands: [race]\nresources: True'),
      action('strands: [race]\nresources: "True"'),
    ],
    ['a text that is a list', ACTION, action('strands: race # c'), action('strands: [race] # c')],
    [
      'a date with the day first',
      ACTION,
      action('strands: [race]\ndue: 25.12.2026'),
      action('strands: [race]\ndue: 2026-12-25'),
    ],
    [
      'a date that is the same both ways',
      ACTION,
      action('strands: [race]\ndue: 5/5/2026'),
      action('strands: [race]\ndue: 2026-05-05'),
    ],
    [
      'what stands twice',
      ACTION,
      action('strands:\n  - race\n  - race # c\n  - disability'),
      action('strands:\n  - race\n  # c\n  - disability'),
    ],
    [
      'one after another',
      ACTION,
      action('strands: [rase, race, race, disabilty]'),
      action('strands: [race, disability]'),
    ],
    ['a school year in another form', 'grid/2026-27.yaml', 'year: 2026/2027\n', 'year: 2026-27\n'],
    ['a school year with a dash', 'grid/2026-27.yaml', 'year: 2026 – 27\n', 'year: 2026-27\n'],
    [
      'a cell, its row and its column',
      'grid/2026-27.yaml',
      'year: 2026-27\ncells:\n  pupil-involvment: { rase: ambr }\n',
      'year: 2026-27\ncells:\n  pupil-involvement: { race: amber }\n',
    ],
    [
      'an element that the file’s name tells',
      AUDIT,
      'element: learning-and-teachng\nstatus: draft\n',
      'element: learning-and-teaching\nstatus: draft\n',
    ],
    [
      'a group',
      'reference-group.yaml',
      'members:\n  - { name: M. Shaw, represents: govenors }\n',
      'members:\n  - { name: M. Shaw, represents: governors }\n',
    ],
    [
      'the file that all hangs on',
      'lem.yaml',
      'format: 1\nprograme: lem-5\nschool: { name: Ribble Bank, urn: 019999 }\n',
      'format: 1\nprogramme: lem-5\nschool: { name: Ribble Bank, urn: "019999" }\n',
    ],
  ];
  test.each(cases)('%s', (_what, path, before, after) => {
    const listing = soundWorkspace({ [path]: before });
    const result = mended(listing);
    expect(result.files).toEqual([{ path, content: after, expected: before }]);
    expect(result.made.length).toBeGreaterThan(0);
    expect(mended(written(listing, result)).files).toEqual([]);
  });

  test('a statement and an evidence item', () => {
    const result = mended(
      soundWorkspace({
        'evidence/book-count/evidence.yaml': 'title: A count\nkind: data\ndate: 2027-02-11\nholder: SENDCo\n',
        [AUDIT]:
          'element: learning-and-teaching\nstatus: draft\njudgements:\n  learning-and-teachin.1: { rating: green, evidence: [book_count] }\n',
      }),
    );
    expect(result.files.map(({ content }) => content)).toEqual([
      'element: learning-and-teaching\nstatus: draft\njudgements:\n  learning-and-teaching.1: { rating: green, evidence: [book-count] }\n',
    ]);
  });
});

describe('what takes judgement is left', () => {
  test.each([
    ['a date that may be month first', action('strands: [race]\ndue: 12/10/2026')],
    ['a day the calendar lacks', action('strands: [race]\ndue: 31.11.2026')],
    ['a word that is like none', action('strands: [faith group]')],
    ['a key that is there already', action('strands: [race]\nstrand: [disability]')],
    ['a key that is there and empty', action('strands: [race]\nlaed: SENDCo')],
    ['several texts in one', action('strands: race, disability')],
    ['a number where a list is wanted', action('strands: 3')],
    ['a fault in the YAML', action('strands: [disabilty')],
    ['a key that stands twice', action('strands: [disabilty]\nlead: Head')],
    ['a value behind an alias', action('strands: &s [disabilty]\nelements: *s')],
    [
      'a finding that a comment accepts',
      action('# lem-ignore plan/unknown-strand: we ask the county\nstrands: [disabilty]'),
    ],
  ])('%s', (_what, text) => {
    const result = mended(soundWorkspace({ [ACTION]: text }));
    expect(result.files).toEqual([]);
    expect(result.made).toEqual([]);
  });

  test('a file that is named wrongly', () => {
    expect(
      mended(soundWorkspace({ 'audit/2026-27/pupil-involvment.yaml': 'element: pupil-involvment\nstatus: draft\n' }))
        .files,
    ).toEqual([]);
    expect(
      mended(soundWorkspace({ 'accreditation/2026-27/disabilty.yaml': 'strand: disabilty\nstatus: draft\n' })).files,
    ).toEqual([]);
  });
});

test('whatever is planted, a second fix changes nothing, no comment is lost, and nothing gets worse', () => {
  const sound = files.list(EXAMPLE, READING_LIST);
  const paths = [...sound.entries.keys()].sort();
  // A letter of a word of the YAML is left out, doubled, changed or put in capitals.
  const fault = fc.tuple(
    fc.constantFrom(...paths),
    fc.nat(),
    fc.constantFrom('drop', 'double', 'change', 'capital', 'quote'),
  );
  fc.assert(
    fc.property(fc.array(fault, { minLength: 1, maxLength: 6 }), (faults) => {
      const entries = new Map(sound.entries);
      for (const [path, pick, how] of faults) {
        const entry = entries.get(path);
        if (entry?.kind !== 'text') throw new Error('no text');
        const letters = [...entry.text.matchAll(/[a-z]/g)].filter(
          ({ index }) => !/^ *#/.test(entry.text.slice(entry.text.lastIndexOf('\n', index) + 1)),
        );
        const { index = 0, 0: letter = '' } = letters[pick % letters.length] ?? {};
        const other =
          { drop: '', double: letter + letter, change: 'x', capital: letter.toUpperCase(), quote: `"` }[how] ?? '';
        entries.set(path, { kind: 'text', text: entry.text.slice(0, index) + other + entry.text.slice(index + 1) });
      }
      const listing = { ...sound, entries };
      const before = looked(listing, '2026-06-08');
      const once = mended(listing, '2026-06-08');
      const after = written(listing, once);
      const twice = mended(after, '2026-06-08');
      expect(twice.files).toEqual([]);
      expect(once.left.found.filter(isError).length).toBeLessThanOrEqual(before.found.filter(isError).length);
      for (const { content, expected = '' } of once.files)
        expect(comments(String(content))).toEqual(comments(expected ?? ''));
      expect(looked(after, '2026-06-08').found).toEqual(once.left.found);
    }),
    { numRuns: 60 },
  );
}, 120_000);

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}

function comments(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    if ((node as { type?: string }).type === 'comment') found.push((node as { source: string }).source);
    for (const child of Object.values(node)) visit(child);
  };
  for (const token of new Parser().parse(text)) visit(token);
  return found;
}

describe('writing', () => {
  let school = '';
  beforeEach(() => {
    school = mkdtempSync(join(tmpdir(), 'lem école '));
    cpSync(EXAMPLE, school, { recursive: true });
  });
  afterEach(() => rmSync(school, { recursive: true, force: true }));
  const put = (path: string, text: string): void => writeFileSync(join(school, path), text);
  const get = (path: string): string => readFileSync(join(school, path), 'utf8');
  const check = (...words: readonly string[]) => lem(school, ['check', '--on', '2026-06-08', ...words]);

  test('line ends, a byte order mark and who may read the file stay', () => {
    put(ACTION, '\ufefftitle: A story corner\r\nstrands: [rase] # c\r\nstatus: planned\r\n');
    chmodSync(join(school, ACTION), 0o640);
    expect(check('--fix').exit).toBe(0);
    expect(get(ACTION)).toBe('\ufefftitle: A story corner\r\nstrands: [race] # c\r\nstatus: planned\r\n');
    if (process.platform !== 'win32') expect(statSync(join(school, ACTION)).mode & 0o777).toBe(0o640);
  });

  test('only what is asked about is mended: by path, by rule, and not what the baseline accepts', () => {
    put(ACTION, action('strands: [rase]'));
    put('calendar.yaml', get('calendar.yaml').replace('[race, gender]', '[rase, gender]'));
    check('--fix', 'calendar.yaml');
    expect(get(ACTION)).toContain('rase');
    expect(get('calendar.yaml')).toContain('[race, gender]');
    check('--fix', '--rule', 'calendar');
    expect(get(ACTION)).toContain('rase');
    check('--baseline', 'baseline.json', '--update-baseline');
    check('--fix', '--baseline', 'baseline.json');
    expect(get(ACTION)).toContain('rase');
    check('--fix');
    expect(get(ACTION)).not.toContain('rase');
  });

  test('a file that was changed meanwhile is not overwritten, and then no file is', async () => {
    put(ACTION, action('strands: [rase]'));
    put('plan/another.yaml', action('strands: [rase]'));
    const outcome = await run(['check', '--fix', '-C', school], {
      width: 80,
      version: '0',
      world: async () => makeWorld(80),
    });
    const { changes } = outcome;
    if (changes === undefined) throw new Error('nothing to write');
    expect(changes.files.length).toBe(2);
    const mine = action('strands: [rase] # mine');
    put(ACTION, mine);
    expect(() => write(changes)).toThrow(`${ACTION} was changed meanwhile`);
    expect(get(ACTION)).toBe(mine);
    expect(get('plan/another.yaml')).toBe(action('strands: [rase]'));
    expect(files.walk(join(school, 'plan')).filter((name) => name.includes('.tmp'))).toEqual([]);
    put(ACTION, action('strands: [rase]'));
    write(changes);
    expect(get(ACTION)).toBe(action('strands: [race]'));
  });

  test('a dry run writes nothing, and what it shows can be applied', () => {
    const faulty = `${action('strands: [rase]').repeat(1)}${'# a line\n'.repeat(30)}due: 25.12.2026`;
    put(ACTION, faulty);
    put('plan/second one.yaml', action('strands: race').replaceAll('\n', '\r\n'));
    const shown = check('--fix-dry-run');
    expect(shown.exit).toBe(1);
    expect(shown.err).toContain('nothing was written');
    expect(get(ACTION)).toBe(faulty);
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: school, input: shown.out });
    const applied = [get(ACTION), get('plan/second one.yaml')];
    put(ACTION, faulty);
    put('plan/second one.yaml', action('strands: race').replaceAll('\n', '\r\n'));
    check('--fix');
    expect([get(ACTION), get('plan/second one.yaml')]).toEqual(applied);
    expect(applied[0]).toContain('due: 2026-12-25');
    expect(check('--fix-dry-run').out).toBe('');
  });

  test('JSON stays JSON, without a word of fixes', () => {
    put(ACTION, action('strands: [rase, faith group]'));
    const { out, err } = check('--fix', '--format', 'json');
    expect(Object.keys((JSON.parse(out) as { findings: object[] }).findings[0] ?? {})).not.toContain('fix');
    expect(err).toContain('mended plan/unknown-strand: written as race');
  });
});

test('a unified diff of any two texts is one that git applies', () => {
  const line = fc.constantFrom('a\n', 'b\n', 'c\n', ' d\n', '-e\n', '\n', 'f\r\n');
  const text = fc
    .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('', 'end'))
    .map(([lines, end]) => lines.join('') + end);
  inFolder((folder) => {
    mkdirSync(join(folder, 'a'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        if (before === after || before === '' || after === '') return;
        writeFileSync(join(folder, 'a/file'), before);
        const diff = unifiedDiff([{ path: 'a/file', before, after }]);
        execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
          cwd: folder,
          input: diff,
          stdio: ['pipe', 'ignore', 'pipe'],
        });
        expect(readFileSync(join(folder, 'a/file'), 'utf8')).toBe(after);
      }),
      { numRuns: 100 },
    );
  });
});
