import { type Outcome, unusable } from '../model/outcome.ts';
import type { Step } from '../model/place.ts';
import { type Part, rewritten } from '../source/edit.ts';
import { schemaAt } from '../source/schema-at.ts';
import { roleOf } from '../workspace/layout.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { TextChange } from './change.ts';

/**
 * Changes nodes of a file that is there; what is not touched stays byte for byte. A key that is not there yet goes where
 * its neighbours of the schema are.
 * @param parts what goes where, in turn; a part without a value is taken out
 * @returns the change, or why lem can't make it: the file has a fault, or something stands there that takes a person
 */
export function editFile(
  { sources, programme }: Workspace,
  file: string,
  parts: readonly Part[],
): TextChange | { readonly refusal: Outcome } {
  const source = sources.get(file);
  if (source === undefined) return { refusal: unusable(`There is no file ${file}.`, 'lem status says what there is.') };
  const kind = roleOf(file)?.kind;
  const ids = [...programme.statements.keys(), ...programme.elements.keys(), ...programme.strands.keys()];
  const order = (path: readonly Step[]): readonly string[] => [
    ...Object.keys((kind === undefined ? null : schemaAt(kind, path))?.properties ?? {}),
    ...ids,
  ];
  const after = rewritten(source, parts, order);
  if (after !== null) return { path: file, before: source.text, after };
  return {
    refusal: unusable(
      `${file} can’t be changed by lem as it stands, so nothing was written.`,
      `lem check ${file} says what is wrong in it; otherwise change it in your editor.`,
    ),
  };
}
