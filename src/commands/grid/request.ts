import type { IsoDate } from '../../model/calendar.ts';
import type { GridFile } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import type { Part } from '../../source/edit.ts';
import { parse } from '../../source/parse.ts';
import { draftGrid } from '../../workspace/draft-grid.ts';
import { pathOf } from '../../workspace/layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import type { TextChange } from '../change.ts';
import { type Input, text } from '../command.ts';
import { editFile } from '../edit-file.ts';
import { openHere } from '../load.ts';
import { yearNamed } from '../named.ts';

/** The grid that a command is about. */
export interface GridRequest {
  readonly root: string;
  readonly workspace: Workspace;
  readonly on: IsoDate;
  readonly year: SchoolYear;
  readonly file: string;
  /** How the commands that come next name the year, where it was named. */
  readonly yearFlag: string;
  /** Null where the year has no grid yet. */
  readonly grid: GridFile | null;
}

/** The grid of the year that was asked for, or why it can't be worked with. */
export function gridRequest(world: World, input: Input): GridRequest | { readonly refusal: Outcome } {
  const here = openHere(world, input);
  if ('refusal' in here) return here;
  const { root, workspace } = here;
  const named = yearNamed(workspace, text(input, 'year'), here.on);
  if ('refusal' in named) return named;
  const known = workspace.grids.get(named.year);
  const file = known?.file ?? pathOf.grid(named.year);
  if (known?.state === 'unreadable')
    return { refusal: unusable(`${file} can’t be read.`, `lem check ${file} says what is wrong.`) };
  const yearFlag = text(input, 'year') === undefined ? '' : ` --year ${named.year}`;
  const grid = known?.state === 'known' ? known.value : null;
  return { root, workspace, on: here.on, year: named.year, file, yearFlag, grid };
}

/** Changes nodes of the grid; where there is none yet, it is begun as `lem init` begins one. */
export function editGrid(
  world: World,
  { workspace, file, year, grid }: GridRequest,
  parts: readonly Part[],
): TextChange | { readonly refusal: Outcome } {
  if (grid !== null) return editFile(workspace, file, parts);
  const begun = draftGrid(workspace.programme, year, world.files.shipped('templates/workspace/grid.yaml'));
  const change = editFile({ ...workspace, sources: new Map([[file, parse(file, begun)]]) }, file, parts);
  return 'refusal' in change ? change : { ...change, before: null };
}
