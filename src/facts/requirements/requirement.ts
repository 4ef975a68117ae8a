import type { IsoDate } from '../../model/calendar.ts';
import type { Requirement } from '../../model/files.generated.ts';
import { at, type Place } from '../../model/place.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import type { Verdict } from '../../model/verdict.ts';
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

/** What a requirement kind answers; `eligibility` adds the requirement's id and whether it is required. */
export type Answer = Omit<Verdict, 'requirement' | 'required'>;

/** A requirement kind: one file beside this one, registered in `index`. */
export type RequirementKind = (question: Question) => Answer;

export function met(message: string, ...because: Place[]): Answer {
  return { outcome: 'met', message, because, fix: null };
}

export function unmet(message: string, fix: string, ...because: Place[]): Answer {
  return { outcome: 'unmet', message, because, fix };
}

/** It can't be told, because a file can't be read: never "no" for a typing error. */
export function unknown(file: string): Answer {
  return {
    outcome: 'unknown',
    message: `${file} can’t be read, so this can’t be told.`,
    because: [at(file)],
    fix: `lem check ${file}`,
  };
}

/** Whether a text says something. */
export function filled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

/** `1 action`, `2 actions`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
