import type { IsoDate } from '../model/calendar.ts';
import { contactsIn } from '../model/contacts.ts';
import { datesOfBirthIn } from '../model/dates-of-birth.ts';
import { seen } from '../model/known.ts';
import { onlyOnesIn } from '../model/only-ones.ts';
import { smallCountsIn } from '../model/small-counts.ts';
import { upnsIn } from '../model/upn.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Counts below this are small where a programme does not say otherwise. */
const USUAL = 10;

/**
 * Whether a text tells of somebody who could be known by it: a pupil’s number, a date of birth, a way to reach somebody,
 * the only one of a kind, or so few that they can be told. Such a text does not go into what is handed round.
 */
export function isPersonal({ programme, settings }: Workspace, text: string, on: IsoDate): boolean {
  const below = programme.file.privacy?.smallNumber ?? USUAL;
  const known = (seen(settings)?.coordinators ?? []).flatMap(({ email }) => email ?? []);
  const plain = text.replace(/[*_`]+/g, '');
  return [
    upnsIn(plain),
    datesOfBirthIn(plain, on),
    contactsIn(plain, known),
    onlyOnesIn(plain),
    smallCountsIn(plain, below),
  ].some((found) => found.length > 0);
}
