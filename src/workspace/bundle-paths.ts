/** The names in a submission's archive. */
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.json.sig';
/** The folder of what comes from the workspace. */
export const WORKSPACE_FOLDER = 'workspace';
/** The folder of the documents that were made from it. */
export const DOCUMENTS_FOLDER = 'documents';

/** The text that an archive ends in: it holds the manifest, as the manifest holds the files. */
export function sealOf(manifestSha256: string): string {
  return `lem-submission sha256-${manifestSha256}`;
}
