import type { Plain } from '../../model/edit.ts';
import type { ActionFile } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import { parse } from '../../source/parse.ts';
import { draftAction } from '../../workspace/draft-action.ts';
import { yearFiles } from '../../workspace/scaffold-audit.ts';
import type { SheetKind } from '../../workspace/sheets/fields.ts';
import type { Setting } from '../../workspace/sheets/gather.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import type { TextChange } from '../change.ts';
import { editFile } from '../edit-file.ts';

type Made = TextChange | { readonly refusal: Outcome };

/** The files that a sheet's values make or change. What a file holds besides them stays as it is. */
export function changesOf(
  world: World,
  workspace: Workspace,
  {
    kind,
    year,
    settings,
  }: { readonly kind: SheetKind; readonly year: SchoolYear; readonly settings: readonly Setting[] },
): { readonly texts: readonly TextChange[] } | { readonly refusal: Outcome } {
  const template = (path: string): string => world.files.shipped(`templates/${path}`);
  const begun = new Map(kind === 'plan' ? [] : yearFiles(workspace.programme, year, template));
  const texts: TextChange[] = [];
  const files = new Map<string, Setting[]>();
  for (const setting of settings) files.set(setting.file, [...(files.get(setting.file) ?? []), setting]);
  for (const [file, own] of files) {
    const made = workspace.sources.has(file)
      ? editFile(workspace, file, own)
      : newFile(workspace, file, own, begun.get(file));
    if ('refusal' in made) return made;
    texts.push(made);
  }
  return { texts };
}

/** @param begun the file as a year begins with it; undefined for an action */
function newFile(workspace: Workspace, path: string, own: readonly Setting[], begun: string | undefined): Made {
  if (begun === undefined) {
    const action: { readonly [key: string]: Plain } = Object.fromEntries(own.map((each) => [each.path[0], each.value]));
    return { path, before: null, after: draftAction(action as unknown as ActionFile) };
  }
  const made = editFile({ ...workspace, sources: new Map([[path, parse(path, begun)]]) }, path, own);
  return 'refusal' in made
    ? { refusal: unusable(`${path} can’t be made from this sheet.`) }
    : { ...made, before: null };
}
