import type { IsoDate } from './calendar.ts';

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const DATE = `(?:\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?(\\d{4}|\\d{2})|(\\d{4})-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\.?,?\\s+(\\d{4}|\\d{2})|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+(\\d{4}))(?!\\d)`;
const LABEL = '(?:d\\.?\\s?o\\.?\\s?b\\.?|dates?\\s+of\\s+birth|birth\\s?dates?)';
const START = '(?<![A-Za-zÀ-ɏ\\d])';

/** A date that is called one of birth, before or after it. */
const CALLED = new RegExp(
  `${START}(?:${LABEL}\\s{0,3}(?:is|was|[:=(,–-])?\\s{0,3}${DATE}|${DATE}\\s{0,3}[(,:–-]?\\s{0,3}(?:is\\s+(?:the|his|her|their)\\s+)?${LABEL}(?=\\s*(?:[).,;]|$)))`,
  'gi',
);
/** `born on 12 March 2016`; a span of such dates tells of a year group. */
const BORN = new RegExp(
  `${START}(?:born(?:\\s+on)?(?:\\s+the)?|(?:his|her|their|whose|pupil[’']s|child[’']s)\\s+birthday\\s+(?:is|was)(?:\\s+on)?)\\s{1,3}${DATE}(?!\\s*(?:to|and|until|or|–|-)\\s*(?:\\d|${MONTH}))`,
  'gi',
);
/** What is born and is nobody: `the club was born on …`. */
const NOBODY =
  /(?:idea|clubs?|groups?|projects?|councils?|plans?|gardens?|programmes?|campaigns?|schemes?|it)\s+(?:was|were)\s+$/i;
/** Nobody older is a pupil; who was born before that is somebody in a lesson or a book. In years. */
const OLDEST = 20;

/** What is in every text with such a date. */
export const MAYBE_BIRTH = /b(?:irth|orn\b|\b(?<=\bd\.?\s?o\.?\s?b))/i;

/**
 * Where a text gives a date of birth: one that is called so, or the day on which somebody was born who may be a pupil.
 * @param on the day it is looked at
 * @returns offsets, in their order
 */
export function datesOfBirthIn(text: string, on: IsoDate): readonly number[] {
  const now = Number(on.slice(0, 4));
  const born = [...text.matchAll(BORN)].filter(({ 1: a, 2: b, 3: c, 4: d, index }) => {
    if (NOBODY.test(text.slice(Math.max(0, index - 40), index))) return false;
    const written = a ?? b ?? c ?? d ?? '';
    const year = written.length === 2 ? Math.floor(now / 100) * 100 + Number(written) : Number(written);
    return year <= now && year >= now - OLDEST;
  });
  return [...text.matchAll(CALLED), ...born].map(({ index }) => index).sort((a, b) => a - b);
}
