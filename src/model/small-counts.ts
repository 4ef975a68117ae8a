// Patterns are for texts in small letters of European names, a to ɏ: every letter there is, in both cases, takes longer
// to put together than all the rest of a check.

/** Words for numbers, each at the number it stands for. */
const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const NUMBER_WORD = WORDS.slice(1).join('|');
const NUMBER = `(?<![a-zß-ɏ\\d.,:/£$%#’'-])(\\d{1,3}|${NUMBER_WORD})`;
/** Up to two words that may describe people, and a word for people. */
const DESCRIBED_PEOPLE =
  "((?:gypsy,?\\s+roma,?\\s+(?:and|or)\\s+traveller\\s+)?(?:[a-zß-ɏ\\d’'-]{1,24}\\s+){0,2}?)(pupils?|child(?:ren)?|boys?|girls?|famil(?:y|ies)|learners?|students?)(?![a-zß-ɏ\\d’'-])";
/** What a word for people may itself describe: `two boys toilets`, `1 pupil survey`. */
const DESCRIBING =
  '(?!\\s+(?:toilets?|changing|clothes|football|rugby|cricket|netball|teams?|clubs?|uniforms?|books?|services?|homes?|centres?|groups?|voices?|premium|surveys?|councils?|protection|records?|files?|passports?|leaders?|librarians?|governors?)\\b)';

/** Only the number is taken, so that a number in between is looked at too. */
const COUNT = new RegExp(`${NUMBER}(?=\\s+${DESCRIBED_PEOPLE}${DESCRIBING}(.{0,24}))`, 'g');
/** `3 of 28 pupils`, `two of the girls`. `9 out of 10 pupils` is a share. */
const COUNT_OF = new RegExp(
  `${NUMBER}(?=\\s+(?:out\\s+)?of\\s+(?:(?:the|our|these|those|all)\\s+|(?=\\d))(?:(\\d{1,4})\\s+)?${DESCRIBED_PEOPLE})`,
  'g',
);
const RANGE = new RegExp(`${NUMBER}(?=\\s?[-–]\\s?(\\d{1,3})\\s+${DESCRIBED_PEOPLE})`, 'g');

/** What a number after it names: `Year 4 pupils`, `Key Stage 2 children`, `on 3 June children …`. */
const NAMED =
  /(?:^|[^a-zß-ɏ])(?:years?|yrs?|y|key stages?|ks|class(?:es)?|form|set|stage|phase|grade|level|tier|wave|band|steps?|term|(?<!the\s)(?:autumn|spring|summer)|weeks?|day|lesson|unit|room|house|base|priorit(?:y|ies)|objectives?|target|outcome|goal|aim|action|items?|points?|questions?|statements?|elements?|groups?|table|pages?|figure|appendix|chapters?|part|section|number|no\.|route|bus|age|aged|ages|january|february|march|april|may|june|july|august|september|october|november|december)\s*$/;
/** The same before a number in words. */
const NAMED_IN_WORDS = /(?:^|[^A-Za-zÀ-ɏ])(?:[Yy]ears?|[Kk]ey [Ss]tages?|Class(?:es)?)\s+$/;
/** Another number before, in a list of them. */
const ANOTHER = new RegExp(`(?:\\d{1,3}|${NUMBER_WORD})\\s*(?:,|&|/|–|-|and|to|or)?\\s*$`, 'i');
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** What makes a number a part of a larger one. */
const LARGER = /(?:hundred|thousand)(?:\s+and)?\s+$|(?:twen|thir|for|fif|six|seven|eigh|nine)ty\s+$/;
/** What makes a number a share. */
const SHARE = new RegExp(`(?:\\d|${NUMBER_WORD})\\s+(?:out\\s+of|in|of\\s+every)(?:\\s+every)?\\s+$`);
/** The same after the people: `nine pupils in ten`. */
const SHARE_AFTER = /^\s+(?:in|out\s+of)\s+(?:every\s+)?(?:five|ten|a\s+hundred|5|10|100)(?![a-zß-ɏ\d])/;
/** How a small count is kept back: `fewer than five girls`. */
const KEPT_BACK = /(?:^|[^a-zß-ɏ])(?:(?:fewer|less)\s+than|under|below)\s+$/;
/** What makes a number the people of a story. */
const STORY =
  /(?:stor(?:y|ies)|books?|films?|plays?|poems?|tales?|novels?|posters?|pictures?)\s+(?:about|of|with|in\s+which|where|that\s+shows?|showing)\s+(?:the\s+)?$/;
/** What makes a number a size or a limit, of nobody in particular, where no word says who they are. */
const SIZE =
  /(?:^|[^a-zß-ɏ])(?:(?:groups|pairs|tables|teams|circles|rows) of|up to|at most|at least|no more than|a maximum of|for every|every|each|per|more than|over|adults? (?:to|for)|(?:tables?|rooms?|spaces?|places?|seats?|benches) for|(?:famil(?:y|ies)|parents?|carers?|households?) (?:with|of|who have))\s+(?:(?:about|around|some)\s+)?$/;
