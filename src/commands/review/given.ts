import type { ResponseFile } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { parse } from '../../source/parse.ts';
import type { Problem, Source } from '../../source/source.ts';
import { isMap, validateResponse } from '../../source/validate-response.ts';
import type { World } from '../../world.ts';
import { MOST_TOLD, refusedFile } from '../refused-file.ts';
import { type Answered, usualDay } from './answered.ts';
import { objections } from './objections.ts';

/**
 * The response that stands in a file of the user's. What follows from the submission may be left out in it; where it
 * stands there it must be this submission's.
 * @param shown the file as it was named
 */
export function givenResponse(
  world: World,
  folder: string,
  shown: string,
  answered: Answered,
): { readonly response: ResponseFile } | { readonly refusal: Outcome } {
  const entry = world.files.readText(world.files.resolve(folder, shown));
  if (entry === null) return { refusal: unusable(`There is no file ${shown}.`, 'Check the path after --from.') };
  if (entry.kind === 'bad')
    return {
      refusal: unusable(
        `${shown} can’t be read as a review.`,
        'Check the path after --from: it names a YAML file in UTF-8.',
      ),
    };
  const source = filled(parse(shown, entry.text), answered);
  const { known, problems } = validateResponse(source);
  if (known.state !== 'known') return { refusal: refusedFile(source, [...source.problems, ...problems]) };
  const against: Problem[] = [];
  for (const objection of objections(answered, known.value, shown)) if (against.push(objection) > MOST_TOLD) break;
  return against.length === 0 ? { response: known.value } : { refusal: refusedFile(source, against) };
}

/** What a review file says, and behind it what follows from the submission. */
function filled(source: Source, answered: Answered): Source {
  const { data } = source;
  if (!isMap(data)) return source;
  const { manifest, digest } = answered;
  const { visit = {} } = data;
  const usual = {
    ...{ format: 1, kind: 'response', submission: digest, school: manifest.school, programme: manifest.programme.id },
    ...data,
    visit: isMap(visit) ? { date: usualDay(answered), kind: 'accreditation', ...visit } : visit,
  };
  return { ...source, data: usual };
}
