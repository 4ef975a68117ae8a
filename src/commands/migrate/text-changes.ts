import { type Outcome, unusable } from '../../model/outcome.ts';
import type { Step } from '../../model/place.ts';
import { type Part, rewritten } from '../../source/edit.ts';
import { parse } from '../../source/parse.ts';
import { schemaAt } from '../../source/schema-at.ts';
import type { Source } from '../../source/source.ts';
import { roleOf } from '../../workspace/layout.ts';
import type { TextChange } from '../change.ts';
import type { Moving } from './moving.ts';

/** An edit of a file: values for places, or the whole text from the source as it then is. */
export type Edit = { readonly parts: readonly Part[] } | { readonly text: (source: Source) => string | null };

/** A file's edits in turn as one change; what they do not touch stays byte for byte. */
export function edited(
  { workspace, programme }: Moving,
  file: string,
  edits: readonly Edit[],
): TextChange | { readonly refusal: Outcome } {
  const source = workspace.sources.get(file);
  const kind = roleOf(file)?.kind;
  const ids = [...programme.statements.keys(), ...programme.elements.keys(), ...programme.strands.keys()];
  const order = (path: readonly Step[]): readonly string[] => [
    ...Object.keys((kind === undefined ? null : schemaAt(kind, path))?.properties ?? {}),
    ...ids,
  ];
  let now = source;
  for (const edit of edits) {
    const text = now === undefined ? null : 'parts' in edit ? rewritten(now, edit.parts, order) : edit.text(now);
    now = text === null ? undefined : parse(file, text);
  }
  if (source !== undefined && now !== undefined) return { path: file, before: source.text, after: now.text };
  return {
    refusal: unusable(
      `${file} can’t be changed by lem as it stands, so nothing was written.`,
      `lem check ${file} says what is wrong in it; otherwise change it in your editor.`,
    ),
  };
}
