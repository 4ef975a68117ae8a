import { stringify } from 'yaml';
import { isDate } from '../model/calendar.ts';
import type { Plain } from '../model/edit.ts';

/** How what is written fits in with what is there. */
export interface Manner {
  /** Whether it stands inside brackets or braces. */
  readonly flow: boolean;
  /** The column of the keys or dashes that it belongs to. */
  readonly column: number;
  /** How much deeper each level stands, in spaces. */
  readonly step: number;
  /** How lines end. */
  readonly eol: string;
  /** Whether small maps are written in braces, as those beside it are. */
  readonly braces: boolean;
}

/** How long a line may get before it is broken. */
const WIDTH = 100;
/** What a block text or a plain one can't hold: control characters, other line ends, lone surrogates. */
const UNPRINTABLE = /[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
const PLAIN_KEY = /^[A-Za-z][A-Za-z0-9_.-]*$/;

/** A value on one line. */
export function inline(value: Plain, flow: boolean): string {
  if (typeof value === 'string') return plainOrQuoted(value, flow);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map((item) => inline(item, true)).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, child]) => `${keyText(key)}: ${inline(child, true)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** A value as it follows a key's colon, the space or line end included. */
export function afterKey(value: Plain, manner: Manner): string {
  const { flow, column, step, eol, braces } = manner;
  const line = inline(value, flow);
  if (flow) return ` ${line}`;
  const inner = column + step;
  const fits = column + line.length <= WIDTH;
  if (typeof value === 'string') {
    if (value.includes('\n')) return ` ${literal(value, inner, eol) ?? line}`;
    return ` ${fits ? line : (folded(value, inner, eol) ?? line)}`;
  }
  if (typeof value !== 'object') return ` ${line}`;
  const children: readonly Plain[] = Object.values(value);
  const isSmall = fits && children.every((child) => typeof child !== 'object');
  if (children.length === 0 || (isSmall && (isList(value) || braces))) return ` ${line}`;
  return eol + ' '.repeat(inner) + block(value, { ...manner, column: inner });
}

/** A map or list in lines, the first without its indent. */
function block(value: Plain, manner: Manner): string {
  const next = manner.eol + ' '.repeat(manner.column);
  if (typeof value !== 'object') return inline(value, false);
  if (isList(value)) return value.map((item) => `-${afterDash(item, manner)}`).join(next);
  return Object.entries(value)
    .map(([key, child]) => `${keyText(key)}:${afterKey(child, manner)}`)
    .join(next);
}

/** A value as it follows a list's dash. */
export function afterDash(value: Plain, manner: Manner): string {
  const line = inline(value, manner.flow);
  if (typeof value !== 'object') return afterKey(value, { ...manner, step: 2 });
  const isSmall = manner.column + line.length <= WIDTH && Object.values(value).every((each) => !isList(each));
  if (manner.flow || isList(value) || isSmall) return ` ${line}`;
  return ` ${block(value, { ...manner, column: manner.column + 2 })}`;
}

/** A key, in quotes where it needs them. */
export function keyText(key: string): string {
  return PLAIN_KEY.test(key) && plainOrQuoted(key, true) === key ? key : doubleQuoted(key);
}

/** A text without quotes where it can do without: dates can, and words that YAML once read as yes or no can't. */
function plainOrQuoted(text: string, flow: boolean): string {
  if (isDate(text)) return text;
  if (text.includes('\n') || UNPRINTABLE.test(text)) return doubleQuoted(text);
  const options = { schema: 'core', compat: 'yaml-1.1', lineWidth: 0, blockQuote: false } as const;
  if (!flow) return stringify(text, options).replace(/\n$/, '');
  return stringify([text], { ...options, collectionStyle: 'flow', flowCollectionPadding: false })
    .trimEnd()
    .slice(1, -1);
}

/** A text in double quotes, on one line whatever it holds. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text in single quotes; null for one that they can't hold on one line. */
export function singleQuoted(text: string): string | null {
  return text.includes('\n') || UNPRINTABLE.test(text) ? null : `'${text.replaceAll("'", "''")}'`;
}

/** A text as it stands, under a `|`; null for one that it can't hold. @param column of its lines */
export function literal(text: string, column: number, eol: string): string | null {
  const body = text.replace(/\n$/, '');
  if (UNPRINTABLE.test(text) || /^\s|\n$/.test(body) || body === '') return null;
  return `|${text === body ? '-' : ''}${eol}${indented(body.split('\n'), column, eol)}`;
}

/** A text under a `>`, its lines broken at spaces; null for one that it can't hold. @param column of its lines */
export function folded(text: string, column: number, eol: string): string | null {
  const body = text.replace(/\n$/, '');
  if (UNPRINTABLE.test(text) || /^\s|\s$|\s\s/.test(body) || body === '') return null;
  const lines: string[] = [];
  for (const word of body.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || column + last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return `>${text === body ? '-' : ''}${eol}${indented(lines, column, eol)}`;
}

function indented(lines: readonly string[], column: number, eol: string): string {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line)).join(eol);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
