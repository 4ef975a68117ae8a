import { seen } from '../../model/known.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { photoFormatOf } from '../../model/photo-format.ts';
import { WORKSPACE_FILE } from '../../workspace/layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';

/** In bytes. Every document carries it. */
const LARGEST = 1_000_000;
const TYPES: { readonly [format: string]: string } = { PNG: 'image/png', JPEG: 'image/jpeg' };

/** The school's logo: its bytes, what they are, and the address that stands for them in a page. */
export interface Logo {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly address: string;
}

/** The logo that lem.yaml names; null where it names none. One that is not there, or no picture, is refused. */
export function logoOf(
  world: World,
  root: string,
  { settings }: Workspace,
): { readonly logo: Logo | null } | { readonly refusal: Outcome } {
  const path = seen(settings)?.school.logo;
  if (path === undefined) return { logo: null };
  const refused = (what: string, remedy: string) => ({
    refusal: unusable(`The logo that ${WORKSPACE_FILE} names, ${path}, ${what}.`, remedy),
  });
  if (path.includes('\\') || path.startsWith('/') || path.split('/').includes('..'))
    return refused('lies outside the workspace', 'Copy it into the workspace, and name it from there.');
  const given = world.files.readGiven(world.files.resolve(root, path), LARGEST);
  if (given.state === 'too-large') return refused('is larger than 1 MB', 'Save a smaller copy of it.');
  if (given.state !== 'read') return refused('is not there', `Correct its path under school, or take the line out.`);
  const logo = logoFrom(path, given.bytes);
  return logo === null ? refused('is no PNG or JPEG picture', 'Save it as one.') : { logo };
}

/** A logo of a file's bytes; null for what is no PNG or JPEG picture. */
export function logoFrom(path: string, bytes: Uint8Array): Logo | null {
  const type = TYPES[photoFormatOf(bytes, path)?.name ?? ''];
  if (type === undefined) return null;
  return { type, bytes, address: `data:${type};base64,${Buffer.from(bytes).toString('base64')}` };
}
