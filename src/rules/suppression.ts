import { type IsoDate, inWords, isDate } from '../model/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { didYouMean } from '../model/nearest.ts';
import { type CommentLine, commentLines } from '../source/comment-lines.ts';
import type { Source } from '../source/source.ts';
import { isSuppressible, type Rule } from './rule.ts';

/** A comment that accepts a finding: `# lem-ignore <rule>: reason (until 2027-03-31)`. */
interface Suppression {
  readonly file: string;
  readonly comment: CommentLine;
  /** The line whose findings it is about: the first below it that is no comment. */
  readonly target: number;
  /** As it is written; empty where none is. */
  readonly rule: string;
  readonly reason: string;
  /** What stands after `until`, or null. */
  readonly until: string | null;
}

/** What is wrong with a suppression: the rule that says so, and its words. */
export interface Complaint {
  readonly rule: `suppression/${string}`;
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly hint: string;
}

/** Findings told apart by whether a comment accepts them, and what is wrong with such comments. */
interface Sorted {
  readonly found: readonly Diagnostic[];
  readonly suppressed: readonly Diagnostic[];
  readonly complaints: readonly Complaint[];
}

const MARK = 'lem-ignore';
const SHAPE = /^#+[ \t]*lem-ignore(?![\w-])[ \t]*([^\s:]*)[ \t]*(?::(.*))?/;
const UNTIL = /\(until\b([^()]*)\)\s*$/i;

/**
 * Applies the comments that accept findings. Only a sound one does: it names a rule that can be accepted, gives a
 * reason and has not ended.
 * @param judged whether a rule has looked at a file, so that a comment it has no finding for is of no use
 */
export function suppress(
  found: readonly Diagnostic[],
  {
    sources,
    rules,
    on,
    judged,
  }: {
    readonly sources: ReadonlyMap<string, Source>;
    readonly rules: readonly Rule[];
    readonly on: IsoDate;
    readonly judged: (rule: Rule, file: string) => boolean;
  },
): Sorted {
  const complaints: Complaint[] = [];
  const sound = new Map<string, Suppression>();
  for (const suppression of suppressionsOf(sources)) {
    const wrong = faultOf(suppression, rules, on);
    const key = keyOf(suppression.file, suppression.target, suppression.rule);
    if (wrong !== null) complaints.push({ ...wrong, ...placeOf(suppression) });
    else if (sound.has(key)) complaints.push({ ...UNUSED, ...placeOf(suppression) });
    else sound.set(key, suppression);
  }
  if (sound.size === 0) return { found, suppressed: [], complaints };
  const kept: Diagnostic[] = [];
  const suppressed: Diagnostic[] = [];
  const used = new Set<Suppression>();
  for (const diagnostic of found) {
    const suppression = sound.get(keyOf(diagnostic.file, diagnostic.line, diagnostic.rule));
    if (suppression === undefined) kept.push(diagnostic);
    else {
      suppressed.push(diagnostic);
      used.add(suppression);
    }
  }
  for (const suppression of sound.values()) {
    const rule = rules.find(({ id }) => id === suppression.rule);
    if (rule !== undefined && !used.has(suppression) && judged(rule, suppression.file))
      complaints.push({ ...UNUSED, ...placeOf(suppression) });
  }
  return { found: kept, suppressed, complaints };
}

const UNUSED = {
  rule: 'suppression/unused',
  message: 'There is no such finding in the line below.',
  hint: 'Take the comment away, or move it right above the line of the finding.',
} as const;

function faultOf(
  { rule: id, reason, until }: Suppression,
  rules: readonly Rule[],
  on: IsoDate,
): Pick<Complaint, 'rule' | 'message' | 'hint'> | null {
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) {
    const ids = rules.map((each) => each.id);
    if (id === '')
      return {
        rule: 'suppression/unknown-rule',
        message: 'This names no rule.',
        hint: `Name the rule that lem check shows, such as # ${MARK} plan/overdue: reason.`,
      };
    const message = /^[a-z\d/-]{1,80}$/.test(id) ? `There is no rule ${id}.` : 'There is no such rule.';
    return { rule: 'suppression/unknown-rule', message, hint: didYouMean(id, ids) };
  }
  if (!isSuppressible(rule))
    return {
      rule: 'suppression/not-allowed',
      message: `Findings of ${id} can’t be suppressed.`,
      hint: 'Mend what it finds, and take the comment away.',
    };
  if (reason === '')
    return {
      rule: 'suppression/no-reason',
      message: 'This gives no reason, so it suppresses nothing.',
      hint: `Say why after a colon: # ${MARK} ${id}: reason.`,
    };
  if (until === null) return null;
  if (!isDate(until))
    return {
      rule: 'suppression/expired',
      message: 'What stands after until is not a date of the calendar, so this suppresses nothing.',
      hint: 'Write it with the year first, such as (until 2027-03-31).',
    };
  if (until >= on) return null;
  return {
    rule: 'suppression/expired',
    message: `This ended on ${inWords(until)}, so it suppresses nothing.`,
    hint: 'Mend what was put off, or agree a new day.',
  };
}

function suppressionsOf(sources: ReadonlyMap<string, Source>): readonly Suppression[] {
  return [...sources].flatMap(([file, { text }]) => (text.includes(MARK) ? inText(file, text) : []));
}

function inText(file: string, text: string): readonly Suppression[] {
  const found: Suppression[] = [];
  // From the last to the first, since a comment right above another is about the same line as that.
  let lower: { readonly line: number; readonly target: number } | null = null;
  for (const comment of [...commentLines(text)].reverse()) {
    const target: number = lower !== null && lower.line === comment.line + 1 ? lower.target : comment.line + 1;
    lower = { line: comment.line, target };
    const shape = SHAPE.exec(comment.text);
    if (shape === null) continue;
    const [, rule = '', said = ''] = shape;
    const until = UNTIL.exec(said);
    const reason = said.replace(UNTIL, '').trim();
    found.unshift({ file, comment, target, rule, reason, until: until === null ? null : (until[1] ?? '').trim() });
  }
  return found;
}

function keyOf(file: string, line: number, rule: string): string {
  return `${line} ${rule} ${file}`;
}

function placeOf({ file, comment: { from, to } }: Suppression): Pick<Complaint, 'file' | 'from' | 'to'> {
  return { file, from, to };
}
