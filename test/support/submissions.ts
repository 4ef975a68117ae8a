import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { loadWorkspace } from '../../src/commands/load.ts';
import { archiveOf } from '../../src/commands/submit/archive.ts';
import { bundles } from '../../src/shell/bundle.ts';
import { MANIFEST, SIGNATURE, sealOf } from '../../src/workspace/bundle-paths.ts';
import { submittedFiles } from '../../src/workspace/submitted.ts';
import { worldIn } from './in-process.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/ribble-bank/', import.meta.url));
const ON = '2026-06-08';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reads and writes files of a school. */
export interface Files {
  readonly read: (path: string) => string;
  readonly put: (path: string, text: string) => void;
}

/**
 * A submission of the sample school as on 8 June 2026, whether it is ready for that or not.
 * @param change what of the school is otherwise
 */
export async function submissionOf(
  strands: readonly string[],
  { change = () => undefined, visit = '2026-06-25' }: { change?: (files: Files) => void; visit?: string | null } = {},
): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'lem sent é '));
  try {
    cpSync(EXAMPLE, folder, { recursive: true });
    change({
      read: (path) => readFileSync(join(folder, path), 'utf8'),
      put: (path, text) => {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      },
    });
    const world = worldIn(folder, { today: ON });
    const loaded = loadWorkspace(world, { args: [], options: {} });
    if ('refusal' in loaded) throw new Error(JSON.stringify(loaded.refusal.report));
    const submitted = submittedFiles(loaded.workspace, strands, ON);
    const sending = { ...loaded, on: ON, strands, visit, submitted, hasPdf: false, key: null };
    const archive = await archiveOf(world, sending);
    if ('refusal' in archive) throw new Error(JSON.stringify(archive.refusal.report));
    return archive.bytes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A submission made anew with some files changed and its manifest corrected, as a forger would. */
export function forged(
  archive: Uint8Array,
  change: (files: Map<string, Uint8Array>, manifest: { [key: string]: unknown }) => void,
): Uint8Array {
  const files = new Map<string, Uint8Array>(Object.entries(unzipSync(archive)));
  const manifest = JSON.parse(Buffer.from(files.get(MANIFEST) ?? []).toString());
  files.delete(MANIFEST);
  files.delete(SIGNATURE);
  change(files, manifest);
  manifest.files = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => ({ path, size: bytes.length, sha256: sha256(bytes) }));
  const bytes = new TextEncoder().encode(JSON.stringify(manifest));
  files.set(MANIFEST, bytes);
  return bundles.pack(files, sealOf(sha256(bytes)));
}
