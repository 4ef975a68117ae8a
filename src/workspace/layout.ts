import type { ReadingList } from '../model/listing.ts';
import { readSchoolYear, type SchoolYear } from '../model/school-year.ts';
import type { FileKind } from '../source/file-kinds.ts';

/** The file that makes a folder a workspace. */
export const WORKSPACE_FILE = 'lem.yaml';
/** The file of what the Equality team decided. */
export const AWARDS_FILE = 'awards.yaml';
/** The file of an edition of the workspace’s own. */
export const PROGRAMME_FILE = 'programme.yaml';
/** The folder of the schemas that editors use. */
export const EDITOR_SCHEMAS = '.lem/schemas';
/** The folder of rendered output; git ignores it. */
export const BUILD = 'build';
/** What stands between the two editions in the name of a mapping’s file. */
const BETWEEN = '--';

/** What a file of the workspace is, told by its path. */
export interface Role {
  readonly kind: FileKind;
  readonly year?: SchoolYear;
  /** The element, strand, action or evidence item that the file is about. */
  readonly id?: string;
}

const SINGLE: { readonly [path: string]: FileKind } = {
  [WORKSPACE_FILE]: 'workspace',
  'reference-group.yaml': 'reference-group',
  [AWARDS_FILE]: 'awards',
  'calendar.yaml': 'calendar',
  [PROGRAMME_FILE]: 'programme',
};

/** What lem reads of a workspace. */
export const READING_LIST: ReadingList = {
  files: Object.keys(SINGLE),
  pinned: [PROGRAMME_FILE],
  folders: { audit: 2, grid: 1, plan: 1, evidence: 2, accreditation: 2, editions: 1 },
  assets: 'evidence',
  isOwn: (path) => roleOf(path) !== null,
};

/** The role of a path relative to the workspace, or null where lem gives it none. */
export function roleOf(path: string): Role | null {
  const single = Object.hasOwn(SINGLE, path) ? SINGLE[path] : undefined;
  if (single !== undefined) return { kind: single };
  const parts = path.split('/');
  const [folder, second = '', third] = parts;
  if (parts.length > 3 || !path.endsWith('.yaml')) return null;
  if (third === undefined) {
    const id = second.slice(0, -'.yaml'.length);
    if (folder === 'plan') return { kind: 'action', id };
    if (folder === 'editions') return { kind: id.includes(BETWEEN) ? 'mapping' : 'programme', id };
    const year = folder === 'grid' ? readSchoolYear(id) : null;
    return year === null ? null : { kind: 'grid', year };
  }
  if (folder === 'evidence') return third === 'evidence.yaml' ? { kind: 'evidence', id: second } : null;
  const year = readSchoolYear(second);
  const id = third.slice(0, -'.yaml'.length);
  if (year === null) return null;
  if (folder === 'audit') return { kind: 'audit', year, id };
  if (folder === 'accreditation') return { kind: 'summary', year, id };
  return null;
}

/** The path of a file from its role. */
export const pathOf = {
  audit: (year: SchoolYear, element: string): string => `audit/${year}/${element}.yaml`,
  grid: (year: SchoolYear): string => `grid/${year}.yaml`,
  action: (id: string): string => `plan/${id}.yaml`,
  evidence: (id: string): string => `evidence/${id}/evidence.yaml`,
  summary: (year: SchoolYear, strand: string): string => `accreditation/${year}/${strand}.yaml`,
  edition: (id: string): string => `editions/${id}.yaml`,
  mapping: (from: string, to: string): string => `editions/${from}${BETWEEN}${to}.yaml`,
};

/** The path of a file that lies beside an evidence item; null where it would lead out of the item's folder. */
export function assetPath(item: string, path: string): string | null {
  if (path.includes('\\') || path.includes('\0') || path.startsWith('/') || /^[a-zA-Z]:/.test(path)) return null;
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.length === 0 || steps.includes('..')) return null;
  return ['evidence', item, ...steps].join('/');
}
