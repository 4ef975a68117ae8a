import type { Finding } from '../model/diagnostic.ts';
import type { Place, Step } from '../model/place.ts';
import { commentsOf } from '../source/comments.ts';
import type { Source } from '../source/source.ts';
import { roleOf } from '../workspace/layout.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A text that somebody wrote. */
interface Written {
  readonly text: string;
  readonly place: Place;
  readonly isComment: boolean;
}

/** Longer texts are looked at up to here: no text that a person keeps comes near it. In characters. */
const LONGEST = 200_000;
/** No file of lem's is nested more deeply; what is, was made to be slow, and has a finding of its own. */
const DEEPEST = 50;

const values = new WeakMap<Source, readonly Written[]>();
const comments = new WeakMap<Source, readonly Written[]>();

/** The texts of a file that may hold what is looked for: its values and, because git keeps them too, its comments. */
function* suspectTexts(source: Source, { maybe, find }: Wanted): Iterable<Written> {
  const { file, text, data } = source;
  if (data === undefined) return;
  yield* once(values, source, () => valuesOf(file, data, []));
  // Which of these are comments only the full parser tells; it is asked only where there would be something to say.
  const lines = (text.match(/(?:^|\s)#.*/gm) ?? []).map((line) => line.trim().slice(1)).join('\n');
  if (maybe.test(lines) && find(lines.slice(0, LONGEST)).length > 0)
    yield* once(comments, source, () => writtenAsComments(source));
}

function once(
  made: WeakMap<Source, readonly Written[]>,
  source: Source,
  make: () => Iterable<Written>,
): readonly Written[] {
  const known = made.get(source) ?? [...make()];
  made.set(source, known);
  return known;
}

function* writtenAsComments(source: Source): Iterable<Written> {
  for (const { text, place } of commentsOf(source)) yield { text, place, isComment: true };
}

function* valuesOf(file: string, value: unknown, path: readonly Step[]): Iterable<Written> {
  if (typeof value === 'string') yield { text: value, place: { file, path, part: 'value' }, isComment: false };
  else if (path.length === DEEPEST) return;
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* valuesOf(file, item, [...path, index]);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) yield* valuesOf(file, item, [...path, key]);
  }
}

/** What is looked for in the texts of a workspace. */
interface Wanted {
  /** What is in every file with such a text. It is quick, and most files have none of it and are not looked at again. */
  readonly maybe: RegExp;
  /** The offsets of what is found in a text. */
  readonly find: (text: string) => readonly number[];
  /** What is wrong, after the words for where: `gives a date of birth`. */
  readonly says: string;
  readonly hint: string;
}

/**
 * A finding for each text of the school's in which something is found; the programme is nobody's. What was found is
 * never quoted: a report is read by more people than the file.
 */
export function* findInTexts({ sources }: Workspace, wanted: Wanted): Iterable<Finding> {
  const { maybe, find, says, hint } = wanted;
  for (const [path, source] of sources) {
    // Quick, and true of hardly any file; an escape may hide what the value holds.
    if (!maybe.test(source.text) && !source.text.includes('\\')) continue;
    if (roleOf(path)?.kind === 'programme') continue;
    for (const { text, place, isComment } of suspectTexts(source, wanted)) {
      const found = maybe.test(text) ? find(text.slice(0, LONGEST)) : [];
      if (found.length === 0) continue;
      yield { place, message: `${isComment ? 'A comment here' : subject(text, found[0] ?? 0)} ${says}.`, hint };
    }
  }
}

/** The text, or of several paragraphs the first that something is found in. */
function subject(text: string, offset: number): string {
  const paragraphs = text.trim().split(/\n\s*\n/).length;
  if (paragraphs === 1) return 'This text';
  return `Paragraph ${text.slice(0, offset).split(/\n\s*\n/).length} of this text`;
}

/** A Markdown text without what emphasises its words. The offsets of its paragraphs' ends stay in their order. */
export function withoutEmphasis(text: string): string {
  return text.replace(/[*_`]+/g, '');
}
