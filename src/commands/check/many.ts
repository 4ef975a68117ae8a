import type { IsoDate } from '../../model/calendar.ts';
import type { Diagnostic, Level } from '../../model/diagnostic.ts';
import type { Listing } from '../../model/listing.ts';
import { diagnosis } from '../../rules/run.ts';
import { parse } from '../../source/parse.ts';
import type { Source } from '../../source/source.ts';
import { READING_LIST, WORKSPACE_FILE } from '../../workspace/layout.ts';
import type { Memory, World } from '../../world.ts';
import { assembleWith, shippedMappings, shippedProgrammes } from '../load.ts';

/** One workspace to check. */
export interface CheckJob {
  readonly root: string;
  /** What is put before the paths of its files. */
  readonly prefix: string;
  readonly level: Level;
  readonly on: IsoDate;
}

/** What a check of one or many workspaces found. */
export interface Checked {
  readonly files: number;
  readonly found: readonly Diagnostic[];
  readonly suppressed: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, Source>;
}

/** The same, as it is remembered and goes from one thread to another: the texts of only those files in which something was found. */
interface CheckedWorkspace {
  readonly files: number;
  readonly found: readonly Diagnostic[];
  readonly suppressed: readonly Diagnostic[];
  readonly texts: readonly (readonly [path: string, text: string])[];
}

/** The folders at or below one that are workspaces, in the order of their paths. None is looked for inside another. */
export function workspacesBelow(world: World, folder: string): readonly string[] {
  return world.files.foldersWith(folder, WORKSPACE_FILE);
}

/** Checks many workspaces on all cores. */
export async function checkMany(world: World, jobs: readonly CheckJob[]): Promise<Checked> {
  let files = 0;
  const found: Diagnostic[] = [];
  const suppressed: Diagnostic[] = [];
  const sources = new Map<string, Source>();
  await world.inParallel('check', jobs, (result, index) => {
    const checked: CheckedWorkspace = JSON.parse(String(result));
    files += checked.files;
    for (const diagnostic of checked.found) found.push(diagnostic);
    for (const diagnostic of checked.suppressed) suppressed.push(diagnostic);
    for (const [path, text] of checked.texts) sources.set(path, parse(path, text));
    world.terminal.progress(`${index + 1} of ${jobs.length} workspaces checked`);
  });
  world.terminal.progress('');
  return { files, found, suppressed, sources };
}

/**
 * Checks one workspace. What it found is remembered by the very content of its files, so that a workspace that has not
 * changed is not worked through again; but never for a submission.
 * @returns as JSON, which goes quicker from one thread to another than what it stands for
 */
export async function checkOne(world: World, { root, prefix, level, on }: CheckJob): Promise<string> {
  const listing = world.files.list(root, READING_LIST);
  const checked = (): string => JSON.stringify(check(world, listing, { prefix, level, on }));
  if (level === 'submission') return checked();
  const memory = await world.remembered();
  const key = keyOf(memory, world, listing, [prefix, level, on]);
  const kept = memory.recall(root, key);
  if (kept !== null) return kept;
  const found = checked();
  memory.keep(root, key, found);
  return found;
}

function check(world: World, listing: Listing, { prefix, level, on }: Omit<CheckJob, 'root'>): CheckedWorkspace {
  const assembly = assembleWith(world, listing);
  const { sources } = assembly.state === 'ready' ? assembly.workspace : assembly;
  const { found, suppressed } = diagnosis(assembly, { level, on });
  const placed = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, file: prefix + diagnostic.file });
  const paths = [...new Set(found.map(({ file }) => file))];
  return {
    files: sources.size,
    found: found.map(placed),
    suppressed: suppressed.map(placed),
    texts: paths.map((path) => [prefix + path, sources.get(path)?.text ?? '']),
  };
}

/** Changes with every build of lem. */
const BUILD_ID = 'dist/build-id';

const keysOfLem = new WeakMap<World, string>();

/** A key of lem itself and of the programmes it brings, worked out once for many workspaces. */
function ofLem(memory: Memory, world: World): string {
  const known = keysOfLem.get(world);
  if (known !== undefined) return known;
  const programmes = [...shippedProgrammes(world).values(), ...shippedMappings(world).values()];
  const key = memory.keyOf([world.files.shipped(BUILD_ID), ...programmes]);
  keysOfLem.set(world, key);
  return key;
}

/** A key that changes with any content that the check looks at, with lem itself and with the programmes it brings. */
export function keyOf(memory: Memory, world: World, { entries, assets }: Listing, settings: readonly string[]): string {
  const parts = [ofLem(memory, world), ...settings];
  for (const [path, entry] of entries) parts.push(path, entry.kind === 'text' ? entry.text : entry.code);
  for (const [path, { size, sha256 }] of assets) parts.push(path, String(size), sha256 ?? '');
  return memory.keyOf(parts);
}
