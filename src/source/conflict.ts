import { keysAbove } from './keys-above.ts';
import type { Problem } from './source.ts';

/** What git writes at the start of a line where two versions stand. With `merge.conflictStyle=diff3` there is a base. */
const OPENS = /^<{7} (.+)/gm;
const BASE = /^\|{7}/gm;
const PARTS = /^={7}\r?$/gm;
const CLOSES = /^>{7} (.+)/gm;

/** How much is said of a branch’s name or a commit’s subject. */
const LONGEST_NAME = 40;

interface Conflict {
  readonly from: number;
  readonly to: number;
  /** What git calls the two versions, and their lines. */
  readonly names: readonly string[];
  readonly versions: readonly string[];
  readonly end: number;
}

/**
 * The first place of a text where git could not put two people’s work together, as a problem that says what it is about
 * and whose versions stand there; null where there is none.
 */
export function conflictIn(file: string, text: string): Problem | null {
  const first = conflictFrom(text, 0);
  if (first === null) return null;
  let more = 0;
  for (let other = conflictFrom(text, first.end); other !== null; other = conflictFrom(text, other.end)) more++;
  const keys = keysAbove(text.slice(0, first.from), first.versions);
  const about = keys.length === 0 ? '' : ` of ${keys.join(' › ')}`;
  const others = more === 0 ? '' : more === 1 ? ' There is 1 more below.' : ` There are ${more} more below.`;
  return {
    code: 'yaml/conflict',
    where: { file, from: first.from, to: first.to },
    message: `Two versions${about} stand here, from ${first.names.join(' and from ')}.${others}`,
    hint: 'Keep one, take out the lines with <<<<<<<, ======= and >>>>>>>, then run lem check.',
  };
}

function conflictFrom(text: string, start: number): Conflict | null {
  const opens = next(OPENS, text, start);
  const ours = opens === null ? 0 : lineAfter(text, opens.index);
  const parts = opens === null ? null : next(PARTS, text, ours);
  const theirs = parts === null ? 0 : lineAfter(text, parts.index);
  const closes = parts === null ? null : next(CLOSES, text, theirs);
  if (opens === null || parts === null || closes === null) return null;
  const base = next(BASE, text.slice(0, parts.index), ours);
  return {
    from: opens.index,
    to: opens.index + opens[0].trimEnd().length,
    names: [opens, closes].map(([, name = '']) => shortened(name.trim())),
    versions: [text.slice(ours, base?.index ?? parts.index), text.slice(theirs, closes.index)],
    end: lineAfter(text, closes.index),
  };
}

function next(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
