import type { EvidenceFile } from '../../model/files.generated.ts';
import { isId } from '../../model/id-from.ts';
import { didYouMean, exactly } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { schemaAt } from '../../source/schema-at.ts';
import { oneLine } from '../../workspace/scaffold-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Input, text, texts } from '../command.ts';
import { allNamed, dateNamed, elementNamed, strandNamed } from '../named.ts';

/** An evidence item as far as it is known yet. */
export type GivenItem = { readonly [key in keyof EvidenceFile]?: EvidenceFile[key] };

/** The words that a key of evidence.yaml takes. */
export function wordsFor(key: 'kind' | 'consent'): readonly string[] {
  return schemaAt('evidence', [key])?.enum ?? [];
}

/** What the flags say of an item, or the outcome that says which of them can't be used. */
export function givenItem(
  { programme }: Workspace,
  input: Input,
): { readonly item: GivenItem } | { readonly refusal: Outcome } {
  const kind = oneOf('kind', text(input, 'kind'));
  if ('refusal' in kind) return kind;
  const consent = oneOf('consent', text(input, 'consent'));
  if ('refusal' in consent) return consent;
  const strands = allNamed(texts(input, 'strand'), (word) => strandNamed(programme, word));
  if ('refusal' in strands) return strands;
  const elements = allNamed(texts(input, 'element'), (word) => elementNamed(programme, word));
  if ('refusal' in elements) return elements;
  const day = text(input, 'date');
  const date = day === undefined ? null : dateNamed('--date', day);
  if (date !== null && 'refusal' in date) return date;
  const link = said(input, 'link');
  const wrong = link === undefined ? null : wrongLink(link);
  if (wrong !== null) return { refusal: unusable('--link is no address of a page.', wrong) };
  const id = text(input, 'id');
  if (id !== undefined && !isId(id))
    return { refusal: unusable(`${id} can’t be an id.`, 'Use lower-case words joined by hyphens: --id access-walk.') };
  return {
    item: {
      ...optional('title', said(input, 'title')),
      ...optional('kind', kind.word),
      ...(date === null ? {} : { date: date.date }),
      ...(strands.ids.length === 0 ? {} : { strands: strands.ids as string[] }),
      ...(elements.ids.length === 0 ? {} : { elements: elements.ids as string[] }),
      ...optional('holder', said(input, 'holder')),
      ...optional('link', link),
      ...optional('consent', consent.word),
    },
  };
}

/** What is wrong with an address, or null. */
export function wrongLink(link: string): string | null {
  return /^https?:\/\/\S+$/.test(link) ? null : 'Write it as a browser shows it, beginning with https://.';
}

/** An option's text on one line, without control characters; undefined where nothing is left. */
export function said(input: Input, name: string): string | undefined {
  return oneLine(text(input, name) ?? '') || undefined;
}

function optional<K extends string, T>(key: K, value: T | undefined): { readonly [key in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]: T });
}

/** A word that a key of evidence.yaml takes, as it is written there; undefined where none was given. */
export function oneOf<K extends 'kind' | 'consent'>(
  key: K,
  given: string | undefined,
): { readonly word: EvidenceFile[K] | undefined } | { readonly refusal: Outcome } {
  if (given === undefined) return { word: given };
  const known = wordsFor(key).map((each) => [each, each] as const);
  const word = exactly(given, known);
  if (word !== null) return { word: word as EvidenceFile[K] };
  const what = key === 'kind' ? `There is no kind of evidence ${given}.` : `${given} says nothing of consent.`;
  return { refusal: unusable(what, didYouMean(given, known)) };
}
