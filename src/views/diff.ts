import { type Line, run } from '../model/block.ts';

/** A file before and after; `before` is null for a new one. */
export interface Compared {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
  /** The file is taken away. */
  readonly removed?: true;
}

/** How many unchanged lines are shown around a change. */
const AROUND = 3;
const UNENDED = '\\ No newline at end of file';

/** What changed in files, as a unified diff that `git apply` and `patch -p1` take; empty where nothing did. */
export function unifiedDiff(files: readonly Compared[]): string {
  return files.map(fileDiff).join('');
}

/** The lines of a unified diff in colour. */
export function diffLines(diff: string): readonly Line[] {
  return diff
    .replace(/\n$/, '')
    .split('\n')
    .map((line): Line => {
      if (/^(---|\+\+\+) /.test(line)) return [run(line, 'strong')];
      if (line.startsWith('@@')) return [run(line, 'accent')];
      if (line.startsWith('-')) return [run(line, 'bad')];
      return line.startsWith('+') ? [run(line, 'good')] : line;
    });
}

function fileDiff({ path, before, after, removed }: Compared): string {
  if (before === after && !removed) return '';
  const steps = stepsBetween(linesOf(before ?? ''), linesOf(removed ? '' : after));
  const tab = path.includes(' ') ? '\t' : '';
  const old = before === null ? '/dev/null' : `a/${path}${tab}`;
  const now = removed ? '/dev/null' : `b/${path}${tab}`;
  return `--- ${old}\n+++ ${now}\n${hunks(steps).join('')}`;
}

/** A line that stays (` `), goes (`-`) or comes (`+`). */
interface Step {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

function hunks(steps: readonly Step[]): readonly string[] {
  const changed = steps.flatMap(({ sign }, index) => (sign === ' ' ? [] : [index]));
  const spans: { from: number; to: number }[] = [];
  for (const index of changed) {
    const [from, to] = [Math.max(0, index - AROUND), Math.min(steps.length, index + 1 + AROUND)];
    const last = spans.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else spans.push({ from, to });
  }
  return spans.map(({ from, to }) => {
    const shown = steps.slice(from, to);
    const old = range(steps.slice(0, from), shown, '+');
    const now = range(steps.slice(0, from), shown, '-');
    return `@@ -${old} +${now} @@\n${shown.map(({ sign, line }) => `${sign}${ended(line)}`).join('')}`;
  });
}

/** Where a hunk begins in one of the two files and how many of its lines it shows. @param not the lines that are not in it */
function range(before: readonly Step[], shown: readonly Step[], not: Step['sign']): string {
  const count = (steps: readonly Step[]): number => steps.filter(({ sign }) => sign !== not).length;
  const lines = count(shown);
  const first = count(before) + (lines === 0 ? 0 : 1);
  return lines === 1 ? String(first) : `${first},${lines}`;
}

function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n${UNENDED}\n`;
}

/** A text's lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Beyond so many steps it is not worth the time to look for the fewest. */
const MOST_STEPS = 1000;

/** The steps from one list of lines to another: what they begin and end with alike stays. */
function stepsBetween(before: readonly string[], after: readonly string[]): readonly Step[] {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same++;
  let tail = 0;
  while (tail < most - same && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const [old, now] = [before.slice(same, before.length - tail), after.slice(same, after.length - tail)];
  return [
    ...signed(' ', before.slice(0, same)),
    ...(fewestSteps(old, now) ?? [...signed('-', old), ...signed('+', now)]),
    ...signed(' ', before.slice(before.length - tail)),
  ];
}

function signed(sign: Step['sign'], lines: readonly string[]): readonly Step[] {
  return lines.map((line) => ({ sign, line }));
}

/** The fewest steps from one list of lines to another (Myers 1986); null where they are too many to be looked for. */
function fewestSteps(before: readonly string[], after: readonly string[]): readonly Step[] | null {
  if (before.length === 0 || after.length === 0) return null;
  const trail: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let cost = 0; cost <= MOST_STEPS; cost++) {
    trail.push(new Map(reach));
    const next = new Map(reach);
    for (let diagonal = -cost; diagonal <= cost; diagonal += 2) {
      let x = startOf(reach, diagonal, cost);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return walkedBack(trail, before, after);
    }
    reach = next;
  }
  return null;
}

/** How far into the old lines a diagonal is entered, from the better of its neighbours. */
function startOf(reach: ReadonlyMap<number, number>, diagonal: number, cost: number): number {
  return comesFromAbove(reach, diagonal, cost) ? (reach.get(diagonal + 1) ?? 0) : (reach.get(diagonal - 1) ?? 0) + 1;
}

function comesFromAbove(reach: ReadonlyMap<number, number>, diagonal: number, cost: number): boolean {
  if (diagonal === -cost) return true;
  return diagonal !== cost && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1);
}

function walkedBack(
  trail: readonly ReadonlyMap<number, number>[],
  before: readonly string[],
  after: readonly string[],
): readonly Step[] {
  const steps: Step[] = [];
  let [x, y] = [before.length, after.length];
  for (let cost = trail.length - 1; cost >= 0; cost--) {
    const reach = trail[cost] ?? new Map<number, number>();
    const diagonal = x - y;
    const above = comesFromAbove(reach, diagonal, cost);
    const start = cost === 0 ? 0 : startOf(reach, diagonal, cost);
    while (x > start && y > start - diagonal) {
      steps.push({ sign: ' ', line: before[--x] ?? '' });
      y--;
    }
    if (cost === 0) break;
    steps.push(above ? { sign: '+', line: after[--y] ?? '' } : { sign: '-', line: before[--x] ?? '' });
  }
  return steps.reverse();
}
