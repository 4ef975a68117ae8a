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
