import { at, type Place } from '../model/place.ts';
import { documentOf } from './parse.ts';
import type { Source } from './source.ts';
import { walk } from './walk.ts';

/** A comment and the node it stands at. */
export interface Comment {
  readonly text: string;
  readonly place: Place;
}

/** Every comment of a file. This takes the full parser: ask only about files in which a comment matters. */
export function* commentsOf(source: Source): Iterable<Comment> {
  const document = documentOf(source);
  for (const text of [document.commentBefore, document.comment]) if (text) yield { text, place: at(source.file) };
  for (const { node, place } of walk(document)) {
    for (const text of [node.commentBefore, node.comment]) if (text) yield { text, place: place(source.file) };
  }
}
