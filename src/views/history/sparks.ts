import type { Rolled } from '../../facts/history.ts';
import { type Line, run } from '../../model/block.ts';
import { type Programme, ratingShown } from '../../model/programme.ts';
import { cut, inLines, pad, widthOf, wrap } from '../../model/width.ts';
import type { HistoryView, Moment } from '../history.ts';
import type { Column } from './columns.ts';

const BLOCKS = '▁▂▃▄▅▆▇█';
const MISSING = '·';
const UNTOLD = '?';
/** For what `R → A` takes. */
const CHANGE = 10;
/** The least room for the signs. */
const LEAST = 12;

/** For each strand its roll-ups in a row, higher for better, and the key to the signs. */
export function sparkLines({ moments }: HistoryView, columns: readonly Column[], width: number): readonly Line[] {
  const programme = moments.findLast((moment) => moment.programme !== null)?.programme;
  if (!programme) return [];
  const short = Math.max(...columns.map((column) => widthOf(column.short))) + 2;
  const widest = Math.max(...columns.map((column) => widthOf(column.title))) + 2;
  const title = Math.min(widest, 24, width - short - CHANGE - LEAST);
  const room = width - short - title - CHANGE;
  const shown = sampled(moments, room);
  const rows = columns.map(({ strand }) => shown.map((moment) => signOf(moment, gridOf(moment, strand))).join(''));
  const isSampled = shown.length < moments.length;
  return [
    ...columns.map(
      ({ strand, title: words, short: name }, index): Line => [
        run(pad(name, short), 'dim'),
        pad(cut(words, title - 1), title),
        rows[index] ?? '',
        run(`  ${changeOf(moments, strand)}`, 'dim'),
      ],
    ),
    ...keyOf(programme, rows.join(''), { isSampled, width }).map((line): Line => [run(line, 'dim')]),
  ];
}

/** At most so many moments, evenly spread; the latest is always there. */
function sampled(moments: readonly Moment[], most: number): readonly Moment[] {
  if (moments.length <= most) return moments;
  return Array.from(
    { length: most },
    (_, index) => moments[Math.ceil(((index + 1) * moments.length) / most) - 1] as Moment,
  );
}

/** What a strand's roll-up is at a moment; undefined where the programme had no such strand, null where it can't be told. */
function gridOf({ programme, standing, folder }: Moment, strand: string): Rolled | null | undefined {
  if (folder === null) return undefined;
  if (programme === null || standing === null) return null;
  return standing.strands.find((each) => each.strand === strand)?.grid;
}

function signOf({ programme }: Moment, rolled: Rolled | null | undefined): string {
  if (rolled === undefined) return ' ';
  if (rolled === null || programme === null) return UNTOLD;
  if (rolled.rating === null) return MISSING;
  const rank = programme.ranks.get(rolled.rating);
  return rank === undefined ? programme.file.notApplicable.letter : block(rank, programme.ranks.size);
}

/** The lowest block for the worst rating of a scale, the highest for the best. */
function block(rank: number, ranks: number): string {
  return BLOCKS[Math.round((rank * (BLOCKS.length - 1)) / Math.max(1, ranks - 1))] ?? MISSING;
}

/** The first letter that a strand had and the latest: `R → A`, or `A` where they are the same. */
function changeOf(moments: readonly Moment[], strand: string): string {
  const letters = moments.flatMap((moment) => {
    const rating = gridOf(moment, strand)?.rating;
    return rating && moment.programme ? (ratingShown(moment.programme, rating)?.letter ?? []) : [];
  });
  const [first] = letters;
  const last = letters.at(-1);
  return first === undefined || last === undefined ? '' : first === last ? first : `${first} → ${last}`;
}

function keyOf(
  { file, ranks }: Programme,
  signs: string,
  { isSampled, width }: { readonly isSampled: boolean; readonly width: number },
): readonly string[] {
  const scale = file.scale.map(({ id, title }) => `${block(ranks.get(id) ?? 0, ranks.size)} ${title.toLowerCase()}`);
  const others = [
    [file.notApplicable.letter, file.notApplicable.title.toLowerCase()],
    [MISSING, 'not all judged yet'],
    [UNTOLD, 'can’t be told'],
  ].filter(([sign = '']) => signs.includes(sign));
  const key = [...scale, ...others.map((pair) => pair.join(' '))];
  const sampled = isSampled ? wrap('There are more rows than signs: every so many has one.', width) : [];
  return [...inLines(key, '   ', width), ...sampled];
}
