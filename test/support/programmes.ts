import { readFileSync } from 'node:fs';
import { type Programme, programmeOf } from '../../src/model/programme.ts';
import { parse } from '../../src/source/parse.ts';
import { validate } from '../../src/source/validate.ts';

/** The text of a programme that comes with lem. */
function programmeText(id: string): string {
  return readFileSync(new URL(`../../templates/programmes/${id}.yaml`, import.meta.url), 'utf8');
}

/** A programme that comes with lem, or one from a text. */
export function programme(id: string, text = programmeText(id)): Programme {
  const { known, problems } = validate('programme', parse(`${id}.yaml`, text));
  if (known.state !== 'known') throw new Error(JSON.stringify(problems));
  return programmeOf(known.value);
}
