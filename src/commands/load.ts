import type { IsoDate } from '../model/calendar.ts';
import type { Listing } from '../model/listing.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import { locate } from '../source/locate.ts';
import { type Assembly, assemble } from '../workspace/assemble.ts';
import { READING_LIST, WORKSPACE_FILE } from '../workspace/layout.ts';
import type { Reader } from '../workspace/read-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { World } from '../world.ts';
import { dayOf, folderOf, type Input } from './command.ts';

const shipped = new WeakMap<World, ReadonlyMap<string, string>>();

/** The editions that come with lem, by id: one for each file in templates/programmes, read once for many workspaces. */
export function shippedProgrammes(world: World): ReadonlyMap<string, string> {
  const programmes = shipped.get(world) ?? textsIn(world, PROGRAMMES);
  shipped.set(world, programmes);
  return programmes;
}

const PROGRAMMES = 'templates/programmes';
const MAPPINGS = 'templates/mappings';

const mappings = new WeakMap<World, ReadonlyMap<string, string>>();

/** The mappings between those editions, by the names of their files, read once for many workspaces. */
export function shippedMappings(world: World): ReadonlyMap<string, string> {
  const known = mappings.get(world) ?? textsIn(world, MAPPINGS);
  mappings.set(world, known);
  return known;
}

function textsIn(world: World, folder: string): ReadonlyMap<string, string> {
  const names = world.files.walk(world.files.shippedFolder(folder));
  return new Map(names.map((name) => [name.replace(/\.yaml$/, ''), world.files.shipped(`${folder}/${name}`)]));
}

/** Puts a workspace together with the editions and mappings that come with lem. */
export function assembleWith(world: World, listing: Listing, read?: Reader): Assembly {
  return assemble(listing, shippedProgrammes(world), read, shippedMappings(world));
}

/** A workspace's folder and what is in it. */
export interface Listed {
  readonly root: string;
  readonly listing: Listing;
}

/** Finds the workspace at or above the folder and lists its files. */
export function listHere(world: World, input: Input): Listed | { readonly refusal: Outcome } {
  const folder = folderOf(world, input);
  if (!world.files.exists(folder))
    return {
      refusal: unusable(`There is no folder ${world.files.shown(world.cwd, folder)}.`, 'Check the path after -C.'),
    };
  const root = world.files.findUp(folder, WORKSPACE_FILE);
  if (root === null) {
    return {
      refusal: unusable(
        `This is not a workspace: there is no ${WORKSPACE_FILE} here or in a folder above.`,
        'Begin one with lem init, or name its folder with -C.',
      ),
    };
  }
  return { root, listing: world.files.list(root, READING_LIST) };
}

/** Finds the workspace at or above the folder and puts it together, sound or not. */
function assembleHere(
  world: World,
  input: Input,
): { readonly root: string; readonly assembly: Assembly } | { readonly refusal: Outcome } {
  const here = listHere(world, input);
  if ('refusal' in here) return here;
  return { root: here.root, assembly: assembleWith(world, here.listing) };
}

/** Finds and puts together a workspace that a command can work with; otherwise the outcome that says why not. */
export function loadWorkspace(
  world: World,
  input: Input,
): { readonly root: string; readonly workspace: Workspace } | { readonly refusal: Outcome } {
  const here = assembleHere(world, input);
  if ('refusal' in here) return here;
  const { root, assembly } = here;
  if (assembly.state === 'ready') return { root, workspace: assembly.workspace };
  const first =
    assembly.problems.find(({ where }) => where.file === WORKSPACE_FILE || where.file === 'programme.yaml') ??
    assembly.problems[0];
  if (first === undefined) return { refusal: unusable(`${WORKSPACE_FILE} can’t be used.`, 'See lem check.') };
  const source = assembly.sources.get(first.where.file);
  const { line, column } = source === undefined ? { line: 1, column: 1 } : locate(source, first.where);
  return {
    refusal: unusable(
      `${first.where.file}:${line}:${column} ${first.message}`,
      `${first.hint ?? ''} lem check shows all there is.`.trim(),
    ),
  };
}

/** The day that a command judges as on, and the workspace it works with: what nearly every command begins with. */
export function openHere(
  world: World,
  input: Input,
): { readonly on: IsoDate; readonly root: string; readonly workspace: Workspace } | { readonly refusal: Outcome } {
  const day = dayOf(world, input);
  if ('refusal' in day) return day;
  const loaded = loadWorkspace(world, input);
  return 'refusal' in loaded ? loaded : { on: day.on, ...loaded };
}