const EACH =
  /^\s+(?:(?:from|in|of|per|for)\s+(?:each|every)\b|(?:a|per|each|at\s+a)\s+(?:class|year|time|table|term|week|session|group)\b)/;

/** Words that can't describe the people that a number counts: what comes before them is what it counts. */
const NO_DESCRIPTION = new Set(
  "and or of to for in with from by where when who that which on at as so if while is are was were will can may have has had do did said say what because but about than the a an our their his her its this these those old out per times am pm o'clock o’clock km minute hour parent hundred thousand dozen".split(
    ' ',
  ),
);
/** Words for things are plural after a number; few words that describe end like that. */
const LIKE_PLURAL = /s$/;
const NOT_PLURAL = /(?:ous|ss|’s|'s|^ks)$/;

/** What is in every text with such a count; a comment may go on in its next line. Words and what is between share no character. */
const GAP = '[\\s#*_`]+';
export const MAYBE_COUNT = new RegExp(
  `(?:^|[^\\w.,:/£$%-])(?:\\d{1,3}|${WORDS.slice(2).join('|')}|(?:only|just)${GAP}one)(?:\\s?[–-]\\s?\\d{1,3})?${GAP}(?:[^\\s#*_\`.:;!?]{1,26}${GAP}){0,5}?(?:pupil|child|boy|girl|famil|learner|student)`,
  'i',
);

/** A text in small letters, and as it was written. */
interface Written {
  readonly small: string;
  readonly capital: string;
}

/**
 * Where a text counts people and the count is small: `3 pupils`, `two Traveller children`, `one of our 4 boys`. Years,
 * ages, shares, sizes of groups and the people of a story are none; nor is `one pupil said`, which counts nobody.
 * @param below the smallest number that is not small
 * @returns offsets of the numbers, in their order
 */
export function smallCountsIn(written: string, below: number): readonly number[] {
  const small = written.toLowerCase();
  // Hardly any text is longer in small letters; there, what needs capitals is not told apart.
  const text: Written = { small, capital: small.length === written.length ? written : small };
  const found = new Set<number>();
  for (const { 1: number = '', 2: between = '', 3: people = '', 4: after = '', index } of small.matchAll(COUNT)) {
    if (isSmall(number, below) && describe(between) && isCount(text, index, number, between, people, after))
      found.add(index);
  }
  for (const { 0: number, 2: all = '', 3: between = '', index } of small.matchAll(COUNT_OF)) {
    const isOne = numberOf(number) === 1;
    const isRate = /^\s+out/.test(small.slice(index + number.length)) && ['5', '10', '100'].includes(all);
    if (isSmall(number, below) && describe(between) && !isOne && !isRate && !isNamed(text, index, number))
      found.add(index);
  }
  for (const { 0: number, 2: to = '', 3: between = '', index } of small.matchAll(RANGE)) {
    if (isSmall(to, below) && describe(between) && numberOf(number) < numberOf(to) && !isNamed(text, index, number))
      found.add(index);
  }
  return [...found].sort((a, b) => a - b);
}

function isCount(
  text: Written,
  index: number,
  number: string,
  between: string,
  people: string,
  after: string,
): boolean {
  const before = text.small.slice(Math.max(0, index - 40), index);
  const isPlural = /(?:s|ren)$/.test(people);
  if (isPlural !== (numberOf(number) !== 1)) return false;
  // `one pupil said` tells of somebody and counts nobody; `only one pupil` counts.
  if (/^one$/.test(number) && !/(?:^|[^a-zß-ɏ])(?:only|just)\s+$/.test(before)) return false;
  if (isNamed(text, index, number) || LARGER.test(before) || SHARE.test(before) || STORY.test(before)) return false;
  if (KEPT_BACK.test(before) || SHARE_AFTER.test(after)) return false;
  return between !== '' || !(SIZE.test(before) || EACH.test(after));
}

/** Whether each of the words can stand between a number and the people it counts. */
function describe(between: string): boolean {
  const words = between.split(/\s+/).filter((word) => word !== '');
  if (MONTH.test(words[0] ?? '')) return false;
  if (/^gypsy,?$/.test(words[0] ?? '')) return true;
  return words.every(
    (word) => !NO_DESCRIPTION.has(word.toLowerCase()) && (!LIKE_PLURAL.test(word) || NOT_PLURAL.test(word)),
  );
}

/** Whether the number at an index is part of a name, alone or in a list: `Years 3, 4 and 5`. */
function isNamed({ small, capital }: Written, index: number, number: string): boolean {
  const [text, name] = /^\d/.test(number) ? [small, NAMED] : [capital, NAMED_IN_WORDS];
  let before = text.slice(Math.max(0, index - 40), index);
  while (!name.test(before)) {
    const shorter = before.replace(ANOTHER, '');
    if (shorter === before) return false;
    before = shorter;
  }
  return true;
}

function isSmall(number: string, below: number): boolean {
  const value = numberOf(number);
  return value > 0 && value < below;
}

function numberOf(number: string): number {
  return /^\d/.test(number) ? Number(number) : WORDS.indexOf(number.toLowerCase());
}
