import type { ActionCount, AuditCount, Rolled, StrandStanding } from '../../facts/history.ts';
import { type Line, type Run, run } from '../../model/block.ts';
import type { Programme } from '../../model/programme.ts';
import { cut, pad, widthOf } from '../../model/width.ts';
import { STATES } from '../badges.ts';
import { rollUpLetter } from '../grid.ts';
import { type HistoryView, type Moment, programmeChange, shortId } from '../history.ts';
import type { Column } from './columns.ts';

type Cell = readonly (Run | string)[];

/** A column of the table: its head, how wide it is, and what stands in it. */
interface Field {
  readonly head: string;
  readonly width: number;
  readonly cell: (moment: Moment) => Cell;
}

/** A letter with its margins. */
const LETTER = 4;
const COMMIT = 10;
const NOW = 'now, not committed';

/** The points in time as rows, oldest first; where the programme changed, a line between them says so. */
export function tableLines(
  { strand, moments }: HistoryView,
  columns: readonly Column[],
  width: number,
): readonly Line[] {
  const first = Math.min(18, Math.max(...moments.map(({ label }) => widthOf(label)), 7) + 2);
  const fields = strand === null ? fieldsOfAll(columns) : fieldsOfOne();
  let room = width - first - COMMIT;
  const shown = fields.filter((field) => {
    room -= field.width;
    return room >= -1;
  });
  const lines: Line[] = [
    [
      run(pad('', first + COMMIT), 'plain'),
      run(shown.map(({ head, width: column }) => pad(head, column)).join(''), 'dim'),
    ],
  ];
  let programme: Programme | null = null;
  for (const moment of moments) {
    const change = programmeChange(programme, moment.programme);
    if (change !== null) lines.push([run(cut(`── ${change}`, width), 'accent')]);
    programme = moment.programme ?? programme;
    lines.push(row(moment, shown, first));
  }
  return lines;
}

function row(moment: Moment, fields: readonly Field[], first: number): Line {
  const { label, commit, isDoubtful, folder } = moment;
  const head: Cell =
    commit === null
      ? [run(pad(NOW, first + COMMIT), 'strong')]
      : [
          pad(cut(label, first - 1), first),
          run(shortId(commit), 'dim'),
          isDoubtful ? run('!', 'warn') : ' ',
          ' '.repeat(COMMIT - 9),
        ];
  if (folder === null) return [...head, run(' there is no workspace', 'dim')];
  return [...head, ...fields.flatMap(({ cell }) => cell(moment))];
}

function fieldsOfAll(columns: readonly Column[]): readonly Field[] {
  return [
    ...columns.map(
      ({ strand, short }): Field => ({
        head: ` ${short}`,
        width: LETTER,
        cell: (moment) =>
          moment.programme !== null && !moment.programme.strands.has(strand)
            ? [' '.repeat(LETTER)]
            : letter(moment, standingOf(moment, strand)?.grid),
      }),
    ),
    { head: ' All', width: LETTER + 1, cell: (moment) => [...letter(moment, moment.standing?.overall), ' '] },
    {
      head: 'Badges',
      width: 8,
      cell: ({ standing, programme }) => [pad(ofAll(standing?.held ?? null, programme?.strands.size ?? 0), 8)],
    },
    { head: 'Audit', width: 9, cell: ({ standing }) => [pad(auditShown(standing?.audit), 9)] },
    { head: 'Actions', width: 8, cell: ({ standing }) => [pad(actionsShown(standing?.actions), 8)] },
  ];
}

function fieldsOfOne(): readonly Field[] {
  const one = (moment: Moment): StrandStanding | undefined => moment.standing?.strands[0];
  const isOf = (moment: Moment): boolean => moment.standing === null || one(moment) !== undefined;
  const where =
    (cell: Field['cell'], width: number): Field['cell'] =>
    (moment) =>
      isOf(moment) ? cell(moment) : [' '.repeat(width)];
  return [
    {
      head: ' Grid',
      width: LETTER + 2,
      cell: where((moment) => [...letter(moment, one(moment)?.grid), '  '], LETTER + 2),
    },
    {
      head: 'Badge',
      width: 27,
      cell: where((moment) => {
        const badge = one(moment)?.badge ?? null;
        const [words, tone] = badge === null ? (['?', 'warn'] as const) : STATES[badge];
        return [run(pad(words, 27), tone)];
      }, 27),
    },
    { head: 'Audit', width: 9, cell: where((moment) => [pad(auditShown(one(moment)?.audit), 9)], 9) },
    { head: 'Actions', width: 8, cell: where((moment) => [pad(actionsShown(one(moment)?.actions), 8)], 8) },
  ];
}

function standingOf({ standing }: Moment, strand: string): StrandStanding | undefined {
  return standing?.strands.find((each) => each.strand === strand);
}

function letter({ programme }: Moment, rolled: Rolled | null | undefined): Cell {
  if (programme === null || !rolled) return [run(' ?  ', 'warn')];
  return [...rollUpLetter(programme, rolled), ' '];
}

function auditShown(audit: AuditCount | null | undefined): string {
  return audit ? ofAll(audit.judged, audit.statements) : '?';
}

function actionsShown(actions: ActionCount | null | undefined): string {
  return actions ? ofAll(actions.complete, actions.open + actions.complete) : '?';
}

function ofAll(count: number | null, all: number): string {
  return count === null ? '?' : `${count}/${all}`;
}
