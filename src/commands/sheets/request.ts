import type { Outcome } from '../../model/outcome.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import type { SheetKind } from '../../workspace/sheets/fields.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { type Command, type Input, text, YEAR_OPTION } from '../command.ts';
import { loadWorkspace } from '../load.ts';
import { yearNamed } from '../named.ts';

/** The options by which a year is chosen: a plan has none. */
export function yearOption(kind: SheetKind): NonNullable<Command['options']> {
  return kind === 'plan' ? [] : [YEAR_OPTION];
}

/** The workspace that a sheet is for, and the school year. */
export function sheetRequest(
  world: World,
  input: Input,
): { readonly root: string; readonly workspace: Workspace; readonly year: SchoolYear } | { readonly refusal: Outcome } {
  const loaded = loadWorkspace(world, input);
  if ('refusal' in loaded) return loaded;
  const named = yearNamed(loaded.workspace, text(input, 'year'), world.today);
  return 'refusal' in named ? named : { ...loaded, year: named.year };
}
