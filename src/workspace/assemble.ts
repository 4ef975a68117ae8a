import type { ProgrammeFile, WorkspaceFile } from '../model/files.generated.ts';
import { type Known, seen } from '../model/known.ts';
import type { Listing } from '../model/listing.ts';
import { didYouMean } from '../model/nearest.ts';
import { at } from '../model/place.ts';
import { type Programme, programmeOf } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import type { FileKind, FileTypes } from '../source/file-kinds.ts';
import { parse } from '../source/parse.ts';
import { valueAt } from '../source/schema-path.ts';
import type { Problem, Source } from '../source/source.ts';
import { type Role, WORKSPACE_FILE } from './layout.ts';
import { programmeProblems } from './programme-problems.ts';
import { type Reader, type ReadFile, readFile } from './read-file.ts';
import type { Workspace } from './workspace.ts';

/** A workspace, or why there can be none: without its programme nothing in it can be understood. */
export type Assembly =
  | { readonly state: 'ready'; readonly workspace: Workspace }
  | {
      readonly state: 'unusable';
      readonly sources: ReadonlyMap<string, Source>;
      readonly problems: readonly Problem[];
    };

/**
 * Puts a workspace together from what is on disk. Never stops at the first fault: every file is read, and what is
 * wrong becomes problems.
 * @param listing the files
 * @param shipped the programme editions that come with lem, by id, as YAML
 * @param read how a file is read: one that remembers spares the work for those that have not changed
 */
export function assemble(listing: Listing, shipped: ReadonlyMap<string, string>, read: Reader = readFile): Assembly {
  const files = [...listing.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, entry]) => read(path, entry));
  const sources = new Map(files.map(({ path, source }) => [path, source]));
  const problems = [
    ...files.flatMap(({ source, problems: found }) => [...source.problems, ...found]),
    ...sameThingTwice(files),
  ];
  const single = <K extends FileKind>(kind: K, path: string): Known<FileTypes[K]> =>
    (files.find((file) => file.role?.kind === kind)?.known as Known<FileTypes[K]> | undefined) ?? {
      state: 'absent',
      file: path,
    };
  const settings = single('workspace', WORKSPACE_FILE);
  const found = findProgramme(
    settings,
    sources.get(WORKSPACE_FILE)?.data,
    single('programme', 'programme.yaml'),
    shipped,
  );
  if (found.programme === null) {
    return { state: 'unusable', sources, problems: [...problems, ...found.problems] };
  }
  return {
    state: 'ready',
    workspace: {
      programme: found.programme,
      settings,
      referenceGroup: single('reference-group', 'reference-group.yaml'),
      awards: single('awards', 'awards.yaml'),
      calendar: single('calendar', 'calendar.yaml'),
      audits: byYear(files, 'audit'),
      grids: new Map(ofKind(files, 'grid').map(({ role, known }) => [role.year ?? '', known])),
      actions: byId(ofKind(files, 'action')),
      evidence: byId(ofKind(files, 'evidence')),
      summaries: byYear(files, 'summary'),
      assets: listing.assets,
      sources,
      problems: [...problems, ...found.problems],
    },
  };
}

interface KindFile<K extends FileKind> {
  readonly role: Role;
  readonly known: Known<FileTypes[K]>;
}

function ofKind<K extends FileKind>(files: readonly ReadFile[], kind: K): readonly KindFile<K>[] {
  return files.flatMap(({ role, known }) =>
    role?.kind === kind && known !== null ? [{ role, known: known as Known<FileTypes[K]> }] : [],
  );
}

function byId<K extends FileKind>(files: readonly KindFile<K>[]): ReadonlyMap<string, Known<FileTypes[K]>> {
  return new Map(files.map(({ role, known }) => [role.id ?? '', known]));
}

function byYear<K extends FileKind>(
  files: readonly ReadFile[],
  kind: K,
): ReadonlyMap<SchoolYear, ReadonlyMap<string, Known<FileTypes[K]>>> {
  const all = ofKind(files, kind);
  const years = [...new Set(all.map(({ role }) => role.year ?? ''))].sort();
  return new Map(years.map((year) => [year, byId(all.filter(({ role }) => role.year === year))]));
}

type Found =
  | { readonly programme: Programme; readonly problems: readonly Problem[] }
  | { readonly programme: null; readonly problems: readonly Problem[] };

/** The programme that lem.yaml names. None, with no further problem, where its name or its file has one already. */
function findProgramme(
  settings: Known<WorkspaceFile>,
  written: unknown,
  own: Known<FileTypes['programme']>,
  shipped: ReadonlyMap<string, string>,
): Found {
  const id = seen(settings)?.programme;
  if (id === undefined || id !== valueAt(written, ['programme'])) return { programme: null, problems: [] };
  const ownFile = seen(own);
  if (ownFile?.id === id) {
    const problems = programmeProblems(own.file, ownFile);
    if (problems.length > 0 || own.state !== 'known') return { programme: null, problems };
    return { programme: programmeOf(ownFile), problems };
  }
  const text = shipped.get(id);
  if (text !== undefined) return { programme: shippedProgramme(id, text), problems: [] };
  if (own.state === 'unreadable' && ownFile === null) return { programme: null, problems: [] };
  const problem: Problem = {
    code: 'workspace/unknown-programme',
    where: at(WORKSPACE_FILE, 'programme'),
    message: `There is no programme ${id}.`,
    hint: didYouMean(id, [...shipped.keys(), ...(ownFile === null ? [] : [ownFile.id])]),
  };
  return { programme: null, problems: [problem] };
}

const read = new Map<string, Programme>();

/** A programme that comes with lem, read once for all the workspaces of a county. The tests hold it sound. */
function shippedProgramme(id: string, text: string): Programme {
  const known = read.get(text);
  if (known !== undefined) return known;
  const programme = programmeOf(parse(`${id}.yaml`, text).data as ProgrammeFile);
  read.set(text, programme);
  return programme;
}

/** Files that are the same thing under two names, as a year can be written in two ways: only one of them can count. */
function sameThingTwice(files: readonly ReadFile[]): readonly Problem[] {
  const first = new Map<string, string>();
  return files.flatMap(({ path, role }): readonly Problem[] => {
    if (role === null) return [];
    const key = [role.kind, role.year, role.id].join(' ');
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, path);
      return [];
    }
    const hint = 'Move what is in one of them into the other, and remove it.';
    const message = `This is the same thing as ${known}.`;
    return [{ code: 'workspace/same-thing-twice', where: { file: path, from: 0, to: 0 }, message, hint }];
  });
}
