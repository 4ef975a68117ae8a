import { type Line, run } from '../../model/block.ts';
import { widthOf, wrap } from '../../model/width.ts';
import type { HistoryView, Note } from '../history.ts';
import { columnsOf } from './columns.ts';
import { sparkLines } from './sparks.ts';
import { tableLines } from './table.ts';

/** A history as a table, a row of signs for each strand, and what else is to be said. */
export function historyLines(view: HistoryView, width: number): readonly Line[] {
  const { school, by, strand, moments, notes } = view;
  const dim = (text: string): readonly Line[] => wrap(text, width).map((line): Line => [run(line, 'dim')]);
  const columns = columnsOf(moments);
  const title = strand === null ? '' : `, ${columns.at(0)?.title ?? strand}`;
  const what = `History by ${by}${title}`;
  const head: readonly Line[] =
    widthOf(school) + 2 + widthOf(what) <= width
      ? [[run(school, 'strong'), run(`  ${what}`, 'dim')]]
      : [...wrap(school, width).map((line): Line => [run(line, 'strong')]), ...dim(what)];
  if (moments.length === 0) return [...head, '', ...noteLines(notes, width)];
  // The table itself says where the programme changed.
  const told = notes.filter(({ kind }) => kind !== 'programme-changed');
  return [
    ...head,
    '',
    ...tableLines(view, columns, width),
    ...dim(
      `${strand === null ? 'Badges held, statements' : 'Statements'} judged and actions complete, each of how many.`,
    ),
    ...(isProvisional(view) ? dim('(X) provisional: some cells are not yet judged') : []),
    ...(columns.length === 0 ? [] : ['', ...sparkLines(view, columns, width)]),
    '',
    ...dim(ROWS[by]),
    ...(told.length === 0 ? [] : ['', ...noteLines(told, width)]),
  ];
}

/** Whether the table has a roll-up over cells some of which are not yet judged. */
function isProvisional({ strand, moments }: HistoryView): boolean {
  return moments.some(({ standing }) => {
    const grids = (standing?.strands ?? []).map(({ grid }) => grid);
    return [...grids, ...(strand === null ? [standing?.overall] : [])].some((rolled) => rolled?.provisional);
  });
}

const JUDGED = 'judged by its own files as on the day it was committed, by the clock of who committed it.';
const ROWS = {
  commit: `A row for each commit of this branch that touched the workspace, ${JUDGED}`,
  month: `A row for the last commit in each month on this branch that touched the workspace, ${JUDGED}`,
  term: `A row for the last commit in each term on this branch that touched the workspace, ${JUDGED}`,
} as const;

const GRAVE: readonly Note['kind'][] = ['shallow', 'older-left-out', 'date-not-true', 'unreadable'];

function noteLines(notes: readonly Note[], width: number): readonly Line[] {
  return notes.flatMap(({ kind, message }) => {
    const isGrave = GRAVE.includes(kind);
    return wrap(message, width - 2).map(
      (line, index): Line => [index > 0 ? '  ' : isGrave ? run('! ', 'warn') : run('· ', 'dim'), line],
    );
  });
}
