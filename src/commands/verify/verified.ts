import { type Outcome, unusable } from '../../model/outcome.ts';
import type { Verification } from '../../views/verification.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { argument, folderOf, type Input, text } from '../command.ts';
import { type Opened, openBundle } from './opened.ts';
import { recompute } from './recompute.ts';

/** Goes with every command that looks into a submission. */
export const SIGNERS_OPTION = [
  '--signers <file>',
  'whom you trust, one a line as in git’s allowed signers file',
] as const;

/** What verifying a submission came to, and its workspace; null where that was not put together, as files are altered. */
export interface Verified {
  readonly verification: Verification;
  readonly workspace: Workspace | null;
}

/** Opens the archive that the first argument names and checks it, without a network; or says why it can't be checked. */
export async function verified(world: World, input: Input): Promise<Verified | { readonly refusal: Outcome }> {
  const folder = folderOf(world, input);
  const read = await openBundle({ ...world, cwd: folder }, argument(input, 0) ?? '');
  if ('refusal' in read) return read;
  const { opened } = read;
  const signers = text(input, 'signers');
  const list = signers === undefined ? null : world.files.resolve(folder, signers);
  if (list !== null && !world.files.exists(list))
    return { refusal: unusable(`There is no file ${signers}.`, 'Check the path after --signers.') };
  const checked = await signatureOf(world, opened, list);
  if ('refusal' in checked) return checked;
  const recomputed = opened.alterations.length === 0 ? await recompute(world, opened) : null;
  if (recomputed?.state === 'untold') return { refusal: unusable(recomputed.message, recomputed.remedy) };
  const workspace = recomputed?.workspace ?? null;
  return {
    workspace,
    verification: {
      manifest: opened.manifest,
      digest: opened.digest,
      alterations: opened.alterations,
      contradictions: recomputed?.contradictions ?? null,
      untold: recomputed?.untold ?? [],
      badges: new Map([...(workspace?.programme.strands ?? [])].map(([id, { badge }]) => [id, badge])),
      signature: checked.signature,
    },
  };
}

/** @param list the absolute path of the signers whom the user trusts; null for none */
async function signatureOf(
  world: World,
  { signature, manifestBytes }: Opened,
  list: string | null,
): Promise<Pick<Verification, 'signature'> | { readonly refusal: Outcome }> {
  if (signature === null) return { signature: { state: 'unsigned', identity: null, key: null } };
  const checked = await (await world.sshKeys()).check(manifestBytes, signature, list);
  if (checked.state === 'untold') return { refusal: unusable(checked.message, 'Install OpenSSH.') };
  return { signature: { identity: null, key: null, ...checked } };
}
