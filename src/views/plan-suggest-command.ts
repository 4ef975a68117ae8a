import type { Priority } from '../facts/priorities.ts';
import type { Recommended } from '../facts/recommendations.ts';
import type { Programme } from '../model/programme.ts';
import { cut } from '../model/width.ts';
import { oneLine } from '../workspace/scaffold-text.ts';

/** A priority in words, every strand and element named: `Race: Pupil Involvement; Impact and Review`. */
export function priorityTitle({ strands, elements }: Priority, programme: Programme): string {
  const strand = strands.map((id) => programme.strands.get(id)?.title ?? id);
  const element = elements.map((id) => programme.elements.get(id)?.title ?? id);
  if (strand.length === 1 && element.length === 1) return oneLine(`${strand[0]} in ${element[0]}`);
  const [one, many] = strand.length === 1 ? [strand, element] : [element, strand];
  return oneLine(`${one[0]}: ${many.join('; ')}`);
}

/** How long an action's title may get here. */
const LONGEST = 90;

/** What an action for a priority might be called until someone finds a better title. */
export function actionTitle(priority: Priority, programme: Programme): string {
  const title = priorityTitle(priority, programme);
  const { strands, elements } = priority;
  if (title.length <= LONGEST) return title;
  const many = strands.length === 1 ? `${elements.length} elements` : `${strands.length} strands`;
  return `${cut(title.split(': ', 1)[0] ?? '', LONGEST - many.length - 2)}: ${many}`;
}

/** The command line that plans an action for a priority, to be pasted into a shell. */
export function planAddLine(priority: Priority, programme: Programme): string {
  const flags = [
    ...priority.strands.flatMap((strand) => ['--strand', strand]),
    ...priority.elements.flatMap((element) => ['--element', element]),
  ];
  return ['lem', 'plan', 'add', actionTitle(priority, programme), ...flags].map(shellWord).join(' ');
}

/** What an action for a recommendation might be called: its first sentence, as far as there is room. */
export function recommendationTitle({ text, id }: Recommended): string {
  const [sentence = ''] = text.split(/(?<=[.!?])\s/, 1);
  // Neither the mark of a list nor what a command would take for an option begins a title.
  const title = cut(sentence.replace(/^[^\p{L}\p{N}]+/u, ''), LONGEST).replace(/\.$/, '');
  return title === '' ? `Recommendation ${id}` : title;
}

/**
 * The command line that plans an action for a recommendation. One that names no strand is for those that its visit decided
 * on; where it decided on none either, the strand is left for the user to write.
 */
export function planRecommendationLine(recommended: Recommended): string {
  const { id, strands, decided } = recommended;
  const flags = (strands ?? decided).flatMap((strand) => ['--strand', strand]);
  const words = ['lem', 'plan', 'add', recommendationTitle(recommended), ...flags, '--recommendation', id];
  return [...words.map(shellWord), ...(flags.length === 0 ? ['--strand …'] : [])].join(' ');
}

/**
 * A word as a shell takes it. Double quotes do in every shell, as long as nothing in them is special to one of them;
 * otherwise the word stands in single quotes, as POSIX shells have them.
 */
function shellWord(word: string): string {
  if (/^[A-Za-z0-9_./-]+$/.test(word)) return word;
  return /["$`\\!%^]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
