import type { Plain } from '../../model/edit.ts';
import type { Known } from '../../model/known.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { parse } from '../../source/parse.ts';
import { EDITOR_SCHEMAS, roleOf } from '../../workspace/layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { TextChange } from '../change.ts';
import { editFile } from '../edit-file.ts';

type Refused = { readonly refusal: Outcome };

/** What a file holds, null where there is none; or that it can't be read, so that nothing can be added to it. */
export function readable<T>(known: Known<T>): { readonly value: T | null } | Refused {
  if (known.state === 'unreadable')
    return { refusal: unusable(`${known.file} can’t be read.`, `lem check ${known.file} says what is wrong.`) };
  return { value: known.state === 'known' ? known.value : null };
}

/**
 * Adds an entry at the end of a list of meetings or visits. A file that is not there is begun.
 * @param count how many entries the list has
 */
export function addEntry(
  workspace: Workspace,
  file: string,
  list: 'meetings' | 'visits',
  count: number,
  entry: Plain,
): TextChange | Refused {
  // An empty list in brackets would take the entry into them: by way of a word it becomes a list in lines.
  const parts =
    count > 0
      ? [{ path: [list, count], value: entry }]
      : [
          { path: [list], value: 'none' },
          { path: [list], value: [entry] },
        ];
  if (workspace.sources.has(file)) return editFile(workspace, file, parts);
  const begun = parse(file, `# yaml-language-server: $schema=${EDITOR_SCHEMAS}/${roleOf(file)?.kind}.json\n`);
  const change = editFile({ ...workspace, sources: new Map([[file, begun]]) }, file, parts);
  return 'refusal' in change ? change : { ...change, before: null };
}
