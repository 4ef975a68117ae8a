import { inWords } from '../../model/calendar.ts';
import type { Comment, Decision, ResponseFile } from '../../model/files.generated.ts';
import { didYouMean } from '../../model/nearest.ts';
import { at, keyAt, type Place, pointer, type Step } from '../../model/place.ts';
import { strandWords } from '../../model/programme.ts';
import { stepsOf, valueAt } from '../../source/schema-path.ts';
import type { Problem } from '../../source/source.ts';
import { workspacePath } from '../../workspace/bundle-paths.ts';
import { saysNothing } from '../interview/says-nothing.ts';
import type { Answered } from './answered.ts';

/**
 * What keeps a response from answering a submission: it is of another one, decides what is not claimed, gives no reason
 * where one is needed, or comments on what is not there. Worked out one by one, as far as it is asked for.
 * @param file the one that the response stands in
 */
export function* objections(answered: Answered, response: ResponseFile, file: string): Generator<Problem> {
  const { manifest, digest, workspace } = answered;
  const here = (...path: Step[]): Place => at(file, ...path);
  const { school, programme, visit, decisions, comments = [], recommendations = [] } = response;
  const same: readonly (readonly [Place, boolean, string])[] = [
    [here('submission'), response.submission === digest, 'This is the digest of another submission.'],
    [here('school', 'name'), school.name === manifest.school.name, 'The school of this submission has another name.'],
    [here('school', 'urn'), school.urn === manifest.school.urn, 'The school of this submission has another URN.'],
    [here('programme'), programme === manifest.programme.id, 'The school of this submission works to another edition.'],
  ];
  for (const [place, isSame, message] of same)
    if (!isSame) yield wrong(place, message, 'Leave it out: it is filled in. Or name the archive that it answers.');
  if (visit.kind !== 'accreditation')
    yield wrong(here('visit', 'kind'), `An ${visit.kind} visit decides nothing.`, 'Leave kind out.');
  const unfit = unfitDay(answered, visit.date);
  if (unfit !== null) yield wrong(here('visit', 'date'), unfit.message, unfit.hint);
  for (const [strand, decision] of Object.entries(decisions)) {
    const claimed = claimOf(answered, strand);
    if (claimed === undefined) yield unclaimed(answered, strand, keyAt(file, 'decisions', strand));
    else {
      const why = reasonNeeded(answered, strand, decision.decision);
      if (why !== null && saysNothing(decision.because ?? ''))
        yield {
          code: 'schema/missing-key',
          where: here('decisions', strand, 'because'),
          message: why,
          hint: 'Add because: the school reads it.',
        };
    }
  }
  for (const [index, comment] of comments.entries()) yield* ofComment(answered, comment, here('comments', index));
  for (const [index, { text, strand }] of recommendations.entries()) {
    if (saysNothing(text)) yield wrong(here('recommendations', index, 'text'), ...EMPTY);
    if (strand !== undefined && !workspace.programme.strands.has(strand))
      yield wrong(
        here('recommendations', index, 'strand'),
        `There is no strand ${strand} in ${workspace.programme.id}.`,
        didYouMean(strand, strandWords(workspace.programme)),
      );
  }
}

const EMPTY = ['This text says nothing.', 'Fill it in, or take the entry out.'] as const;

function wrong(where: Place, message: string, hint: string): Problem {
  return { code: 'schema/wrong-value', where, message, hint };
}

/** What the submission claims of a strand; undefined where it claims nothing of it. */
export function claimOf({ manifest }: Answered, strand: string) {
  return manifest.strands.find((claim) => claim.strand === strand);
}

/** Why a visit can't have been on a day, or null. */
export function unfitDay(
  { manifest: { on }, today }: Answered,
  day: string,
): { readonly message: string; readonly hint: string } | null {
  const hint = 'Give the day of the visit as date under visit.';
  if (day > today) return { message: `${inWords(day)} is to come: nothing has been decided yet.`, hint };
  if (day >= on) return null;
  return { message: `${inWords(day)} is before the submission, which is as on ${inWords(on)}.`, hint };
}

/** Why a decision takes a reason, in a sentence; null where it does not. */
export function reasonNeeded(answered: Answered, strand: string, decision: Decision['decision']): string | null {
  const title = answered.workspace.programme.strands.get(strand)?.title ?? strand;
  if (decision !== 'awarded') return `${title} is not awarded, and it is not said why.`;
  const eligible = claimOf(answered, strand)?.eligible ?? null;
  if (eligible === true) return null;
  return eligible === false
    ? `${title} is awarded though not every requirement is met, and it is not said why.`
    : `${title} is awarded though it can’t be told whether every requirement is met, and it is not said why.`;
}

function unclaimed({ manifest, workspace: { programme } }: Answered, strand: string, where: Place): Problem {
  const claimed = manifest.strands.map((claim) => claim.strand);
  const known = programme.strands.get(strand);
  if (known !== undefined)
    return wrong(where, `${known.title} is not claimed by this submission.`, `It claims: ${claimed.join(', ')}.`);
  const words = strandWords(programme).filter(([, id]) => claimed.includes(id));
  return {
    code: 'schema/unknown-key',
    where,
    message: `There is no strand ${strand} in ${programme.id}.`,
    hint: didYouMean(strand, words),
  };
}

function* ofComment(answered: Answered, { file, pointer: given, text }: Comment, where: Place): Generator<Problem> {
  const here = (key: keyof Comment): Place => at(where.file, ...where.path, key);
  if (!answered.files.has(file)) {
    const meant = workspacePath(file) ?? file;
    yield wrong(here('file'), `There is no file ${file} in this submission.`, didYouMean(meant, answered.files));
  } else if (given !== undefined && given !== '') {
    const missing = missingNode(answered, file, given);
    if (missing !== null) yield wrong(here('pointer'), missing.message, missing.hint);
  }
  if (saysNothing(text)) yield wrong(here('text'), ...EMPTY);
}

/** Why a pointer leads to nothing in a file, and to what it might; null where it leads to something. */
function missingNode(
  { workspace }: Answered,
  file: string,
  given: string,
): { readonly message: string; readonly hint: string } | null {
  const data = workspace.sources.get(file)?.data;
  if (data === undefined)
    return { message: `${file} has no places that a pointer could name.`, hint: 'Leave the pointer out.' };
  const path = stepsOf(given, data);
  if (valueAt(data, path) !== undefined && pointer(path) === given) return null;
  const depth = path.findIndex((_step, index) => valueAt(data, path.slice(0, index + 1)) === undefined);
  const above = path.slice(0, depth === -1 ? path.length - 1 : depth);
  const there = valueAt(data, above);
  const children = typeof there === 'object' && there !== null ? Object.keys(there) : [];
  const rest = path.slice(above.length + 1);
  const pointers = children.map((key) => {
    const whole = [...above, key, ...rest];
    return [key, pointer(valueAt(data, whole) === undefined ? [...above, key] : whole)] as const;
  });
  return {
    message: `${file} has nothing at ${given}.`,
    hint:
      children.length > 0
        ? didYouMean(String(path[above.length]), pointers)
        : `The last on the way there is ${pointer(above)}.`,
  };
}
