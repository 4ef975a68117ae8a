import { out } from '../model/block.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import { faultsOf, type Verification, verificationJson, verificationLines } from '../views/verification.ts';
import type { World } from '../world.ts';
import { argument, type Command, flag, type Input, JSON_OPTION, text } from './command.ts';
import { type Opened, openBundle } from './verify/opened.ts';
import { recompute } from './verify/recompute.ts';

export const command: Command = {
  summary:
    'Checks a submission without a network: that every file is as it was sent, that what is claimed follows from the files, and who signed it. Exit code 0: verified, 1: altered, 2: it can’t be checked.',
  args: [['<file>', 'the archive that lem submit made']],
  options: [['--signers <file>', 'whom you trust, one a line as in git’s allowed signers file'], JSON_OPTION],
  examples: [
    ['lem verify submission.zip', 'is it whole, and do its claims hold?'],
    ['lem verify submission.zip --signers schools.txt', 'and is it signed by one of these?'],
  ],
  run: verify,
};

async function verify(world: World, input: Input): Promise<Outcome> {
  const read = await openBundle(world, argument(input, 0) ?? '');
  if ('refusal' in read) return read.refusal;
  const { opened } = read;
  const signers = text(input, 'signers');
  if (signers !== undefined && !world.files.exists(world.files.resolve(world.cwd, signers)))
    return unusable(`There is no file ${signers}.`, 'Check the path after --signers.');
  const checked = await signatureOf(world, opened, signers);
  if ('refusal' in checked) return checked.refusal;
  const recomputed = opened.alterations.length === 0 ? await recompute(world, opened) : null;
  if (recomputed?.state === 'untold') return unusable(recomputed.message, recomputed.remedy);
  const strands = recomputed?.workspace.programme.strands ?? new Map();
  const verification: Verification = {
    manifest: opened.manifest,
    digest: opened.digest,
    alterations: opened.alterations,
    contradictions: recomputed?.contradictions ?? null,
    untold: recomputed?.untold ?? [],
    badges: new Map([...strands].map(([id, { badge }]) => [id, badge])),
    signature: checked.signature,
  };
  return {
    exit: faultsOf(verification).length === 0 ? 0 : 1,
    report: flag(input, 'json')
      ? [{ kind: 'json', value: verificationJson(verification) }]
      : [out(...verificationLines(verification, world.terminal.width))],
  };
}

async function signatureOf(
  world: World,
  { signature, manifestBytes }: Opened,
  signers: string | undefined,
): Promise<Pick<Verification, 'signature'> | { readonly refusal: Outcome }> {
  if (signature === null) return { signature: { state: 'unsigned', identity: null, key: null } };
  const list = signers === undefined ? null : world.files.resolve(world.cwd, signers);
  const checked = await (await world.sshKeys()).check(manifestBytes, signature, list);
  if (checked.state === 'untold') return { refusal: unusable(checked.message, 'Install OpenSSH.') };
  return { signature: { identity: null, key: null, ...checked } };
}
