import type { ResponseFile } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { parse } from '../../source/parse.ts';
import type { Source } from '../../source/source.ts';
import { isMap, validateResponse } from '../../source/validate-response.ts';
import type { World } from '../../world.ts';
import { refusedFile } from '../refused-file.ts';

/** A response and the file that it stands in. */
export interface ResponseRead {
  readonly response: ResponseFile;
  readonly source: Source;
}

/**
 * Reads a response: YAML, or JSON, which is YAML too. Whoever sent it, nothing of it is believed but that it holds
 * against its schema.
 * @param shown the file as the user named it
 */
export function readResponse(world: World, shown: string): ResponseRead | { readonly refusal: Outcome } {
  const entry = world.files.readText(world.files.resolve(world.cwd, shown));
  if (entry === null) return refused(`There is no file ${shown}.`, 'Check its path.');
  if (entry.kind === 'bad') return refused(`${shown} is not a response: ${entry.message}`, ASK);
  const source = parse(shown, entry.text);
  if (source.data !== undefined) {
    if (!isMap(source.data) || source.data.kind !== 'response') return refused(`${shown} is not a response.`, ASK);
    const { format } = source.data;
    if (typeof format === 'number' && format > 1)
      return refused(`${shown} is of format ${format}, which is newer than this lem.`, 'Update lem.');
  }
  const { known, problems } = validateResponse(source);
  if (known.state === 'known') return { response: known.value, source };
  return { refusal: refusedFile(source, [...source.problems, ...problems]) };
}

const ASK = 'A response is the file that the Equality team sends back, not the archive that it was sent.';

function refused(message: string, remedy: string): { readonly refusal: Outcome } {
  return { refusal: unusable(message, remedy) };
}
