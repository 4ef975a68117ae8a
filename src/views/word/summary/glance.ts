import { PAGE_WIDTH, type WordBlock, type WordTable } from '../../../model/word-document.ts';
import type { SummaryView } from '../../summary.ts';
import { cell, line, paragraph, patternRun } from '../pieces.ts';

/** The spread of the strand's ratings, and the numbers that stand out. */
export function glanceSection({ cover, grid, figures }: SummaryView): readonly WordBlock[] {
  return [
    { ...paragraph('heading-1', { text: 'At a glance' }), newPage: cover },
    paragraph('caption', { text: spreadWords(grid) }),
    ...(grid.spread.length === 0 ? [] : [spreadTable(grid)]),
    paragraph('caption', { text: 'What this summary rests on' }),
    {
      kind: 'table',
      widths: figures.map(() => PAGE_WIDTH / figures.length),
      header: figures.map(({ label }) => ({ ...cell({ text: sentence(label) }), tinted: true })),
      rows: [
        {
          cells: figures.map(({ value, of }) => ({
            blocks: [
              paragraph(
                'figure',
                { text: value },
                ...(of === null ? [] : [{ text: ` ${of}`, look: 'small' } as const]),
              ),
            ],
            tinted: true,
          })),
        },
      ],
      hasRowHeaders: false,
    },
  ];
}

type Grid = SummaryView['grid'];

function spreadWords({ spread, total, year, before, raised, fallen, missing }: Grid): string {
  if (spread.length === 0) return `No ratings in the grid of ${year} yet`;
  return [
    `${total} elements in the grid of ${year}`,
    ...(raised > 0 ? [`${raised} higher than in ${before}`] : []),
    ...(fallen > 0 ? [`${fallen} lower`] : []),
    ...(missing > 0 ? [`${missing} not yet rated`] : []),
  ].join(', ');
}

/** As wide as there are elements with each rating, and no narrower than its name needs. */
function spreadTable({ spread }: Grid): WordTable {
  const sum = spread.reduce((all, { count }) => all + count, 0);
  const least = Math.min(28, PAGE_WIDTH / spread.length);
  const free = PAGE_WIDTH - least * spread.length;
  return {
    kind: 'table',
    widths: spread.map(({ count }) => least + (free * count) / sum),
    header: spread.map((rating) => ({
      ...cell(patternRun(rating), { text: `\u00a0${rating.letter}\u00a0\u00a0`, bold: true }, line(rating.title)),
      fill: rating.colour,
    })),
    rows: [
      { cells: spread.map(({ count }) => ({ blocks: [paragraph('figure', { text: String(count) })], tinted: true })) },
    ],
    hasRowHeaders: false,
  };
}

function sentence(label: string): string {
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}
