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

/** A workspace to check, and the key of what is remembered of it; null where nothing is. */
export interface CheckAsked extends CheckJob {
  readonly known: string | null;
}

/** What came of it as JSON, or null where it is what is remembered; without a key it is not to be remembered. */
interface CheckAnswer {
  readonly key: string | null;
  readonly text: string | null;
}

/**
 * Checks many workspaces on all cores. What was found in each is remembered by the very content of its files, all of it in
 * one file, so that one that has not changed is not worked through again; but never for a submission.
 * @param folder where they are
 */
export async function checkMany(world: World, folder: string, jobs: readonly CheckJob[]): Promise<Checked> {
  let files = 0;
  const found: Diagnostic[] = [];
  const suppressed: Diagnostic[] = [];
  const sources = new Map<string, Source>();
  const memory = await world.remembered();
  const before = recalled(memory, world, folder);
  const now = new Map<string, Kept>();
  let isNew = false;
  const asked = jobs.map((job): CheckAsked => ({ ...job, known: before.get(job.root)?.key ?? null }));
  await world.inParallel('check', asked, (result, index) => {
    const root = jobs[index]?.root ?? '';
    const answer = result as CheckAnswer;
    const text = answer.text ?? before.get(root)?.text ?? '';
    if (answer.key !== null) now.set(root, { key: answer.key, text });
    isNew ||= answer.text !== null;
    const checked: CheckedWorkspace = JSON.parse(text);
    files += checked.files;
    for (const diagnostic of checked.found) found.push(diagnostic);
    for (const diagnostic of checked.suppressed) suppressed.push(diagnostic);
    for (const [path, content] of checked.texts) sources.set(path, parse(path, content));
    world.terminal.progress(`${index + 1} of ${jobs.length} workspaces checked`);
  });
  world.terminal.progress('');
  if (now.size > 0 && (isNew || now.size < before.size)) remember(memory, world, folder, now);
  return { files, found, suppressed, sources };
}

/** Checks one workspace, unless its files are those of which the findings are remembered. */
export async function checkOne(world: World, { root, prefix, level, on, known }: CheckAsked): Promise<CheckAnswer> {
  const listing = world.files.list(root, READING_LIST);
  const anew = (): string => JSON.stringify(check(world, listing, { prefix, level, on }));
  if (level === 'submission') return { key: null, text: anew() };
  const key = keyOf(await world.remembered(), world, listing, [prefix, level, on]);
  return { key, text: key === known ? null : anew() };
}

/** What is remembered of a workspace, and the key that it was worked out from. */
interface Kept {
  readonly key: string;
  readonly text: string;
}

const nameOf = (folder: string): string => `all ${folder}`;

/** What is remembered of the workspaces in a folder: two lines for each, one that tells it, and one of what was found in it. */
function recalled(memory: Memory, world: World, folder: string): ReadonlyMap<string, Kept> {
  const lines = memory.recall(nameOf(folder), ofLem(memory, world))?.split('\n') ?? [];
  const kept = new Map<string, Kept>();
  for (let line = 0; line + 1 < lines.length; line += 2) {
    const [root, key]: readonly [string, string] = JSON.parse(lines[line] ?? '');
    kept.set(root, { key, text: lines[line + 1] ?? '' });
  }
  return kept;
}

function remember(memory: Memory, world: World, folder: string, kept: ReadonlyMap<string, Kept>): void {
  const lines = [...kept].flatMap(([root, { key, text }]) => [JSON.stringify([root, key]), text]);
  memory.keep(nameOf(folder), ofLem(memory, world), lines.join('\n'));
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
