import { isOverdue } from '../../facts/county/dates.ts';
import { scaleOf } from '../../facts/county/states.ts';
import { count } from '../../facts/requirements/requirement.ts';
import { type Line, type Run, run } from '../../model/block.ts';
import { type IsoDate, inWords, spanInWords } from '../../model/calendar.ts';
import type { CountySchool } from '../../model/county-school.generated.ts';
import { cut, inLines, pad, widthOf, wrap } from '../../model/width.ts';
import { STATES } from '../badges.ts';
import type { CountyFigures } from './figures.ts';
import {
  badgesIn,
  lapseInWords,
  MARK_WORDS,
  nameOf,
  overallOf,
  percent,
  phaseInWords,
  STATE_ORDER,
  submissionInWords,
  visitInWords,
  worstTitle,
} from './words.ts';

/** How many are told one by one in each part below the table. */
const MOST = 10;
/** The widest that a school’s name is given room for. */
const WIDEST = 48;
const COLUMNS = [
  ['Held', 6],
  ['Ready', 7],
  ['Grid', 6],
  ['Errors', 8],
  ['Visit', 10],
] as const;

/** A county for the terminal: a line for each school, and below them what they come to together. */
export function countyLines(figures: CountyFigures, width: number): readonly Line[] {
  const { schools } = figures;
  const rest = COLUMNS.reduce((sum, [, column]) => sum + column, 0);
  const name = Math.min(Math.max(16, width - 8 - rest), WIDEST);
  return [
    [run(`URN     ${pad('School', name)}${COLUMNS.map(([head, column]) => pad(head, column)).join('')}`, 'dim')],
    ...schools.map((school) => schoolLine(school, name, width)),
    '',
    ...summaryLines(figures, width),
  ];
}

function schoolLine(school: CountySchool, name: number, width: number): Line {
  const head: Line = [pad(school.urn ?? '–', 8), pad(cut(nameOf(school), name - 2), name)];
  if (school.broken !== null) return [...head, run(cut(`broken: ${school.broken}`, width - 8 - name), 'bad')];
  const { badges, findings, visits } = school;
  const [visit] = visits;
  const isLate = visit !== undefined && isOverdue(school, visit);
  const { rating, isProvisional } = overallOf(school);
  const letter: Run | string =
    rating === null
      ? ' ·'
      : isProvisional
        ? run(`(${rating.letter})`, 'dim')
        : run(` ${rating.letter} `, { fill: rating.colour });
  const cells: readonly (Run | string)[] = [
    `${badgesIn(school, 'held')}/${badges.length}`,
    String(badgesIn(school, 'ready')),
    letter,
    findings.error === 0 ? '0' : run(String(findings.error), 'bad'),
    visit === undefined ? '–' : isLate ? run(`${visit.date} !`, 'warn') : visit.date,
  ];
  return [
    ...head,
    ...cells.flatMap((cell, index) => {
      const text = typeof cell === 'string' ? cell : cell.text;
      return [cell, ' '.repeat(Math.max(0, (COLUMNS[index]?.[1] ?? 0) - text.length))];
    }),
  ];
}

