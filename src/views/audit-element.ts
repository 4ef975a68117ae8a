import { type ElementProgress, isJudged, openIn, type StatementProgress } from '../facts/audit-progress.ts';
import { canTell, type SoundAuditYear } from '../facts/audit-years.ts';
import { count, filled } from '../facts/requirements/requirement.ts';
import { type Line, run } from '../model/block.ts';
import { inWords } from '../model/calendar.ts';
import { isRating, type Programme, ratingShown } from '../model/programme.ts';
import { cut, wrap } from '../model/width.ts';
import { said } from './audit-progress.ts';
import { rollUpLetter } from './grid.ts';

/** An element's statements with this year's judgements, and what is still open. */
export function elementLines(
  audit: SoundAuditYear,
  element: ElementProgress,
  yearFlag: string,
  width: number,
): readonly Line[] {
  const { assessors, status, completed, statements, judged } = element;
  const id = element.element.id;
  const state = completed === null ? said(element, audit) : `${status}, agreed on ${inWords(completed)}`;
  const head: readonly Line[] = [
    [run(element.element.title, 'strong'), run(`  ${audit.year}`, 'dim')],
    ...wrap(
      `${state} · ${assessors.length === 0 ? (status === 'complete' ? 'nobody is named' : 'nobody has it yet') : assessors.join(', ')}`,
      width,
    ).map((line): Line => [run(line, 'dim')]),
    '',
  ];
  if (!canTell(element)) return [...head.slice(0, 1), ...openLines(element, width), next(`lem check ${element.file}`)];
  const open = openIn(element);
  return [
    ...head,
    ...statements.flatMap((each) => statementLines(each, audit.programme, width)),
    '',
    `${judged} of ${count(statements.length, 'statement')} judged.`,
    ...openLines(element, width),
    ...(open.length > 0
      ? [next(`lem audit answer ${id}${yearFlag}`)]
      : status === 'draft'
        ? [next(`lem audit complete ${id}${yearFlag}`)]
        : []),
  ];
}

/** What keeps an element from being complete: a line for each statement, or one for all of them. */
export function openLines(element: ElementProgress, width: number): readonly Line[] {
  const { title } = element.element;
  const open = openIn(element);
  const isUntouched =
    open.length > 1 && element.statements.every(({ ratings }) => ratings.every((each) => each.rating === null));
  const sentences =
    element.state === 'absent'
      ? [`${title}: there is no ${element.file} yet.`]
      : element.state === 'unreadable'
        ? [`${title}: ${element.file} can’t be read.`]
        : element.state === 'other-edition'
          ? [`${title}: ${element.file} was made against another edition than the rest of the year.`]
          : isUntouched
            ? [`${title}: none of its ${count(open.length, 'statement')} is judged.`]
            : open.map(openSentence);
  return sentences.flatMap((sentence) =>
    wrap(sentence, width - 4).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`),
  );
}

function openSentence(each: StatementProgress): string {
  const { statement, ratings } = each;
  if (isJudged(each)) return `${statement.id} is not applicable, and does not say why.`;
  const left = ratings.filter(({ rating }) => rating === null).map(({ strand }) => strand.title);
  return `${statement.id} is not judged yet${left.length < ratings.length ? ` for ${left.join(', ')}` : ''}.`;
}

/** Where the text of a statement begins. */
const INDENT = 8;

function statementLines(each: StatementProgress, programme: Programme, width: number): readonly Line[] {
  const { statement, judgement, ratings } = each;
  const word = judgement?.rating;
  const rating = word !== undefined && isRating(programme, word) ? word : null;
  const number = statement.id.split('.').at(-1) ?? '';
  const room = width - INDENT;
  const differing = ratings
    .filter((strand) => strand.rating !== rating)
    .map(
      (strand) =>
        `${strand.strand.title} ${strand.rating === null ? 'not judged' : letterOf(programme, strand.rating)}`,
    );
  const isUntouched = ratings.every((strand) => strand.rating === null);
  const details = [
    ...(isUntouched ? ['not judged yet'] : differing.length === 0 ? [] : wrap(differing.join(', '), room)),
    ...(filled(judgement?.because) ? [cut((judgement?.because ?? '').replaceAll(/\s+/g, ' ').trim(), room)] : []),
    ...(each.lacksReason ? ['needs a reason for not being applicable'] : []),
  ];
  return [
    ...wrap(statement.text, room).map(
      (line, index): Line =>
        index === 0
          ? [...rollUpLetter(programme, { rating, provisional: null }), ` ${number.padEnd(INDENT - 4)}`, line]
          : `${' '.repeat(INDENT)}${line}`,
    ),
    ...details.map((line): Line => [run(`${' '.repeat(INDENT)}${line}`, isUntouched ? 'warn' : 'dim')]),
  ];
}

function letterOf(programme: Programme, rating: string): string {
  return ratingShown(programme, rating)?.letter ?? '?';
}

function next(command: string): Line {
  return [run('  → ', 'accent'), command];
}
