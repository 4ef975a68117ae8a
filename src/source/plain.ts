/**
 * A quick reader for plain YAML: the block maps and lists, one-line flow collections, quoted and plain texts and block
 * texts that lem's own files are made of. Whatever goes beyond that, it leaves to the full parser by giving up; so it
 * needs to be right only about what it accepts, and the tests hold it equal to the full parser on that.
 *
 * It is here because nearly every file is sound, and reading is most of what checking a workspace costs.
 */

/** What a reader that gives up throws; it is caught at once, in `readPlain`. */
const GIVE_UP = Symbol('not plain');

/** Control characters but line feeds, other line ends, byte order marks and lone surrogates. */
const UNUSUAL = /[^\P{Cc}\n]|[\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;
const KEY = /[A-Za-z][A-Za-z0-9_.-]*/y;
/** Texts that YAML's core schema reads as something else; keys that are one are left to the full parser. */
const WORDS = new Map<string, unknown>([
  ...['true', 'True', 'TRUE'].map((word): [string, unknown] => [word, true]),
  ...['false', 'False', 'FALSE'].map((word): [string, unknown] => [word, false]),
  ...['null', 'Null', 'NULL'].map((word): [string, unknown] => [word, null]),
]);
const DATE = /^\d{4}-\d\d-\d\d$/;
const INTEGER = /^[-+]?\d+$/;
const OTHER_NUMBER = /^[-+]?(?:\.?\d[\d.]*(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|\.(?:inf|nan))$/i;

type Map = { [key: string]: unknown };

/**
 * The data of a plain YAML text, keys with an empty value left out; undefined where the text is not plain, which says
 * nothing about whether it is sound.
 */
export function readPlain(text: string): unknown {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return new Reader(text).document();
  } catch (thrown) {
    if (thrown === GIVE_UP || thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

class Reader {
  private readonly text: string;
  /** Where the present line begins, its first character stands, and it ends. Past the last line, `indent` is -1. */
  private start = 0;
  private at = 0;
  private end = -1;
  private indent = -1;

  constructor(text: string) {
    this.text = text;
    this.nextLine();
  }

  document(): unknown {
    if (this.isDone() || this.indent !== 0) throw GIVE_UP;
    const value = this.block(0);
    if (!this.isDone()) throw GIVE_UP;
    return value;
  }

  private isDone(): boolean {
    return this.indent === -1;
  }

  /** Goes to the next line that says something. */
  private nextLine(): void {
    const { text } = this;
    for (let from = this.end + 1; from < text.length; ) {
      const found = text.indexOf('\n', from);
      const end = found === -1 ? text.length : found;
      let at = from;
      while (at < end && text.charCodeAt(at) === 32) at++;
      if (at < end && text.charCodeAt(at) !== 35 /* # */) {
        this.start = from;
        this.at = at;
        this.end = end;
        this.indent = at - from;
        return;
      }
      from = end + 1;
    }
    this.indent = -1;
    this.end = text.length;
  }

  private block(indent: number): unknown {
    return this.isItem() ? this.list(indent) : this.map(indent);
  }

  private isItem(): boolean {
    return (
      this.text.charCodeAt(this.at) === 45 /* - */ &&
      (this.at + 1 === this.end || this.text.charCodeAt(this.at + 1) === 32)
    );
  }

  private map(indent: number): Map {
    const map: Map = {};
    let empty = false;
    while (this.indent === indent && !this.isItem()) {
      const key = this.key();
      if (Object.hasOwn(map, key)) throw GIVE_UP;
      const value = this.value(indent, true);
      if (value === null) empty = true;
      map[key] = value;
    }
    if (this.indent > indent) throw GIVE_UP;
    if (!empty) return map;
    return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== null));
  }

  private list(indent: number): unknown[] {
    const list: unknown[] = [];
    while (this.indent === indent && this.isItem()) {
      let at = this.at + 1;
      while (at < this.end && this.text.charCodeAt(at) === 32) at++;
      const column = at - this.start;
      this.at = at;
      if (at < this.end && this.isItem()) throw GIVE_UP;
      KEY.lastIndex = at;
      if (at < this.end && KEY.test(this.text) && this.isColon(KEY.lastIndex)) {
        this.indent = column;
        list.push(this.map(column));
      } else list.push(this.value(indent, false));
    }
    if (this.indent > indent) throw GIVE_UP;
    return list;
  }

  /** Reads a key and its colon. */
  private key(): string {
    KEY.lastIndex = this.at;
    if (!KEY.test(this.text) || !this.isColon(KEY.lastIndex)) throw GIVE_UP;
    const key = this.text.slice(this.at, KEY.lastIndex);
    if (WORDS.has(key)) throw GIVE_UP;
    this.at = KEY.lastIndex + 1;
    return key;
  }

  private isColon(at: number): boolean {
    return (
      at < this.end &&
      this.text.charCodeAt(at) === 58 /* : */ &&
      (at + 1 === this.end || this.text.charCodeAt(at + 1) === 32)
    );
  }

  /** Reads a value, and goes on to the line after it. @param indent of the map or list that it belongs to */
  private value(indent: number, inMap: boolean): unknown {
    this.skipSpaces();
    const { text, at, end } = this;
    const first = at < end ? text.charCodeAt(at) : 35;
    if (first === 35) {
      this.nextLine();
      if (this.indent > indent) return this.block(this.indent);
      return inMap && this.indent === indent && this.isItem() ? this.list(indent) : null;
    }
    if (first === 124 /* | */ || first === 62 /* > */) return this.blockText(indent, first === 62);
    let value: unknown;
    if (first === 91 /* [ */ || first === 123 /* { */) value = this.flow();
    else if (first === 34 /* " */ || first === 39 /* ' */) value = this.quoted(first);
    else value = this.plain();
    this.nextLine();
    if (this.indent > indent) throw GIVE_UP; // the text goes on in the next line
    return value;
  }

  private skipSpaces(): void {
    while (this.at < this.end && this.text.charCodeAt(this.at) === 32) this.at++;
  }

  /** Holds that a line has nothing more to say. */
  private endOfLine(): void {
    const before = this.at;
    this.skipSpaces();
    if (this.at < this.end && (this.text.charCodeAt(this.at) !== 35 || this.at === before)) throw GIVE_UP;
  }

  private plain(): unknown {
    const line = this.text.slice(this.at, this.end);
    const comment = line.indexOf(' #');
    const value = withoutSpaces(comment === -1 ? line : line.slice(0, comment));
    if (value.includes(': ') || value.endsWith(':')) throw GIVE_UP;
    return scalar(value);
  }

  private quoted(quote: number): string {
    const value = this.quotedPart(quote);
    this.endOfLine();
    return value;
  }

  private quotedPart(quote: number): string {
    const { text, end } = this;
    const from = this.at + 1;
    const mark = quote === 34 ? '"' : "'";
    let close = text.indexOf(mark, from);
    while (quote === 39 && close !== -1 && close + 1 < end && text.charCodeAt(close + 1) === 39)
      close = text.indexOf(mark, close + 2);
    if (close === -1 || close >= end) throw GIVE_UP;
    const value = text.slice(from, close);
    this.at = close + 1;
    if (quote === 39) return value.replaceAll("''", "'");
    if (value.includes('\\')) throw GIVE_UP;
    return value;
  }

  private flow(): unknown {
    const value = this.flowValue(0);
    this.endOfLine();
    return value;
  }

  private flowValue(depth: number): unknown {
    if (depth > 20) throw GIVE_UP;
    const first = this.text.charCodeAt(this.at);
    if (first === 91) return this.flowList(depth);
    if (first === 123) return this.flowMap(depth);
    if (first === 34 || first === 39) return this.quotedPart(first);
    return this.flowPlain();
  }

  private flowList(depth: number): unknown[] {
    const list: unknown[] = [];
    this.at++;
    this.skipSpaces();
    if (this.takes(93 /* ] */)) return list;
    for (;;) {
      list.push(this.flowValue(depth + 1));
      this.skipSpaces();
      if (this.takes(93)) return list;
      this.comma();
    }
  }

  private flowMap(depth: number): Map {
    const map: Map = {};
    this.at++;
    this.skipSpaces();
    if (this.takes(125 /* } */)) return map;
    for (;;) {
      const key = this.key();
      if (Object.hasOwn(map, key)) throw GIVE_UP;
      this.skipSpaces();
      const value = this.flowValue(depth + 1);
      if (value === null) throw GIVE_UP;
      map[key] = value;
      this.skipSpaces();
      if (this.takes(125)) return map;
      this.comma();
    }
  }

  private takes(code: number): boolean {
    if (this.at >= this.end) throw GIVE_UP;
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at++;
    return true;
  }

  private comma(): void {
    if (!this.takes(44 /* , */)) throw GIVE_UP;
    if (this.at < this.end && this.text.charCodeAt(this.at) !== 32) throw GIVE_UP;
    this.skipSpaces();
  }

  private flowPlain(): unknown {
    const { text, end } = this;
    let at = this.at;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === 44 || code === 93 || code === 125) break;
      if (code === 91 || code === 123 || code === 35 || code === 34 || code === 39) throw GIVE_UP;
      if (code === 58 && !/[A-Za-z0-9/]/.test(text.charAt(at + 1))) throw GIVE_UP;
    }
    const value = withoutSpaces(text.slice(this.at, at));
    this.at = at;
    return scalar(value);
  }

  /** Reads a text of several lines, as it stands or with its lines folded, and goes on to the line after it. */
  private blockText(indent: number, folded: boolean): string {
    const { text } = this;
    this.at++;
    const strip = this.text.charCodeAt(this.at) === 45;
    if (strip) this.at++;
    this.endOfLine();
    const lines: string[] = [];
    let column = -1;
    for (let from = this.end + 1; ; ) {
      const found = from > text.length ? -1 : text.indexOf('\n', from);
      const end = found === -1 ? text.length : found;
      let at = from;
      while (at < end && text.charCodeAt(at) === 32) at++;
      if (from >= text.length) break;
      if (at === end) {
        if (column === -1 || at - from > column) throw GIVE_UP;
        lines.push('');
      } else {
        if (column === -1 && at - from > indent) column = at - from;
        if (at - from <= indent) break;
        if (at - from < column || (folded && at - from > column)) throw GIVE_UP;
        lines.push(text.slice(from + column, end));
      }
      this.end = end;
      from = end + 1;
    }
    while (lines.at(-1) === '') lines.pop();
    if (lines.length === 0) throw GIVE_UP;
    this.nextLine();
    if (this.indent > indent) throw GIVE_UP;
    return (folded ? fold(lines) : lines.join('\n')) + (strip ? '' : '\n');
  }
}

function fold(lines: readonly string[]): string {
  let folded = '';
  let blank = 0;
  for (const [index, line] of lines.entries()) {
    if (line === '') blank++;
    else {
      folded += index === 0 ? line : (blank === 0 ? ' ' : '\n'.repeat(blank)) + line;
      blank = 0;
    }
  }
  return folded;
}

/** A text without the spaces at its end. Other kinds of space, such as one that does not break, belong to it. */
function withoutSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 32) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** What a plain text stands for in the core schema. */
function scalar(value: string): unknown {
  const first = value.charCodeAt(0);
  const isLetter = (first >= 97 && first <= 122) || (first >= 65 && first <= 90) || first >= 0xa0;
  if (isLetter || first === 40 /* ( */ || first === 47 /* / */) {
    return value.length > 5 ? value : WORDS.has(value) ? WORDS.get(value) : value;
  }
  if (!(first >= 48 && first <= 57)) throw GIVE_UP;
  if (DATE.test(value)) return value;
  if (INTEGER.test(value)) return Number(value);
  if (OTHER_NUMBER.test(value)) throw GIVE_UP;
  return value;
}
