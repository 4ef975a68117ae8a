import type { ElementProgress, StatementProgress } from '../facts/audit-progress.ts';
import type { SoundAuditYear } from '../facts/audit-years.ts';
import type { Earlier } from '../facts/earlier.ts';
import { type Line, run } from '../model/block.ts';
import type { Judgement } from '../model/files.generated.ts';
import type { Programme } from '../model/programme.ts';
import { pad, widthOf, wrap } from '../model/width.ts';
import { listed } from '../workspace/scaffold-text.ts';
import { said } from './audit-progress.ts';
import { ratingTitle } from './grid-suggest.ts';
import { headLines, readable, saidLines, scaleLines } from './interview.ts';

/** A statement as the interview asks for it: what the ratings look like, what was judged last, and what is there so far. */
export function statementLines(
  { programme, year }: SoundAuditYear,
  { element, statements }: ElementProgress,
  { statement, ratings, judgement }: StatementProgress,
  last: Earlier<Judgement> | null,
  terminal: number,
): readonly Line[] {
  const width = readable(terminal);
  const number = statements.findIndex((each) => each.statement.id === statement.id) + 1;
  const limit = ratings.length < programme.strands.size ? listed(ratings.map(({ strand }) => strand.title)) : null;
  const before = last === null ? [] : judgementLines(last.year, last.said, programme, width);
  const now = judgement === null ? [] : judgementLines('So far', judgement, programme, width);
  return [
    ...headLines(element.title, `${year}, statement ${number} of ${statements.length}`, width),
    ...wrap(statement.text, width),
    ...(limit === null ? [] : wrap(`Only for ${limit}.`, width - 2).map((line): Line => [run(`  ${line}`, 'dim')])),
    '',
    ...scaleLines(programme, element.descriptors, width),
    ...(before.length + now.length === 0 ? [] : ['', ...before, ...now]),
    '',
  ];
}

/** A judgement with all that belongs to it; nothing where there is none. */
function judgementLines(
  when: string,
  { because, evidence = [], dissent = [], ...ratings }: Judgement,
  programme: Programme,
  width: number,
): readonly Line[] {
  const judged = judgementWords(programme, ratings);
  return [
    ...(judged === '' ? [] : saidLines(when, judged, because, width)),
    ...(evidence.length === 0 ? [] : wrap(`Evidence: ${evidence.join(', ')}`, width - 4).map((line) => `    ${line}`)),
    ...dissent.flatMap(({ who, rating, because: reason = '' }) =>
      wrap(`Not agreed by ${who}: ${ratingTitle(programme, rating)}. ${reason}`, width - 4).map(
        (line) => `    ${line}`,
      ),
    ),
  ];
}

/** A judgement in words: `Amber, but Disability Green`. */
function judgementWords(programme: Programme, { rating, strands = {} }: Judgement): string {
  const differing = Object.entries(strands)
    .filter(([, word]) => word !== rating)
    .map(([strand, word]) => `${programme.strands.get(strand)?.title ?? strand} ${ratingTitle(programme, word)}`)
    .join(', ');
  return [rating === undefined ? '' : ratingTitle(programme, rating), differing].filter(Boolean).join(', but ');
}

/** An element as it stands in a list to choose from: how far it has come, and whose it is. */
export function elementChoice(
  audit: SoundAuditYear,
  elements: readonly ElementProgress[],
  each: ElementProgress,
): string {
  const column = Math.max(...elements.map(({ element }) => widthOf(element.title))) + 2;
  const judged = each.judged === null ? '' : `${each.judged} of ${each.statements.length}`;
  // The day of completion would leave no room for the people.
  const state = each.state === 'known' && each.status === 'draft' ? '' : said({ ...each, completed: null }, audit);
  const whose = each.assessors.join(', ');
  return `${pad(each.element.title, column)}${pad(judged, 9)}${[state, whose].filter(Boolean).join('  ')}`;
}
