// All patterns are for texts in small letters: to look for both cases at once takes longer to put together than all the
// rest of a check.

/** Words for one person or family. */
const PERSON =
  '(?:pupil|child|boy|girl|learner|student|family|wheelchair user|muslim|hindu|sikh|jew|buddhist|christian|traveller|gypsy|refugee|asylum seeker|hijab wearer)';
const PLACE =
  '(?:school|class|classroom|setting|nursery|academy|village|cohort|council|team|club|choir|base|reception|key stage|ks\\d|years?|y\\d{1,2})(?![a-zß-ɏ])';
/** What makes somebody the only one of their kind here. */
const HERE = `(?:who|whose|with|without|from|of|on|using|to)\\b|(?:in|at)\\s+(?:the\\s+|our\\s+|this\\s+|his\\s+|her\\s+|their\\s+|my\\s+|a\\s+)?(?:[a-zß-ɏ’'-]{1,24}\\s+){0,2}?${PLACE}`;
const DESCRIPTION = "(?:[a-zß-ɏ\\d’'-]{1,24}\\s+){0,3}?";

const THE_ONLY = new RegExp(`(?<![a-zß-ɏ\\d])the\\s+(?:only|sole)\\s+${DESCRIPTION}${PERSON}\\s+(?:${HERE})`, 'g');
const OUR_ONE = new RegExp(
  `(?<![a-zß-ɏ\\d])our\\s+(?:one\\s+and\\s+only|one|only|single|sole)\\s+${DESCRIPTION}${PERSON}(?:['’]s|\\s+(?:${HERE}|is|was|has|had|said|says|told|tells|asked|asks|needs|uses|now|can|and|did|does|prays|wears)\\b|[.,;:!?)]|\\s*$)`,
  'g',
);
/** `Nobody should feel like the only child who …`: a wish, or a feeling. */
const NOT_SAID_OF_ANYBODY =
  /(?:(?:^|[^a-zß-ɏ])(?:not|never|nor|no longer|if|be|being|feel|feels|feeling|felt|like)|n[’']t)(?:\s+(?:like|that|as if|as though))?(?:\s+(?:they|she|he|you|we)\s+(?:are|is|were|was))?\s+$/;
const STORY =
  /(?:stor(?:y|ies)|books?|films?|plays?|poems?|tales?|novels?)\s+(?:in which|where|whose|about|that|of|with)(?:\s|$)|\bin\s+(?:the|this|that|a)\s+(?:story|book|film|play|poem|tale|novel)\b/;

/** What is in every text of that sort; a comment may go on in its next line. */
export const MAYBE_ONLY_ONE = /\b(?:the|our)[\s#*_`]+(?:only|one|single|sole)\b/i;

/**
 * Where a text tells of somebody who is the only one: `the only pupil who …`, `our one Muslim family`. Whoever knows the
 * school knows who that is.
 * @returns offsets, in their order
 */
export function onlyOnesIn(written: string): readonly number[] {
  const text = written.toLowerCase();
  return [...text.matchAll(THE_ONLY), ...text.matchAll(OUR_ONE)]
    .filter(({ 0: words, index }) => {
      const before = text.slice(Math.max(0, index - 60), index).replace(/^.*[.!?]\s/s, '');
      return (
        !NOT_SAID_OF_ANYBODY.test(before) &&
        !STORY.test(`${before}${words}${text.slice(index + words.length, index + words.length + 30)}`)
      );
    })
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}
