import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { isMap, isScalar, isSeq, type Node, type Pair, Parser, parseDocument, stringify } from 'yaml';
import { editFile } from '../src/commands/edit-file.ts';
import type { Plain } from '../src/model/edit.ts';
import type { Step } from '../src/model/place.ts';
import { files } from '../src/shell/files.ts';
import { write } from '../src/shell/write.ts';
import type { Part } from '../src/source/edit.ts';
import { full, parse } from '../src/source/parse.ts';
import { schemaAt } from '../src/source/schema-at.ts';
import { READING_LIST, roleOf } from '../src/workspace/layout.ts';
import { workspaceIn } from './support/edit-in.ts';
import { inFolder } from './support/scenario.ts';

/** How often, and where the random numbers start: `EDIT_RUNS=5000 EDIT_SEED=7 npm test -- edit-property`. */
const RUNS = Number(process.env.EDIT_RUNS ?? 300);
const SEED = Number(process.env.EDIT_SEED ?? 20261124);
const OPTIONS = { numRuns: RUNS, seed: SEED };

const EXAMPLE = fileURLToPath(new URL('../examples/ribble-bank', import.meta.url));
const sample = files.list(EXAMPLE, READING_LIST);
const workspace = workspaceIn(EXAMPLE);
const MARK = '\ufeff';

type Path = readonly Step[];
type Data = { [key: Step]: unknown };

/** An edit as a command makes it, in the sample school with another text for a file. */
function edit(file: string, text: string, parts: readonly Part[]): string | null {
  const sources = new Map(workspace.sources).set(file, parse(file, text));
  const change = editFile({ ...workspace, sources }, file, parts);
  return 'refusal' in change ? null : change.after;
}

/** A file’s text in the ways that people write: with comments and empty lines, otherwise indented and quoted, on Windows. */
function variants(text: string): readonly string[] {
  const { data } = parse('a.yaml', text);
  const isSame = (lines: readonly string[]): boolean => {
    const made = parse('a.yaml', lines.join('\n'));
    return made.problems.length === 0 && JSON.stringify(made.data) === JSON.stringify(data);
  };
  let lines = text.split('\n');
  for (let index = lines.length - 2; index >= 0; index--) {
    const line = lines[index] ?? '';
    const ways = [[`${line} # c${index}`], [`# d${index}`, line], ['', line]];
    const made = lines.toSpliced(index, 1, ...(ways[index % 4] ?? [line]));
    if (isSame(made)) lines = made;
  }
  const otherwise = stringify(data, { indent: 4, indentSeq: false, singleQuote: true, lineWidth: 60 });
  return [text, lines.join('\n'), otherwise].flatMap((each) => [each, each.replaceAll('\n', '\r\n')]);
}

const TEXTS = [...sample.entries].flatMap(([file, entry]) =>
  entry.kind === 'text' ? variants(entry.text).map((text) => ({ file, text, data: parse(file, text).data })) : [],
);

const tricky = fc.constantFrom(
  'yes',
  '012',
  'a: b',
  'a #b',
  "it's",
  '"q"',
  '',
  '- a',
  '2026-10-12',
  'x\ny',
  'é, ü',
  ' a',
  'a\u00a0',
  '\u2003',
);
const words = fc.lorem({ maxCount: 40 });
const scalar: fc.Arbitrary<Plain> = fc.oneof(
  tricky,
  words,
  fc.integer(),
  fc.boolean(),
  fc.string({ unit: 'grapheme' }),
);
const list = fc.array(fc.oneof(words, tricky), { maxLength: 3 });
const map = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), scalar, { minKeys: 1, maxKeys: 3 });
const value: fc.Arbitrary<Plain> = fc.oneof({ weight: 3, arbitrary: scalar }, list, map);

interface Case {
  readonly file: string;
  readonly text: string;
  readonly data: unknown;
  readonly pick: number;
  readonly value: Plain;
}
const cases: fc.Arbitrary<Case> = fc
  .record({ of: fc.constantFrom(...TEXTS), pick: fc.nat(), value })
  .map(({ of, ...rest }) => ({ ...of, ...rest }));

