import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, lem } from './support/scenario.ts';

interface Report {
  readonly findings: readonly { readonly rule: string; readonly file: string; readonly line: number }[];
}

/** Checks a workspace made by strangers, in little memory; a run that hangs is ended by the test's own limit. */
function check(folder: string): Report {
  const ran = lem(folder, ['check', '--format', 'json', '--on', '2026-06-08'], {
    NODE_OPTIONS: '--max-old-space-size=600',
  });
  expect({ exit: ran.exit, err: ran.err }).toEqual({ exit: 1, err: '' });
  return JSON.parse(ran.out) as Report;
}

function workspace(folder: string): void {
  writeFileSync(join(folder, 'lem.yaml'), 'format: 1\nprogramme: lem-5\nschool: { name: Ribble Bank }\n');
  for (const name of ['plan', 'evidence/item', 'grid', 'audit/2026-27'])
    mkdirSync(join(folder, name), { recursive: true });
}

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
const ACTION = 'title: An action\nstrands: [race]\nstatus: planned\n';

/** Files made to be slow, large or deep, each with the one rule that should speak. */
const TEXTS: readonly (readonly [what: string, text: string | Buffer, rule: string])[] = [
  [
    'aliases of aliases',
    `a: &a [x, x]\n${many(9, (index) => `${'bcdefghij'[index]}: &${'bcdefghij'[index]} [${`*${'abcdefghi'[index]}, `.repeat(9)}]\n`)}`,
    'yaml/syntax',
  ],
  ['fifty thousand aliases', `a: &a x\n${many(50_000, (index) => `k${index}: *a\n`)}`, 'file/too-large'],
  ['fifty thousand anchors', many(30_000, (index) => `k${index}: &a${index} x\n`), 'file/too-large'],
  ['a million keys', many(70_000, (index) => `q${index}: 1\n`) + ACTION, 'schema/unknown-key'],
  ['a key a hundred thousand times', 'title: An action\n'.repeat(15_000), 'yaml/duplicate-key'],
  [
    'ten thousand unknown strands',
    `title: An action\nstatus: planned\nstrands: [${many(10_000, (index) => `s${index}, `)}race]\n`,
    'plan/unknown-strand',
  ],
  ['ten thousand deep', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, 'yaml/syntax'],
  ['ten thousand deep in maps', `a: ${'{ a: '.repeat(10_000)}`, 'yaml/syntax'],
  ['ten thousand deep in dashes', `${'- '.repeat(10_000)}x\n`, 'yaml/syntax'],
  ['a thousand deep by indentation', many(700, (index) => `${' '.repeat(index)}a:\n`), 'schema/unknown-key'],
  ['ten megabytes', Buffer.alloc(10_000_000, 'a: b\n'), 'file/too-large'],
  ['a quote that is never closed', `title: "${'x'.repeat(200_000)}`, 'yaml/syntax'],
  ['one line of nothing but colons', ':'.repeat(200_000), 'yaml/syntax'],
  ['a hundred thousand documents', '---\n'.repeat(50_000), 'yaml/syntax'],
  ['NUL bytes', Buffer.alloc(100_000), 'yaml/syntax'],
  ['no text at all', Buffer.from([0x80, 0x81, 0xff, 0xfe]), 'file/not-text'],
  ['a lone surrogate, as far as UTF-8 has one', Buffer.from([0x61, 0x3a, 0x20, 0xed, 0xa0, 0x80]), 'file/not-text'],
  ['half of UTF-16', Buffer.from('title: x\n', 'utf16le'), 'yaml/syntax'],
  ['keys that JavaScript gives a meaning', `${ACTION}__proto__: { polluted: true }\n`, 'schema/unknown-key'],
  ['a key called constructor', `${ACTION}constructor: { prototype: { polluted: true } }\n`, 'schema/unknown-key'],
];

test.each(TEXTS)(
  '%s',
  (_what, text, rule) => {
    inFolder((folder) => {
      workspace(folder);
      writeFileSync(join(folder, 'plan/x.yaml'), text);
      const { findings } = check(folder);
      const own = findings.filter(({ file }) => file === 'plan/x.yaml');
      expect(own.map((finding) => finding.rule)).toContain(rule);
      expect(own.length).toBeLessThanOrEqual(300);
      expect(findings.filter(({ file }) => file !== 'plan/x.yaml')).toEqual([]);
    });
  },
  60_000,
);

test('names of strands, elements and judgements that JavaScript gives a meaning', () => {
  inFolder((folder) => {
    workspace(folder);
    const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    writeFileSync(
      join(folder, 'grid/2026-27.yaml'),
      `year: 2026-27\ncells:\n${words.map((word) => `  "${word}": { "${word}": green }\n`).join('')}`,
    );
    writeFileSync(
      join(folder, 'audit/2026-27/constructor.yaml'),
      `element: constructor\nstatus: draft\njudgements:\n${words.map((word) => `  "${word}": { rating: "${word}" }\n`).join('')}`,
    );
    writeFileSync(
      join(folder, 'awards.yaml'),
      `visits: [{ date: 2026-05-01, kind: accreditation, decisions: { ${words.map((word) => `"${word}": awarded`).join(', ')} } }]\n`,
    );
    expect(check(folder).findings.length).toBeGreaterThanOrEqual(words.length * 3);
    expect(lem(folder, ['badges', 'constructor']).exit).toBe(2);
    for (const command of [['status'], ['badges'], ['grid', 'show', '--year', '2026-27']])
      expect(lem(folder, command).exit).toBe(0);
  });
});

test('links out of the workspace, links in a loop and pipes are left alone, wherever they stand', () => {
  inFolder((folder) => {
    workspace(folder);
    symlinkSync('/', join(folder, 'accreditation'));
    symlinkSync('..', join(folder, 'evidence/loop'));
    symlinkSync('/etc/passwd', join(folder, 'reference-group.yaml'));
    symlinkSync('/etc', join(folder, 'evidence/item/etc'));
    execFileSync('mkfifo', [join(folder, 'calendar.yaml'), join(folder, 'evidence/item/pipe')]);
    writeFileSync(
      join(folder, 'evidence/item/evidence.yaml'),
      'title: Item\nkind: document\ndate: 2026-02-01\nfiles: [{ path: etc/passwd }, { path: ../../lem.yaml }, { path: /etc/passwd }]\n',
    );
    const { findings } = check(folder);
    const said = findings.map(({ rule, file }) => `${rule} ${file}`);
    for (const file of ['accreditation', 'reference-group.yaml', 'calendar.yaml'])
      expect(said).toContain(`file/unexpected ${file}`);
    expect(said.filter((each) => each === 'evidence/file-outside evidence/item/evidence.yaml')).toHaveLength(2);
    expect(said).toContain('evidence/file-missing evidence/item/evidence.yaml');
    expect(JSON.stringify(findings)).not.toContain('root:');
  });
});

test('ten thousand files in a folder are only so many files', () => {
  inFolder((folder) => {
    workspace(folder);
    for (let file = 0; file < 3000; file++)
      writeFileSync(join(folder, `plan/action-${file}.yaml`), ACTION.replace('race', 'rase'));
    expect(check(folder).findings.filter(({ rule }) => rule === 'plan/unknown-strand')).toHaveLength(3000);
  });
}, 60_000);
