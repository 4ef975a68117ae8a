import type { ResponseFile, SubmissionFile } from '../../model/files.generated.ts';
import { seen } from '../../model/known.ts';
import { didYouMean } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { at, keyAt, type Place } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { locate } from '../../source/locate.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ResponseRead } from './read-response.ts';

/** Why a response is for another school or edition than the workspace is of, or null: this the response says itself. */
export function forAnother({ settings, programme }: Workspace, read: ResponseRead): Outcome | null {
  const { response } = read;
  const { name = '', urn = null } = seen(settings)?.school ?? {};
  const own = { name, urn };
  if (!isSameSchool(response.school, own))
    return here(
      read,
      ['school'],
      `The response is for ${schoolInWords(response.school)}; this is the workspace of ${schoolInWords(own)}.`,
      'Apply it in the workspace of the school that it is for: lem -C <folder> award apply.',
    );
  if (response.programme === programme.id) return null;
  return here(
    read,
    ['programme'],
    `The response is for the edition ${plainWord(response.programme, 'edition')}; this workspace works to ${programme.id}.`,
    `Apply it in the workspace as it was before lem migrate, or write the visit into awards.yaml by hand, with its edition.`,
  );
}

/** Why a response does not answer a submission that has its digest, or null: it says other things than the manifest does. */
export function answersOther({ programme }: Workspace, manifest: SubmissionFile, read: ResponseRead): Outcome | null {
  const { response } = read;
  const { school } = response;
  if (school.name !== manifest.school.name || school.urn !== manifest.school.urn)
    return here(
      read,
      ['school'],
      `The response names another school than its submission does, ${schoolInWords(manifest.school)}.`,
      'Ask the team for another.',
    );
  if (response.programme !== manifest.programme.id)
    return here(
      read,
      ['programme'],
      `The response names another edition than its submission does, ${manifest.programme.id}.`,
      'Ask the team for another.',
    );
  const claimed = manifest.strands.map(({ strand }) => strand).filter((strand) => programme.strands.has(strand));
  const strange = Object.keys(response.decisions).find((strand) => !claimed.includes(strand));
  if (strange !== undefined)
    return here(
      read,
      keyAt('', 'decisions', strange),
      `The response decides on ${plainWord(strange, 'strand')}, which the submission does not claim.`,
      didYouMean(strange, claimed),
    );
  const words = [...programme.strands.keys()];
  for (const [index, { strand }] of (response.recommendations ?? []).entries())
    if (strand !== undefined && !programme.strands.has(strand))
      return here(
        read,
        ['recommendations', index, 'strand'],
        `There is no strand ${plainWord(strand, 'of this name')} in ${programme.id}.`,
        didYouMean(strand, words),
      );
  return null;
}

type School = ResponseFile['school'];

/** A school is known by its URN, and by its name where it has none: a name may have been mended since. */
function isSameSchool(a: School, b: School): boolean {
  return a.urn !== null && b.urn !== null ? a.urn === b.urn : a.name === b.name;
}

function schoolInWords({ name, urn }: School): string {
  return urn === null ? name : `${name} (${urn})`;
}

function here({ source }: ResponseRead, where: Place | (string | number)[], message: string, remedy: string): Outcome {
  const place = 'path' in where ? { ...where, file: source.file } : at(source.file, ...where);
  const { line, column } = locate(source, place);
  return unusable(`${source.file}:${line}:${column} ${message}`, remedy);
}
