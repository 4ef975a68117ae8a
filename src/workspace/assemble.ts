import type { WorkspaceFile } from '../model/files.generated.ts';
import { type Known, seen } from '../model/known.ts';
import type { Listing } from '../model/listing.ts';
import { didYouMean } from '../model/nearest.ts';
import { at } from '../model/place.ts';
import { type Programme, programmeOf } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { failed, parse } from '../source/parse.ts';
import type { Problem, Source } from '../source/source.ts';
import { type FileKind, type FileTypes, validate } from '../source/validate.ts';
import { type Role, roleOf, WORKSPACE_FILE } from './layout.ts';
import { programmeProblems } from './programme-problems.ts';
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
 */
export function assemble(listing: Listing, shipped: ReadonlyMap<string, string>): Assembly {
  const files = [...listing.entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, entry]): ReadFile => {
      const source =
        entry.kind === 'text' ? parse(path, entry.text) : failed(path, '', entry.code, entry.message, entry.hint);
      const role = roleOf(path);
      return role === null
        ? { path, source, role: null, known: null, problems: [] }
        : { path, source, role, ...validate(role.kind, source) };
    });
  const sources = new Map(files.map(({ path, source }) => [path, source]));
  const problems = files.flatMap(({ source, problems: found }) => [...source.problems, ...found]);
  const single = <K extends FileKind>(kind: K, path: string): Known<FileTypes[K]> =>
    (files.find((file) => file.role?.kind === kind)?.known as Known<FileTypes[K]> | undefined) ?? {
      state: 'absent',
      file: path,
    };
  const settings = single('workspace', WORKSPACE_FILE);
  const found = findProgramme(settings, single('programme', 'programme.yaml'), shipped);
  if ('problem' in found) {
    return { state: 'unusable', sources, problems: found.problem === null ? problems : [...problems, found.problem] };
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

interface ReadFile {
  readonly path: string;
  readonly source: Source;
  readonly role: Role | null;
  readonly known: Known<FileTypes[FileKind]> | null;
  readonly problems: readonly Problem[];
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
  | { readonly problem: Problem | null };

function findProgramme(
  settings: Known<WorkspaceFile>,
  own: Known<FileTypes['programme']>,
  shipped: ReadonlyMap<string, string>,
): Found {
  const id = seen(settings)?.programme;
  if (id === undefined || id === '') return { problem: null };
  const ownFile = seen(own);
  if (ownFile?.id === id) {
    const problems = programmeProblems(own.file, ownFile);
    return problems.length === 0 && own.state === 'known'
      ? { programme: programmeOf(ownFile), problems }
      : { problem: problems[0] ?? null };
  }
  const text = shipped.get(id);
  if (text !== undefined) {
    const { known } = validate('programme', parse(`${id}.yaml`, text));
    if (known.state === 'known') return { programme: programmeOf(known.value), problems: [] };
    throw new Error(`The programme ${id} that comes with lem is not sound.`);
  }
  if (own.state === 'unreadable' && ownFile === null) return { problem: null };
  return {
    problem: {
      code: 'workspace/unknown-programme',
      where: at(WORKSPACE_FILE, 'programme'),
      message: `There is no programme ${id}.`,
      hint: didYouMean(id, [...shipped.keys(), ...(ownFile === null ? [] : [ownFile.id])]),
    },
  };
}
