import { type ElementProgress, openIn, type PersonProgress, peopleIn } from '../facts/audit-progress.ts';
import { canTell, type SoundAuditYear } from '../facts/audit-years.ts';
import { type Line, type Run, run } from '../model/block.ts';
import { cut, inLines, pad, widthOf, wrap } from '../model/width.ts';
import { rollUpLetter } from './grid.ts';

/** How far a year's audit has come: a row for each element, then what each person shares in, and what to do next. */
export function progressLines(
  audit: SoundAuditYear,
  elements: readonly ElementProgress[],
  yearFlag: string,
  width: number,
): readonly Line[] {
  return [
    headLine(audit),
    '',
    ...tableLines(audit, elements, width),
    '',
    ...peopleLines(elements, width),
    ...noteLines(audit, elements, width),
    ...nextLines(audit, elements, yearFlag),
  ];
}

/** Who has which element. */
export function assignmentLines(
  audit: SoundAuditYear,
  elements: readonly ElementProgress[],
  width: number,
): readonly Line[] {
  const column = Math.min(longest(elements.map(({ element }) => element.title)) + 2, Math.floor(width / 2));
  return [
    headLine(audit),
    '',
    ...elements.flatMap((each): readonly Line[] => {
      const who =
        each.assessors.length > 0 ? each.assessors.join(', ') : canTell(each) ? 'nobody yet' : said(each, audit);
      return beside(
        each.element.title,
        column,
        wrap(who, width - column),
        each.assessors.length > 0 ? 'plain' : 'warn',
      );
    }),
  ];
}

/** What became of an element's audit, in a word or two; a day of completion as a date that fits in a table. */
export function said(
  { state, status, completed }: Pick<ElementProgress, 'state' | 'status' | 'completed'>,
  { edition }: SoundAuditYear,
): string {
  if (state === 'unreadable') return 'can’t be read';
  if (state === 'other-edition') return `not of ${edition}`;
  if (state === 'absent') return 'no file yet';
  return completed === null ? (status ?? '') : `${status} ${completed}`;
}

/** The heading of what is shown of a year. */
function headLine({ year, programme }: SoundAuditYear): Line {
  return [run(`Audit ${year}`, 'strong'), `  ${programme.file.title}`];
}

/** The columns a number takes, with its margins. */
const NUMBER = 4;
/** As wide as `complete 2026-10-12`. */
const STATUS = 19;
/** The least room for the elements' titles. */
const LEAST = 18;

function tableLines(audit: SoundAuditYear, elements: readonly ElementProgress[], width: number): readonly Line[] {
  const { programme } = audit;
  const shown = [...programme.file.scale, programme.file.notApplicable];
  const words = shown.map(({ id }) => id);
  const judged = (each: Counted): string => (each.judged === null ? '?' : `${each.judged} of ${each.statements}`);
  const rows = elements.map((each) => ({ ...each, statements: each.statements.length }));
  const all = total(rows, [...words, MISSING]);
  const judgedColumn = Math.max('Judged'.length, ...[...rows, all].map((row) => judged(row).length)) + 1;
  const room = width - judgedColumn - NUMBER * (words.length + 1) - 1 - STATUS;
  const column = Math.max(LEAST, Math.min(longest(elements.map(({ element }) => element.title)) + 2, room));
  const letters = [...words, null].flatMap((word): readonly (Run | string)[] => [
    ' ',
    ...rollUpLetter(programme, { rating: word, provisional: null }),
  ]);
  const cells = (row: Counted): readonly (Run | string)[] => [
    run(pad(judged(row), judgedColumn), row.judged === row.statements ? 'good' : 'plain'),
    ...[...words, MISSING].map((word) => {
      const number = row.counts?.[word] ?? 0;
      return run(
        pad(row.counts === null ? '' : String(number).padStart(NUMBER - 1), NUMBER),
        number === 0 ? 'dim' : 'plain',
      );
    }),
  ];
  return [
    [run(pad('', column), 'plain'), run(pad('Judged', judgedColumn), 'dim'), ...letters],
    ...rows.flatMap((row): readonly Line[] => {
      const [head = '', ...rest] = wrap(row.element.title, column - 2);
      const status = run(` ${said(row, audit)}`, canTell(row) ? (row.status === 'complete' ? 'good' : 'dim') : 'bad');
      return [[pad(head, column), ...cells(row), status], ...rest.map((part) => `  ${part}`)];
    }),
    ...(elements.length === 1 ? [] : [[run(pad('All', column), 'strong'), ...cells(all)]]),
    ...inLines(
      [
        ...'Judgements, one for each statement and strand:'.split(' '),
        ...shown.map(({ letter, title }) => `${letter} = ${title.toLowerCase()},`),
        '· = not yet judged',
      ],
      ' ',
      width,
    ).map((line): Line => [run(line, 'dim')]),
  ];
}

