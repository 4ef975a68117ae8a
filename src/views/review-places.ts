import { at, pointer, type Step } from '../model/place.ts';
import { cut } from '../model/width.ts';
import { locate } from '../source/locate.ts';
import { type SchemaNode, schemaAt } from '../source/schema-at.ts';
import { valueAt } from '../source/schema-path.ts';
import type { Source } from '../source/source.ts';
import { roleOf } from '../workspace/layout.ts';
import { oneLine } from '../workspace/scaffold-text.ts';

/** A place of a file that a person can recognise. */
export interface ReviewPlace {
  readonly pointer: string;
  /** Its line, the way to it, and how what stands there begins. */
  readonly name: string;
}

/** A file that somebody made to be long has more places than anyone looks through. */
const MOST = 1000;
const MOST_DEEP = 8;
/** Of a value, in characters. */
const LONGEST = 60;

/**
 * The places of a workspace's file that may be commented on, in the order of its text: each field, each cell, each
 * judgement and each entry of a list, but not the single words that these are made of.
 */
export function reviewPlaces(source: Source): readonly ReviewPlace[] {
  const { file, data } = source;
  const kind = roleOf(file)?.kind;
  if (kind === undefined) return [];
  const places: ReviewPlace[] = [];
  visit([]);
  return places;

  function visit(path: readonly Step[]): void {
    const value = valueAt(data, path);
    const schema = kind === undefined ? null : schemaAt(kind, path);
    const isWhole = path.length > 0 && (!isNested(value) || isRecord(schema));
    if (isWhole) offer(path, value);
    if (path.length >= MOST_DEEP || typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (places.length >= MOST) return;
      // A record's own words are commented on with it; what is listed in it has its own places.
      if (!isWhole || isNested(child)) visit([...path, Array.isArray(value) ? Number(key) : key]);
    }
  }

  function offer(path: readonly Step[], value: unknown): void {
    const { line } = locate(source, at(file, ...path));
    const way = path.map((step) => (typeof step === 'number' ? String(step + 1) : oneLine(step))).join(' › ');
    places.push({
      pointer: pointer(path),
      name: `line ${line}  ${cut(way, LONGEST)}  ${cut(words(value), LONGEST)}`.trimEnd(),
    });
  }
}

/** Whether a value holds more than plain words. */
function isNested(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return !Array.isArray(value) || value.some((item) => typeof item === 'object' && item !== null);
}

/** Whether a place of a schema has keys of its own, and is not a table of entries by their names. */
function isRecord(schema: SchemaNode | null): boolean {
  return schema?.properties !== undefined;
}

/** How a value begins, as far as words go. */
function words(value: unknown): string {
  if (typeof value !== 'object' || value === null) return oneLine(String(value).slice(0, 4 * LONGEST));
  const plain = Object.values(value).filter((each) => typeof each !== 'object');
  return oneLine(
    plain
      .slice(0, LONGEST)
      .map((each) => String(each).slice(0, 4 * LONGEST))
      .join(', '),
  );
}
