import type { WorkspaceFile } from '../model/files.generated.ts';
import { type Known, seen } from '../model/known.ts';
import type { Listing } from '../model/listing.ts';
import { didYouMean } from '../model/nearest.ts';
import { at } from '../model/place.ts';
import { type Programme, programmeOf } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import type { FileKind, FileTypes } from '../source/file-kinds.ts';
import { valueAt } from '../source/schema-path.ts';
import type { Problem, Source } from '../source/source.ts';
import {
  type EditionSources,
  earlierEditions,
  editionProblems,
  editionsNamed,
  shippedProgramme,
} from './earlier-editions.ts';
import { PROGRAMME_FILE, type Role, WORKSPACE_FILE } from './layout.ts';
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
 * @param shippedMappings the mappings between them, by the names of their files, as YAML
 */
export function assemble(
  listing: Listing,
  shipped: ReadonlyMap<string, string>,
  read: Reader = readFile,
  shippedMappings: ReadonlyMap<string, string> = new Map(),
): Assembly {
  const files = [...listing.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, entry]) => read(path, entry));
  const sources = new Map(files.map(({ path, source }) => [path, source]));
  const problems = [
    ...files.flatMap(({ source, problems: found }) => [...source.problems, ...found]),
    ...sameThingTwice(files),
  ];
  const single = <K extends FileKind>(kind: K, path: string): Known<FileTypes[K]> =>
    (files.find((file) => file.role?.kind === kind && file.role.id === undefined)?.known as
      | Known<FileTypes[K]>
      | undefined) ?? {
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
  const audits = byYear(files, 'audit');
  const grids = new Map(ofKind(files, 'grid').map(({ role, known }) => [role.year ?? '', known]));
  const summaries = byYear(files, 'summary');
  const awards = single('awards', 'awards.yaml');
  const editionSources: EditionSources = {
    shipped,
    shippedMappings,
    programmes: ofKind(files, 'programme').map(({ known }) => known),
    mappings: ofKind(files, 'mapping').map(({ known }) => known),
  };
  const named = [
    ...editionsNamed([...audits.values(), ...summaries.values()].flatMap((year) => [...year.values()])),
    ...editionsNamed([...grids.values()]),
    ...(seen(awards)?.visits ?? []).flatMap(({ edition }) => edition ?? []),
  ];
  return {
    state: 'ready',
    workspace: {
      programme: found.programme,
      ...earlierEditions(found.programme.id, named, editionSources),
      settings,
      referenceGroup: single('reference-group', 'reference-group.yaml'),
      awards,
      calendar: single('calendar', 'calendar.yaml'),
      audits,
      grids,
      actions: byId(ofKind(files, 'action')),
      evidence: byId(ofKind(files, 'evidence')),
      summaries,
      assets: listing.assets,
      sources,
      problems: [...problems, ...found.problems, ...editionProblems(editionSources), ...pinProblems(settings, listing)],
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

/** An edition of the workspace’s own that is no longer what lem.yaml pins. */
function pinProblems(settings: Known<WorkspaceFile>, { digests }: Listing): readonly Problem[] {
  const pinned = seen(settings)?.programmeDigest;
  const digest = digests?.get(PROGRAMME_FILE);
  if (pinned === undefined || digest === undefined || pinned === `sha256-${digest}`) return [];
  return [
    {
      code: 'programme/digest-differs',
      where: at(PROGRAMME_FILE),
      message: `${PROGRAMME_FILE} is not as it was when it was taken over.`,
      hint: 'Take the county’s file over again: lem migrate programme --from-file <file>.',
    },
  ];
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