function summaryLines(figures: CountyFigures, width: number): readonly Line[] {
  const { schools, broken, faulty, submitted, on, badges, ratings, mark, visits, lapses, within } = figures;
  const column = Math.max(...badges.map(({ title }) => title.length), MARK.length) + 4;
  const told = (title: string, pieces: readonly string[]): readonly Line[] =>
    inLines(pieces, ' · ', Math.max(30, width - column)).map((line, index) => [
      index === 0 ? pad(`  ${title}`, column) : ' '.repeat(column),
      line,
    ]);
  const counted = [
    `${count(schools.length, 'school')} as on ${inWords(on)}`,
    ...(faulty.length > 0 ? [`${faulty.length} with errors`] : []),
    ...(broken.length > 0 ? [`${broken.length} broken`] : []),
    ...(submitted.length > 0 ? [`${submitted.length} seen in a submission`] : []),
  ];
  return [
    [run(counted.join(', '), 'strong')],
    ...(badges.length === 0 ? [] : ['', [run('Badges', 'strong')] as Line]),
    ...badges.flatMap(({ title, states }) =>
      told(
        title,
        STATE_ORDER.flatMap((state) => (states.has(state) ? [`${states.get(state)} ${STATES[state][0]}`] : [])),
      ),
    ),
    ...(mark.size === 0
      ? []
      : told(
          MARK,
          Object.entries(MARK_WORDS).flatMap(([state, words]) => {
            const number = mark.get(state as keyof typeof MARK_WORDS);
            return number === undefined ? [] : [`${number} ${words}`];
          }),
        )),
    ...(ratings.length === 0 ? [] : ['', [run('Grids', 'strong')] as Line]),
    ...ratings.flatMap(({ title, ratings: numbers, incomplete }) =>
      told(title, [
        ...scaleOf(schools).flatMap(({ id, title }) => (numbers.has(id) ? [`${numbers.get(id)} ${title}`] : [])),
        ...(incomplete > 0 ? [`${incomplete} not complete`] : []),
      ]),
    ),
    ...part(`Visits booked: ${visits.length}`, visits, (visit) => [
      ...dated(visit.date, `${nameOf(visit.school)}. ${visitInWords(visit.school, visit)}`, width),
      ...(visit.sendAudit === null
        ? []
        : [[' '.repeat(DATE), run(auditWords(visit.sendAudit, visit.isOverdue), visit.isOverdue ? 'warn' : 'dim')]]),
    ]),
    ...part(`Ends within ${spanInWords(within)}: ${lapses.length}`, lapses, (lapse) =>
      dated(lapse.date, `${nameOf(lapse.school)}: ${lapseInWords(lapse)}`, width),
    ),
    ...themeLines(figures, width),
    ...part(`Seen in a submission: ${submitted.length}`, submitted, (school) => [
      `  ${pad(school.urn ?? '–', 8)}${nameAndPath(school)}`,
      ...wrap(submissionInWords(school) ?? '', width - 10).map(
        (line): Line => [run(`${' '.repeat(10)}${line}`, 'dim')],
      ),
    ]),
    ...(submitted.length === 0
      ? []
      : wrap('Of the other strands it can’t be told whether their badges could be claimed.', width - 2).map(
          (line): Line => [run(`  ${line}`, 'dim')],
        )),
    ...part(`With errors: ${faulty.length}`, faulty, (school) => [
      `  ${pad(school.urn ?? '–', 8)}${nameAndPath(school)}`,
      ...wrap(school.firstError ?? '', width - 10).map((line) => `${' '.repeat(10)}${line}`),
    ]),
    ...part(`Broken, and left out of the figures: ${broken.length}`, broken, (school) => [
      `  ${pad(school.urn ?? '–', 8)}${nameAndPath(school)}`,
      ...wrap(school.broken ?? '', width - 10).map((line): Line => [run(`${' '.repeat(10)}${line}`, 'bad')]),
    ]),
  ];
}

const MARK = 'The Mark';
/** The room of a date with its margins. */
const DATE = 21;

function dated(date: IsoDate, words: string, width: number): readonly Line[] {
  return wrap(words, width - DATE).map((line, index) =>
    index === 0 ? `${pad(`  ${inWords(date)}`, DATE)}${line}` : `${' '.repeat(DATE)}${line}`,
  );
}

function nameAndPath({ school, path }: CountySchool): string {
  return school === null ? path : `${school}, ${path}`;
}

function auditWords(by: string, isOverdue: boolean): string {
  return isOverdue ? `the audit was due by ${inWords(by)}` : `the audit is due by ${inWords(by)}`;
}

/** A part with a heading: the first few, and how many more there are; nothing where there is none. */
function part<T>(heading: string, all: readonly T[], lines: (each: T) => readonly Line[]): readonly Line[] {
  if (all.length === 0) return [];
  const more = all.length - MOST;
  return [
    '',
    [run(heading, 'strong')],
    ...all.slice(0, MOST).flatMap(lines),
    ...(more > 0 ? [[run(`  … and ${more} more: --html and --json have them all`, 'dim')] as Line] : []),
  ];
}

function themeLines({ themes, schools, smallestGroup }: CountyFigures, width: number): readonly Line[] {
  const { elements } = themes;
  if (elements.length === 0) return [];
  const worst = cut(worstTitle(schools), 8);
  const column = Math.min(44, Math.max(...elements.map(({ title }) => widthOf(title))) + 4);
  const hidden = themes.hidden.map((phase) => phaseInWords(phase)).join(', ');
  return [
    '',
    [run(pad('Training themes', column), 'strong'), run(`${worst.padStart(8)}  to act on`, 'dim')],
    ...elements.slice(0, MOST).map(({ title, all, phases }): Line => {
      const most = [...phases].sort(([, a], [, b]) => partOf(b) - partOf(a))[0];
      const where =
        phases.size < 2 || most === undefined ? '' : `  most: ${phaseInWords(most[0])} ${percent(most[1], 'worst')}`;
      const text = `${percent(all, 'worst').padStart(8)}${percent(all, 'needsAction').padStart(11)}`;
      return [
        pad(`  ${cut(title, column - 4)}`, column),
        text,
        run(cut(where, Math.max(0, width - column - 19)), 'dim'),
      ];
    }),
    [run('  The share of judged cells in the schools’ grids.', 'dim')],
    ...(hidden === ''
      ? []
      : wrap(
          `Not told of alone, so that no school is: ${hidden} (groups of fewer than ${smallestGroup}).`,
          width - 2,
        ).map((line): Line => [run(`  ${line}`, 'dim')])),
  ];
}

function partOf({ worst, cells }: { readonly worst: number; readonly cells: number }): number {
  return cells === 0 ? 0 : worst / cells;
}
