import type { SubmissionFile } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { validate } from '../../source/validate.ts';
import { MANIFEST, pagePath, pdfPath, SIGNATURE, sealOf, workspacePath } from '../../workspace/bundle-paths.ts';
import type { World } from '../../world.ts';

/** In bytes. An archive is held in memory while it is looked at. */
const MOST = 600_000_000;

/** A submission's archive, its files and what its manifest says. */
export interface Opened {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The SHA-256 of each of them, in hexadecimal digits. */
  readonly fingerprints: ReadonlyMap<string, string>;
  readonly manifest: SubmissionFile;
  readonly manifestBytes: Uint8Array;
  /** The SHA-256 of the manifest: what the whole submission is known by. */
  readonly digest: string;
  readonly signature: string | null;
  /** What is other than the manifest says, each in a sentence that names a file. Empty for an archive that is whole. */
  readonly alterations: readonly string[];
}

type Refused = { readonly refusal: Outcome };

/** Opens an archive as `openBytes` does. @param shown the archive as the user named it */
export async function openBundle(world: World, shown: string): Promise<{ readonly opened: Opened } | Refused> {
  const read = readBundle(world, world.files.resolve(world.cwd, shown), shown);
  return 'refusal' in read ? read : openBytes(world, shown, read.bytes);
}

/** The bytes of an archive. @param path absolute @param shown the archive as the user named it */
export function readBundle(world: World, path: string, shown: string): { readonly bytes: Uint8Array } | Refused {
  const given = world.files.readGiven(path, MOST);
  if (given.state === 'absent') return refused(`There is no file ${shown}.`, 'Check its path.');
  if (given.state === 'too-large')
    return refused(`${shown} is larger than lem reads.`, `${MOST / 1_000_000} MB is the most.`);
  if (given.state !== 'read') return refused(`${shown} is not a file that can be read.`, 'Name the archive itself.');
  return given;
}

/**
 * Opens an archive and holds every file in it against the manifest, and the manifest against the text that the archive ends
 * in. Nothing is written anywhere.
 * @param shown the archive as the user named it
 */
export async function openBytes(
  world: World,
  shown: string,
  bytes: Uint8Array,
): Promise<{ readonly opened: Opened } | Refused> {
  const bundled = (await world.bundles()).unpack(bytes);
  const manifestBytes = bundled.state === 'none' ? undefined : bundled.files.get(MANIFEST);
  if (bundled.state === 'none' || manifestBytes === undefined)
    return refused(`${shown} is not a submission of lem’s.`, 'lem submit makes one.');
  const read = readManifest(manifestBytes);
  if ('message' in read) return refused(`${shown} ${read.message}`, read.remedy);
  const { manifest } = read;
  const fingerprints = new Map([...bundled.files].map(([path, file]) => [path, world.files.fingerprint(file)]));
  const digest = fingerprints.get(MANIFEST) ?? '';
  const alterations = [
    ...(bundled.seal === sealOf(digest) ? [] : [`${MANIFEST} is not the one that the archive was sealed with.`]),
    ...differences(manifest, bundled.files, fingerprints),
  ];
  const isOdd = alterations.length === 0 && !bundled.isWhole;
  const signature = bundled.files.get(SIGNATURE);
  return {
    opened: {
      files: bundled.files,
      fingerprints,
      manifest,
      manifestBytes,
      digest,
      signature: signature === undefined ? null : new TextDecoder().decode(signature),
      alterations: isOdd ? ['The archive itself is not as lem makes them, though its files are.'] : alterations,
    },
  };
}

function readManifest(
  bytes: Uint8Array,
): { readonly manifest: SubmissionFile } | { readonly message: string; readonly remedy: string } {
  const text = new TextDecoder().decode(bytes);
  const data = jsonOf(text);
  const { format } = (data ?? {}) as { readonly format?: unknown };
  if (typeof format === 'number' && format > 1)
    return { message: `is of format ${format}, which is newer than this lem.`, remedy: 'Update lem.' };
  const { known, problems } = validate('submission', { file: MANIFEST, text, data, problems: [] });
  if (known.state === 'known') return { manifest: known.value };
  const why = data === undefined ? 'It is not JSON.' : problems[0]?.message;
  return {
    message: `has a manifest that can’t be read${why === undefined ? '.' : `: ${why}`}`,
    remedy: 'It may have been altered, or broken on the way. Ask for it again.',
  };
}

/** What a text is as JSON; undefined where it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the archive's files are other than the manifest says. */
function differences(
  { files: listed, strands }: SubmissionFile,
  files: ReadonlyMap<string, Uint8Array>,
  fingerprints: ReadonlyMap<string, string>,
): readonly string[] {
  const said = new Map(listed.map((file) => [file.path, file]));
  const documents = new Set(strands.flatMap(({ strand }) => [pagePath(strand), pdfPath(strand)]));
  const twice = said.size === listed.length ? [] : [`${MANIFEST} lists a file twice.`];
  const missing = [...said.keys()].filter((path) => !files.has(path)).map((path) => `${path} is missing.`);
  const other = [...files].flatMap(([path, bytes]) => {
    if (path === MANIFEST || path === SIGNATURE) return [];
    const file = said.get(path);
    if (file === undefined) return [`${path} is not in the manifest.`];
    if (workspacePath(path) === null && !documents.has(path)) return [`${path} has no place in this submission.`];
    const isSame = file.size === bytes.length && file.sha256 === fingerprints.get(path);
    return isSame ? [] : [`${path} has been altered.`];
  });
  return [...twice, ...missing, ...other];
}

function refused(message: string, remedy: string): Refused {
  return { refusal: unusable(message, remedy) };
}
