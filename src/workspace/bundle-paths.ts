import type { IsoDate } from '../model/calendar.ts';

/** The names in a submission's archive. */
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.json.sig';
/** The folder of what comes from the workspace. */
export const WORKSPACE_FOLDER = 'workspace';
/** The folder of the documents that were made from it. */
const DOCUMENTS_FOLDER = 'documents';

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
