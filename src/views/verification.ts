import { type Line, run } from '../model/block.ts';
import { inWords } from '../model/calendar.ts';
import type { SubmissionFile } from '../model/files.generated.ts';
import { wrap } from '../model/width.ts';

/** What verifying a submission came to. */
export interface Verification {
  readonly manifest: SubmissionFile;
  /** The SHA-256 of the manifest, which the submission is known by. */
  readonly digest: string;
  /** What of the archive is not as it was sent, each in a sentence that names a file. */
  readonly alterations: readonly string[];
  /** What is claimed and does not follow from the files; null where that was not worked out. */
  readonly contradictions: readonly string[] | null;
  /** What could not be compared, and why. */
  readonly untold: readonly string[];
  /** The badges that are claimed, by strand. */
  readonly badges: ReadonlyMap<string, string>;
  /** `good` only where the signer is one whom the user trusts. */
  readonly signature: {
    readonly state: 'unsigned' | 'good' | 'unknown' | 'bad';
    readonly identity: string | null;
    readonly key: string | null;
  };
}

/** All that speaks against a submission; nothing where it is verified. */
export function faultsOf({ alterations, contradictions, signature }: Verification): readonly string[] {
  const forged = signature.state === 'bad' ? ['The signature is not of this submission.'] : [];
  return [...alterations, ...(contradictions ?? []), ...forged];
}

/** A verification as JSON: schemas/output/verify.json. */
export function verificationJson(verification: Verification): unknown {
  const { manifest, digest, untold, signature } = verification;
  const faults = faultsOf(verification);
  return {
    format: 1,
    verified: faults.length === 0,
    submission: digest,
    school: manifest.school,
    programme: manifest.programme.id,
    on: manifest.on,
    commit: manifest.commit,
    strands: manifest.strands.map(({ strand, eligible }) => ({ strand, eligible })),
    faults,
    untold,
    signature,
  };
}

/** A verification for people: what it is of, what was found, and whether it can be relied on. */
export function verificationLines(verification: Verification, width: number): readonly Line[] {
  const { manifest, digest, alterations, contradictions, untold, badges, signature } = verification;
  const faults = faultsOf(verification);
  const lines: Line[] = [];
  const item = (sign: keyof typeof TONES, what: string): void => {
    const [first = '', ...rest] = wrap(what, width - 4);
    lines.push([run(`  ${sign} `, TONES[sign]), first], ...rest.map((each) => `    ${each}`));
  };
  const count = manifest.files.length === 1 ? '1 file' : `${manifest.files.length} files`;
  if (alterations.length === 0) item('✓', `${count}, each as it was sent.`);
  for (const fault of faults) item('✗', fault);
  if (contradictions?.length === 0)
    for (const { strand, eligible } of manifest.strands)
      item('✓', `${badges.get(strand) ?? strand}: ${claimWords(eligible)}, as its files say.`);
  for (const note of untold) item('–', note);
  const signed = signatureWords(signature);
  if (signed !== null) item(signature.state === 'good' ? '✓' : '–', signed);
  return [
    [run(manifest.school.name, 'strong'), `  as on ${inWords(manifest.on)}`],
    [run(`sha256-${digest}`, 'dim')],
    ...lines,
    [faults.length === 0 ? run('Verified.', 'good') : run('Altered: do not rely on it.', 'bad')],
  ];
}

const TONES = { '✓': 'good', '✗': 'bad', '–': 'dim' } as const;

/** Who signed a submission, in a sentence; null where its signature is not of it. */
export function signatureWords({ state, identity, key }: Verification['signature']): string | null {
  if (state === 'unsigned') return 'Unsigned: nothing tells who made it.';
  if (state === 'good') return `Signed by ${identity}, with ${key}.`;
  if (state === 'unknown') return `Signed with ${key}, which is not on a list of signers that you trust.`;
  return null;
}

/** What is claimed of a badge, in words. */
export function claimWords(eligible: boolean | null): string {
  return eligible === true ? 'ready to claim' : eligible === false ? 'not ready to claim' : 'can’t be told';
}
