import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Entry, Listing } from '../src/model/listing.ts';
import { diagnose } from '../src/rules/run.ts';
import { files } from '../src/shell/files.ts';
import { full, parse } from '../src/source/parse.ts';
import { codeFrame } from '../src/views/code-frame.ts';
import { assemble } from '../src/workspace/assemble.ts';
import { READING_LIST } from '../src/workspace/layout.ts';

/** How long it goes on, and where the random numbers start: `FUZZ_SECONDS=600 FUZZ_SEED=7 npm test -- fuzz`. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 10);
const SEED = Number(process.env.FUZZ_SEED ?? 20261124);

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = files.list(`${root}examples/ribble-bank`, READING_LIST);
const paths = [...sample.entries.keys()];
const shipped = new Map(
  ['lem-5', 'lem-6'].map((id) => [id, readFileSync(`${root}templates/programmes/${id}.yaml`, 'utf8')]),
);

/** What is put into a text: what YAML gives a meaning, what JavaScript does, and what lies outside both. */
const PIECES = [
  ': ',
  ':',
  '- ',
  '\n',
  '\n\n',
  '  ',
  '    ',
  '"',
  "'",
  '#',
  ' #',
  '{',
  '}',
  '[',
  ']',
  ', ',
  '|',
  '>',
  '>-',
  '&a ',
  '*a',
  '!',
  '!!map ',
  '? ',
  '\t',
  '\r',
  '\r\n',
  '~',
  'null',
  'no',
  'true',
  '012',
  '0x1F',
  '1e9999',
  '.inf',
  '-',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '@',
  '`',
  '<<: ',
  '=',
  '\\',
  '\\u0000',
  '\0',
  '\u0007',
  '\u001b[2J',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\ud800',
  '😀',
  '漢',
  'é',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty: 1\n',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  'strands: ',
  'rating: ',
  'status: complete\n',
  'x'.repeat(300),
  '['.repeat(200),
  'a: '.repeat(50),
];

function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

test(
  `mutated files neither crash nor hang, and every finding lies in its file (seed ${SEED})`,
  () => {
    const next = random(SEED);
    const below = (limit: number): number => Math.floor(next() * limit);
    const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
    const mutated = (text: string): string => {
      let result = text;
      for (let change = 0; change <= below(5); change++) {
        const at = below(result.length + 1);
        const kind = below(5);
        if (kind === 0) result = result.slice(0, at) + result.slice(at + below(40));
        else if (kind === 1) {
          const from = below(result.length);
          result = result.slice(0, at) + result.slice(from, from + below(80)) + result.slice(at);
        } else result = result.slice(0, at) + pick(PIECES) + result.slice(at + below(3));
      }
      return result;
    };
    const until = performance.now() + SECONDS * 1000;
    let runs = 0;
    let found = 0;
    for (; performance.now() < until; runs++) {
      const entries = new Map<string, Entry>(sample.entries);
      const touched: string[] = [];
      for (let file = 0; file <= below(3); file++) {
        const path = pick(paths);
        const entry = entries.get(path);
        if (entry?.kind !== 'text') continue;
        entries.set(path, { kind: 'text', text: mutated(entry.text) });
        touched.push(path);
      }
      const started = performance.now();
      const listing: Listing = { entries, assets: sample.assets };
      const context = (): string => JSON.stringify(touched.map((path) => [path, entries.get(path)]));
      try {
        const assembly = assemble(listing, shipped);
        for (const { file, line, column, endLine, endColumn, message } of diagnose(assembly, {
          level: 'submission',
          on: '2026-06-08',
        })) {
          found++;
          const entry = entries.get(file);
          const text = entry?.kind === 'text' ? entry.text : '';
          const lines = text.split(/\r\n|\r|\n/);
          const inside =
            line >= 1 &&
            column >= 1 &&
            (endLine > line || (endLine === line && endColumn >= column)) &&
            (entry === undefined ||
              (endLine <= lines.length &&
                column <= (lines[line - 1]?.length ?? 0) + 1 &&
                endColumn <= (lines[endLine - 1]?.length ?? 0) + 2));
          if (!inside) throw new Error(`${file}:${line}:${column}-${endLine}:${endColumn} ${message} lies outside`);
          codeFrame(text, { line, column, endLine, endColumn }, 80);
        }
        for (const path of touched) {
          const entry = entries.get(path);
          if (entry?.kind === 'text') expect(parse(path, entry.text).data).toEqual(full(path, entry.text).data);
        }
      } catch (error) {
        throw new Error(`run ${runs}: ${error instanceof Error ? error.stack : error}\n${context()}`);
      }
      if (performance.now() - started > 5000) throw new Error(`run ${runs} took too long\n${context()}`);
    }
    expect(runs).toBeGreaterThan(SECONDS);
    expect(found).toBeGreaterThan(runs);
  },
  SECONDS * 1000 + 60_000,
);