describe('a random edit of any file of the sample school leaves every other byte alone', () => {
  test('another value', () => {
    property(({ file, text, data, pick, value: wanted }) => {
      const path = at(
        paths(data).filter((each) => each.length > 0),
        pick,
      );
      const { from, to } = stretchOf(text, path);
      const after = edit(file, text, [{ path, value: wanted }]);
      if (after === null) return expectRefused(text, from, to);
      expectData(file, after, changed(data, path, wanted));
      expectKept(text, after, from, to);
    });
  });

  test('a key of the schema that was not there: nothing goes, and taking it out again gives the file as it was', () => {
    property(({ file, text, data, pick, value: wanted }) => {
      const holder = at(
        paths(data).filter((each) => isObject(dig(data, each))),
        pick,
      );
      const kind = roleOf(file)?.kind;
      const known = Object.keys((kind === undefined ? null : schemaAt(kind, holder))?.properties ?? {});
      const key = known.find((each) => !Object.hasOwn(dig(data, holder) as object, each)) ?? 'new-key';
      const after = edit(file, text, [{ path: [...holder, key], value: wanted }]);
      if (after === null) throw new Error(`${key} can’t be added`);
      expectData(file, after, changed(data, [...holder, key], wanted));
      expectInserted(text, after);
      expect(edit(file, after, [{ path: [...holder, key] }])).toBe(text);
    });
  });

  test('one more item of a list: nothing goes, and taking it out again gives the file as it was', () => {
    property(({ file, text, data, pick, value: wanted }) => {
      const lists = paths(data).filter((each) => Array.isArray(dig(data, each)));
      if (lists.length === 0) return;
      const holder = at(lists, pick);
      const path = [...holder, (dig(data, holder) as unknown[]).length];
      const after = edit(file, text, [{ path, value: wanted }]);
      if (after === null) throw new Error('it can’t be added');
      expectData(file, after, changed(data, path, wanted));
      expectInserted(text, after);
      expect(edit(file, after, [{ path }])).toBe(text);
    });
  });

  test('a key or an item taken out: only what it said goes', () => {
    property(({ file, text, data, pick }) => {
      const path = at(
        paths(data).filter((each) => each.length > 0),
        pick,
      );
      const after = edit(file, text, [{ path }]);
      if (after === null) throw new Error('it can’t be taken out');
      expectData(file, after, without(data, path));
      const { from, to, own } = itemOf(text, path);
      expectKept(text, after, from, to);
      expect(comments(after)).toEqual(comments(text, own));
    });
  });

  test('several at once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS),
        fc.array(fc.tuple(fc.nat(), scalar), { minLength: 2, maxLength: 5 }),
        (of, picks) => {
          const leaves = paths(of.data).filter((each) => each.length > 0 && typeof dig(of.data, each) !== 'object');
          const parts = picks.map(([pick, wanted]) => ({ path: at(leaves, pick), value: wanted }));
          const after = edit(of.file, of.text, parts);
          if (after === null) throw new Error('they can’t be made');
          expectData(
            of.file,
            after,
            parts.reduce((data, part) => changed(data, part.path, part.value), of.data),
          );
          const touched = new Set(parts.map(({ path }) => `/${path.join('/')}`));
          const rest = (text: string) => written(text).filter(([path]) => !touched.has(path));
          expect(rest(after)).toEqual(rest(of.text));
          expect(comments(after)).toEqual(comments(of.text));
        },
      ),
      OPTIONS,
    );
  });

  test('down to the bytes on disk, with a byte order mark and without', () => {
    inFolder((folder) => {
      fc.assert(
        fc.property(cases, fc.boolean(), ({ file, text, data, pick, value: wanted }, isMarked) => {
          const path = at(
            paths(data).filter((each) => each.length > 0 && typeof dig(data, each) !== 'object'),
            pick,
          );
          const after = edit(file, text, [{ path, value: wanted }]);
          if (after === null) throw new Error('it can’t be set');
          const mark = isMarked ? MARK : '';
          writeFileSync(join(folder, 'a.yaml'), mark + text);
          const changes = [{ path: 'a.yaml', content: after, expected: text }];
          write({ into: folder, files: changes, replace: true });
          expect(readFileSync(join(folder, 'a.yaml')).equals(Buffer.from(mark + after))).toBe(true);
        }),
        { ...OPTIONS, numRuns: Math.ceil(RUNS / 10) },
      );
    });
  });
});

function property(check: (of: Case) => void): void {
  fc.assert(fc.property(cases, check), OPTIONS);
}

function expectData(file: string, text: string, data: unknown): void {
  const found = full(file, text);
  expect(found.problems).toEqual([]);
  expect(found.data).toEqual(data);
}

/** Holds that the text outside a stretch of the old one is the same, and line ends are of one sort. */
function expectKept(before: string, after: string, from: number, to: number): void {
  const tail = before.length - to;
  expect(after.slice(0, from)).toBe(before.slice(0, from));
  expect(after.slice(Math.max(from, after.length - tail))).toBe(before.slice(to));
  expectLineEnds(before, after);
}

/** Holds that every byte of the old text is in the new one, with one stretch put in between. */
function expectInserted(before: string, after: string): void {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from++;
  expect(after.endsWith(before.slice(from))).toBe(true);
  expectLineEnds(before, after);
}

function expectLineEnds(before: string, after: string): void {
  if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  else expect(after).not.toContain('\r');
}

