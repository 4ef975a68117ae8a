import type { Diagnostic } from '../model/diagnostic.ts';
import { RULES } from './index.ts';
import { isSuppressible } from './rule.ts';

/** The format of baselines that this lem reads and writes. */
const FORMAT = 1;

/** Findings that are accepted as they are, as schemas/output/baseline.json has them: without lines, which move. */
interface AcceptedFinding {
  readonly rule: string;
  readonly file: string;
  readonly pointer: string;
  /** How many of the same rule stand at this place. */
  readonly count: number;
}

export type Baseline = readonly AcceptedFinding[];

/** What holding findings against a baseline comes to. */
export interface Held {
  /** The findings that are new. */
  readonly found: readonly Diagnostic[];
  readonly accepted: number;
  /** How many of the baseline are no longer found. */
  readonly gone: number;
}

/** Tells new findings from accepted ones. Of several at one place, as many are accepted as the baseline counts. */
export function holdAgainst(baseline: Baseline, found: readonly Diagnostic[]): Held {
  const left = new Map<string, number>();
  for (const accepted of baseline) left.set(keyOf(accepted), (left.get(keyOf(accepted)) ?? 0) + accepted.count);
  let accepted = 0;
  const fresh = found.filter((diagnostic) => {
    const count = left.get(keyOf(diagnostic)) ?? 0;
    if (count === 0 || !isAcceptable(diagnostic.rule)) return true;
    left.set(keyOf(diagnostic), count - 1);
    accepted++;
    return false;
  });
  return { found: fresh, accepted, gone: [...left.values()].reduce((sum, count) => sum + count, 0) };
}

/** A baseline that accepts all of these findings that can be accepted, sorted by file, place and rule. */
export function baselineOf(found: readonly Diagnostic[]): Baseline {
  const counts = new Map<string, AcceptedFinding>();
  for (const { rule, file, pointer } of found) {
    if (!isAcceptable(rule)) continue;
    const key = keyOf({ rule, file, pointer });
    counts.set(key, { rule, file, pointer, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, accepted]) => accepted);
}

/** A baseline as the text of its file: a finding a line, so that git shows and merges them one by one. */
export function baselineText(baseline: Baseline, version: string): string {
  const findings = baseline.map(({ rule, file, pointer, count }) => JSON.stringify({ rule, file, pointer, count }));
  const list = findings.length === 0 ? '[]' : `[\n    ${findings.join(',\n    ')}\n  ]`;
  return `{\n  "format": ${FORMAT},\n  "version": ${JSON.stringify(version)},\n  "findings": ${list}\n}\n`;
}

/** Why a text is no baseline to work with: words to follow the file's name, and what to do. */
interface Unfit {
  readonly fault: string;
  readonly hint: string;
}

/** Reads the text of a baseline. */
export function readBaseline(text: string): { readonly baseline: Baseline } | Unfit {
  const read = dataOf(text);
  if (!isRecord(read) || !('format' in read) || !Array.isArray(read.findings))
    return { fault: 'is not a baseline', hint: 'Name another file; with --update-baseline it need not exist.' };
  if (read.format !== FORMAT)
    return {
      fault: `is a baseline of another version of lem: this one reads format ${FORMAT}`,
      hint: 'Use the version of lem that wrote it, or name a new file with --update-baseline.',
    };
  const findings: readonly unknown[] = read.findings;
  if (!findings.every(isAccepted))
    return {
      fault: 'is not a sound baseline',
      hint: 'Take it as git has it, or name a new file with --update-baseline.',
    };
  return { baseline: findings };
}

function dataOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

function isAccepted(value: unknown): value is AcceptedFinding {
  return (
    isRecord(value) &&
    [value.rule, value.file, value.pointer].every((word) => typeof word === 'string') &&
    Number.isSafeInteger(value.count) &&
    Number(value.count) > 0
  );
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

function isAcceptable(id: string): boolean {
  const rule = RULES.find((each) => each.id === id);
  return rule !== undefined && isSuppressible(rule);
}

function keyOf({ rule, file, pointer }: Pick<AcceptedFinding, 'rule' | 'file' | 'pointer'>): string {
  return `${file}\n${pointer}\n${rule}`;
}
