import { smallestPublished } from '../../../facts/suppression.ts';
import type { IsoDate } from '../../../model/calendar.ts';
import { contactsIn } from '../../../model/contacts.ts';
import { datesOfBirthIn } from '../../../model/dates-of-birth.ts';
import { namesIn, strangersIn } from '../../../model/names.ts';
import { onlyOnesIn } from '../../../model/only-ones.ts';
import { at, type Place } from '../../../model/place.ts';
import { smallCountsIn } from '../../../model/small-counts.ts';
import { upnsIn } from '../../../model/upn.ts';
import { withoutEmphasis } from '../../../rules/personal-texts.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { namesOf } from './known-names.ts';

/** What is printed of a text that may identify someone. */
export const LEFT_OUT = 'Left out: it may identify someone';

/** What people wrote, as paragraphs without markup; or that it is left out. */
export interface Screened {
  readonly left: boolean;
  readonly paragraphs: readonly string[];
}

/** A text that was left out, and why, in words that go on after it. */
export interface LeftOut {
  readonly place: Place;
  readonly why: string;
}

/** Looks at texts before they are published, and remembers those that it left out. */
export interface Screen {
  readonly screened: (text: string, file: string, key: string) => Screened;
  readonly left: readonly LeftOut[];
}

/** In characters: a longer text is no line of a plan, and is not looked through. */
const LONGEST = 20_000;
/** Any address: what stands before the @ is often a name, whoever’s the rest is. */
const ADDRESS = /\S@\S|https?:\/\/|www\./i;

/**
 * A screen for a workspace: it lets through texts in which nothing tells of one person. Each text is looked at whole, and
 * left out whole. What is printed has no markup, so that it is what was looked at.
 * @param on the day it is published
 */
export function screenOf(workspace: Workspace, on: IsoDate): Screen {
  const names = namesOf(workspace);
  const below = smallestPublished(workspace.programme);
  const left: LeftOut[] = [];
  const checks: readonly (readonly [why: string, find: (text: string) => boolean])[] = [
    ['is too long to look through', (text) => text.length > LONGEST],
    ['gives an address or a telephone number', (text) => ADDRESS.test(text) || contactsIn(text, []).length > 0],
    ['holds a Unique Pupil Number', (text) => upnsIn(text).length > 0],
    ['gives a date of birth', (text) => datesOfBirthIn(text, on).length > 0],
    ['tells of somebody who is the only one of their kind', (text) => onlyOnesIn(text).length > 0],
    [`counts fewer than ${below} people`, (text) => smallCountsIn(text, below).length > 0],
    [
      'has a name in it that the workspace has for somebody',
      (text) => namesIn(text, names.known, names.isOrdinary).length > 0,
    ],
    ['has a word in it that may be a name', (text) => strangersIn(text, names.isExplained).length > 0],
  ];
  return {
    left,
    screened: (written, file, key) => {
      const text = bare(written);
      const why = checks.find(([, find]) => find(text))?.[0];
      if (why === undefined) return { left: false, paragraphs: paragraphsOf(text) };
      left.push({ place: at(file, key), why });
      return { left: true, paragraphs: [] };
    },
  };
}

/** A text without what is not seen and what only emphasises; of a link only its words, if they are all there is. */
function bare(text: string): string {
  const seen = text
    .normalize('NFC')
    .replaceAll(/[\p{Cf}\p{Cc}](?<!\n)/gu, (character) => (character === '\t' ? ' ' : ''));
  return withoutEmphasis(seen);
}

/** Paragraphs, and the points of lists each by itself. */
function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n|\n(?=\s*(?:[-+]|\d{1,2}[.)])\s)/)
    .map((part) =>
      part
        .replace(/^\s*(?:[-+>]|#{1,6}|\d{1,2}[.)])\s+/, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => part !== '');
}