/** Only a comment in the middle of what would go is a reason to leave a value as it is. */
function expectRefused(text: string, from: number, to: number): void {
  expect(text.slice(from, to)).toMatch(/#/);
}

/** Where the value at a path stands, from behind its key or dash. */
function stretchOf(text: string, path: Path): { readonly from: number; readonly to: number } {
  const { holder, index, node } = nodeAt(text, path);
  const item = holder.items[index];
  const from = isMap(holder) ? ((item as Pair<Node>).key.range?.[1] ?? 0) : dashBefore(text, node.range?.[0] ?? 0);
  // What a map or list loses may have had a comment behind it.
  const end = isScalar(node) ? lastOf(node) : (/\r?\n|$/.exec(text.slice(lastOf(node)))?.index ?? 0) + lastOf(node);
  return { from, to: pastLineEnd(text, end) };
}

/** Where an item stands with what joins it to its neighbours, and what is its own of that. */
function itemOf(
  text: string,
  path: Path,
): { readonly from: number; readonly to: number; readonly own: readonly [number, number] } {
  const { holder, index, node } = nodeAt(text, path);
  const start = isMap(holder) ? startOf(holder, index) : (node.range?.[0] ?? 0);
  const own = [start, lastOf(node)] as const;
  if (holder.items.length === 1) {
    const whole = path.length === 1 ? { from: 0, to: text.length } : stretchOf(text, path.slice(0, -1));
    return { ...whole, own };
  }
  const before = index === 0 ? lineStart(text, start) : lastOf(childOf(holder, index - 1));
  const after = index + 1 < holder.items.length ? startOf(holder, index + 1) : pastLineEnd(text, own[1]);
  return { from: before, to: Math.max(after, pastLineEnd(text, own[1])), own };
}

type Holder = { readonly items: readonly unknown[] };

function nodeAt(text: string, path: Path): { readonly holder: Holder; readonly index: number; readonly node: Node } {
  const holder = parseDocument(text, { stringKeys: true }).getIn(path.slice(0, -1), true) as Holder;
  const last = path.at(-1);
  const index = isMap(holder) ? holder.items.findIndex(({ key }) => String(key) === last) : Number(last);
  return { holder, index, node: childOf(holder, index) };
}

function childOf(holder: Holder, index: number): Node {
  return (isMap(holder) ? holder.items[index]?.value : holder.items[index]) as Node;
}

function startOf(holder: Holder, index: number): number {
  const item = holder.items[index];
  return ((isMap(holder) ? (item as Pair<Node>).key : item) as Node).range?.[0] ?? 0;
}

/** Where the last thing that a node says ends. */
function lastOf(node: Node): number {
  const isBlock = (isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0;
  return isBlock ? lastOf(childOf(node, node.items.length - 1)) : (node.range?.[1] ?? 0);
}

function dashBefore(text: string, offset: number): number {
  return offset - (/[- ]*$/.exec(text.slice(lineStart(text, offset), offset))?.[0].length ?? 0);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function pastLineEnd(text: string, offset: number): number {
  return text[offset - 1] === '\n' ? offset : offset + (/^ *(?:\r?\n)?/.exec(text.slice(offset))?.[0].length ?? 0);
}

/** Every value that is no map or list, as it is written, with its path. */
function written(text: string): readonly (readonly [path: string, source: string])[] {
  const below = (node: unknown, path: string): readonly (readonly [string, string])[] => {
    if (isMap(node)) return node.items.flatMap(({ key, value: child }) => below(child, `${path}/${key}`));
    if (isSeq(node)) return node.items.flatMap((child, index) => below(child, `${path}/${index}`));
    return isScalar(node) && node.range ? [[path, text.slice(node.range[0], node.range[1])]] : [];
  };
  return below(parseDocument(text, { stringKeys: true }).contents, '');
}

/** The comments of a text in order, but for those in a stretch. */
function comments(text: string, [from, to]: readonly [number, number] = [-1, -1]): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, source, offset } = node as { type?: string; source?: string; offset?: number };
    if (type === 'comment' && !((offset ?? 0) >= from && (offset ?? 0) < to)) found.push(source ?? '');
    for (const child of Object.values(node)) visit(child);
  };
  for (const token of new Parser().parse(text)) visit(token);
  return found;
}

function at<T>(of: readonly T[], pick: number): T {
  return of[pick % of.length] as T;
}

function paths(data: unknown, path: Path = []): readonly Path[] {
  if (data === null || typeof data !== 'object') return [path];
  const steps: readonly Step[] = Array.isArray(data) ? data.map((_, index) => index) : Object.keys(data);
  return [path, ...steps.flatMap((step) => paths((data as Data)[step], [...path, step]))];
}

function dig(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, step) => (node as Data | undefined)?.[step], data);
}

function isObject(data: unknown): boolean {
  return data !== null && typeof data === 'object' && !Array.isArray(data);
}

function changed(data: unknown, path: Path, wanted: Plain): unknown {
  const copy = structuredClone(data) as Data;
  (dig(copy, path.slice(0, -1)) as Data)[path.at(-1) ?? ''] = wanted;
  return copy;
}

function without(data: unknown, path: Path): unknown {
  const copy = structuredClone(data) as Data;
  const holder = dig(copy, path.slice(0, -1)) as Data;
  const last = path.at(-1) ?? '';
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}