const MISSING = 'missing';

interface Counted {
  readonly judged: number | null;
  readonly statements: number;
  readonly counts: { readonly [word: string]: number } | null;
}

/** The sum of rows; one that can't be told makes a sum that can't be told. */
function total(rows: readonly Counted[], words: readonly string[]): Counted {
  const isTold = rows.every(({ judged }) => judged !== null);
  const sum = (of: (row: Counted) => number): number => rows.reduce((all, row) => all + of(row), 0);
  return {
    judged: isTold ? sum(({ judged }) => judged ?? 0) : null,
    statements: sum(({ statements }) => statements),
    counts: Object.fromEntries(words.map((word) => [word, sum(({ counts }) => counts?.[word] ?? 0)])),
  };
}

function peopleLines(elements: readonly ElementProgress[], width: number): readonly Line[] {
  const people = peopleIn(elements);
  if (people.length === 0) return [];
  const column = Math.min(longest(people.map(({ who }) => who)) + 2, Math.floor(width / 3));
  return [
    ...people.flatMap((person) => {
      const titles = person.elements.map(({ element }) => element.title).join(', ');
      const { judged, statements } = share(person);
      return beside(person.who, column, wrap(`${judged} of ${statements}: ${titles}`, width - column), 'plain');
    }),
    '',
  ];
}

/** How many statements of a person's elements are judged, of how many. */
export function share({ elements }: PersonProgress): { readonly judged: number; readonly statements: number } {
  return {
    judged: elements.reduce((sum, { judged }) => sum + (judged ?? 0), 0),
    statements: elements.reduce((sum, { statements }) => sum + statements.length, 0),
  };
}

/** What the table does not say: elements that nobody has, and files that can't be told from. */
function noteLines({ edition }: SoundAuditYear, elements: readonly ElementProgress[], width: number): readonly Line[] {
  const nobody = elements.filter((each) => each.state === 'known' && each.assessors.length === 0);
  const notes = [
    ...(nobody.length === 0 ? [] : [`Nobody has yet: ${nobody.map(({ element }) => element.title).join(', ')}.`]),
    ...elements
      .filter((each) => !canTell(each))
      .map(({ file, state }) =>
        state === 'unreadable'
          ? `${file} can’t be read: lem check ${file} says what is wrong.`
          : `${file} was not made against ${edition}, as most of the year was.`,
      ),
  ];
  return notes.flatMap((note) => wrap(note, width));
}

function nextLines({ year }: SoundAuditYear, elements: readonly ElementProgress[], yearFlag: string): readonly Line[] {
  const drafts = elements.filter(({ state, status }) => state === 'known' && status === 'draft');
  const ready = drafts.filter((each) => openIn(each).length === 0);
  const [nobody] = elements.filter(({ state, assessors }) => state === 'known' && assessors.length === 0);
  const commands = [
    ...(elements.some(({ state }) => state === 'absent') ? [`start ${year}`] : []),
    ...(nobody === undefined ? [] : [`assign ${nobody.element.id} --to …${yearFlag}`]),
    ...(drafts.length > ready.length ? [`answer${yearFlag}`] : []),
    ...(ready.length === 0 ? [] : [`complete ${ready.map(({ element }) => element.id).join(' ')}${yearFlag}`]),
  ];
  return commands.map((command): Line => [run('  → ', 'accent'), `lem audit ${command}`]);
}

/** A word with lines beside it; one that is too long for its column is cut. */
function beside(head: string, column: number, lines: readonly string[], tone: 'plain' | 'warn'): readonly Line[] {
  return lines.map((line, index): Line => [pad(index === 0 ? cut(head, column - 2) : '', column), run(line, tone)]);
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(widthOf));
}
