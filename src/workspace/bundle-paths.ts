import type { IsoDate } from '../model/calendar.ts';

/** The names in a submission's archive. */
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.json.sig';
/** The folder of what comes from the workspace, with the / after it. */
const WORKSPACE_FOLDER = 'workspace/';
/** The folder of the documents that were made from it. */
const DOCUMENTS_FOLDER = 'documents';

/** Where a file of the workspace stands in the archive. */
export const sentPath = (path: string): string => WORKSPACE_FOLDER + path;

/** The path in the workspace of a file of the archive; null for one that is not from there. */
export function workspacePath(name: string): string | null {
  return name.startsWith(WORKSPACE_FOLDER) ? name.slice(WORKSPACE_FOLDER.length) : null;
}

/** A strand's Accreditation Summary, without its ending. */
export const documentPath = (strand: string): string => `${DOCUMENTS_FOLDER}/${strand}`;
export const pagePath = (strand: string): string => `${documentPath(strand)}.html`;
export const pdfPath = (strand: string): string => `${documentPath(strand)}.pdf`;

/** The text that an archive ends in: it holds the manifest, as the manifest holds the files. */
export function sealOf(manifestSha256: string): string {
  return `lem-submission sha256-${manifestSha256}`;
}

/** The longest that the names of strands may be together in the name of a file. */
const LONGEST = 120;

/**
 * The name of what goes between a school and the Equality team, without its ending: `submission-119999-race-2026-06-08`.
 * @param urn null for a school that has none
 */
export function sentName(what: string, urn: string | null, strands: readonly string[], on: IsoDate): string {
  const named = strands.join('-');
  const about = named.length > LONGEST ? `${strands.length}-strands` : named;
  return [what, ...(urn === null ? [] : [urn]), about, on].join('-');
}

/** What the archive of a submission is called where no name is given. */
export function archiveName(urn: string | null, strands: readonly string[], on: IsoDate): string {
  return `${sentName(ARCHIVE, urn, strands, on)}.zip`;
}

/** Whether a file is called as `archiveName` calls one. */
export function isArchiveName(name: string): boolean {
  return name.startsWith(`${ARCHIVE}-`) && name.endsWith('.zip') && !name.includes('/');
}

const ARCHIVE = 'submission';
