import { type Line, out, run } from '../model/block.ts';
import { inWords } from '../model/calendar.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import { wrap } from '../model/width.ts';
import type { SignatureChecked, World } from '../world.ts';
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
  const shown = argument(input, 0) ?? '';
  const read = await openBundle(world, shown);
  if ('refusal' in read) return read.refusal;
  const { opened } = read;
  const signers = text(input, 'signers');
  if (signers !== undefined && !world.files.exists(world.files.resolve(world.cwd, signers)))
    return unusable(`There is no file ${signers}.`, 'Check the path after --signers.');
  const signature = await signatureOf(world, opened, signers);
  if (signature.state === 'untold') return unusable(signature.message, 'Install OpenSSH.');
  const recomputed = opened.alterations.length === 0 ? recompute(world, opened) : null;
  if (recomputed?.state === 'untold') return unusable(recomputed.message, recomputed.remedy);
  const faults = [
    ...opened.alterations,
    ...(recomputed?.contradictions ?? []),
    ...(signature.state === 'bad' ? ['The signature is not of this submission.'] : []),
  ];
  const isVerified = faults.length === 0;
  const { manifest, digest } = opened;
  if (flag(input, 'json'))
    return {
      exit: isVerified ? 0 : 1,
      report: [
        {
          kind: 'json',
          value: {
            format: 1,
            verified: isVerified,
            submission: digest,
            school: manifest.school,
            programme: manifest.programme.id,
            on: manifest.on,
            commit: manifest.commit,
            strands: manifest.strands.map(({ strand, eligible }) => ({ strand, eligible })),
            faults,
            untold: recomputed?.untold ?? [],
            signature: signatureJson(signature),
          },
        },
      ],
    };
  const lines: Line[] = [];
  const item = (sign: '✓' | '✗' | '–', what: string): void => {
    const [first = '', ...rest] = wrap(what, world.terminal.width - 4);
    lines.push([run(`  ${sign} `, TONES[sign]), first], ...rest.map((each) => `    ${each}`));
  };
  const count = manifest.files.length === 1 ? '1 file' : `${manifest.files.length} files`;
  if (opened.alterations.length === 0) item('✓', `${count}, each as it was sent.`);
  for (const fault of faults) item('✗', fault);
  if (recomputed !== null && recomputed.contradictions.length === 0)
    for (const { strand, eligible } of manifest.strands)
      item(
        '✓',
        `${recomputed.workspace.programme.strands.get(strand)?.badge ?? strand}: ${claimWords(eligible)}, as its files say.`,
      );
  for (const note of recomputed?.untold ?? []) item('–', note);
  const signed = signatureWords(signature);
  if (signed !== null) item(signature.state === 'good' ? '✓' : '–', signed);
  return {
    exit: isVerified ? 0 : 1,
    report: [
      out(
        [run(manifest.school.name, 'strong'), `  as on ${inWords(manifest.on)}`],
        [run(`sha256-${digest}`, 'dim')],
        ...lines,
        [isVerified ? run('Verified.', 'good') : run('Altered: do not rely on it.', 'bad')],
      ),
    ],
  };
}

const TONES = { '✓': 'good', '✗': 'bad', '–': 'dim' } as const;

type Signature = SignatureChecked | { readonly state: 'unsigned' };

async function signatureOf(
  world: World,
  { signature, manifestBytes }: Opened,
  signers: string | undefined,
): Promise<Signature> {
  if (signature === null) return { state: 'unsigned' };
  const list = signers === undefined ? null : world.files.resolve(world.cwd, signers);
  return (await world.sshKeys()).check(manifestBytes, signature, list);
}

function signatureWords(signature: Signature): string | null {
  if (signature.state === 'unsigned') return 'Unsigned: nothing tells who made it.';
  if (signature.state === 'good') return `Signed by ${signature.identity}, with ${signature.key}.`;
  if (signature.state === 'unknown')
    return `Signed with ${signature.key}, which is not on a list of signers that you trust.`;
  return null;
}

function signatureJson(signature: Signature): unknown {
  return {
    state: signature.state,
    identity: signature.state === 'good' ? signature.identity : null,
    key: signature.state === 'good' || signature.state === 'unknown' ? signature.key : null,
  };
}

function claimWords(eligible: boolean | null): string {
  return eligible === true ? 'ready to claim' : eligible === false ? 'not ready to claim' : 'can’t be told';
}
