import type { IsoDate } from '../../model/calendar.ts';
import type { Requirement } from '../../model/files.generated.ts';
import { at, type Place } from '../../model/place.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import type { Proof } from '../../model/verdict.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** What a requirement is judged on. */
export interface Question {
  readonly workspace: Workspace;
  readonly strand: string;
  readonly on: IsoDate;
  /** The school year whose audit and grid count. */
  readonly year: SchoolYear;
  /** The requirement's settings in the programme. */
  readonly settings: Requirement;
}

/** A requirement kind: one file beside this one, registered in `index`. */
export type RequirementKind = (question: Question) => Proof;

/** A fact that holds. */
export function met(message: string, place: Place): Proof {
  return { outcome: 'met', message, place, fix: null, parts: [], needed: 0 };
}

/** A fact that does not hold, and the command that helps. */
export function unmet(message: string, fix: string, place: Place): Proof {
  return { outcome: 'unmet', message, place, fix, parts: [], needed: 0 };
}

/** It can't be told, because a file can't be read: never "no" for a typing error. */
export function unknown(
  file: string,
  message = `${file} can’t be read, so this can’t be told.`,
  place = at(file),
): Proof {
  return { outcome: 'unknown', message, place, fix: `lem check ${file}`, parts: [], needed: 0 };
}

/** What holds where every part does. @param message says so, @param place is where it can be seen */
export function all(parts: readonly Proof[], message: string, place: Place): Proof {
  return atLeast(parts.length, parts, message, place);
}

/**
 * What holds where so many of its parts do, whichever they are. Parts that can't be told make a no only where there are
 * too few even with them.
 * @param short says what is missing; where it is left out, the first part that decides speaks
 */
export function atLeast(needed: number, parts: readonly Proof[], message: string, place: Place, short?: string): Proof {
  const count = (outcome: Proof['outcome']): number => parts.filter((part) => part.outcome === outcome).length;
  const tree = { parts, needed };
  if (count('met') >= needed) return { outcome: 'met', message, place, fix: null, ...tree };
  const outcome = count('met') + count('unknown') >= needed ? 'unknown' : 'unmet';
  const first = parts.find((part) => part.outcome === outcome);
  return {
    outcome,
    message: (outcome === 'unmet' ? short : undefined) ?? first?.message ?? message,
    place: first?.place ?? place,
    fix: first?.fix ?? null,
    ...tree,
  };
}

/** Whether a text says something. */
export function filled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** `1 action`, `2 actions`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
