import type { WordBlock, WordCell } from '../../../model/word-document.ts';
import type { GridRow, GridShown } from '../../summary/grid.ts';
import { markdownBlocks } from '../markdown.ts';
import { cell, headers, line, paragraph, ratingRuns } from '../pieces.ts';

/** The strand’s column of the grid, beside that of the year before where there is one. */
export function gridSection({ rows, scale, before, year }: GridShown): readonly WordBlock[] {
  const was = before === null ? [] : [before];
  const thenAndNow = before === null ? '' : ', then and now';
  return [
    paragraph('heading-1', { text: 'Where we stand' }),
    ...scaleBlocks(scale),
    paragraph('caption', {
      text: `This strand’s column of the summary grid${thenAndNow}. In italics: the programme’s own words for the rating.`,
    }),
    {
      kind: 'table',
      widths: [45, ...was.map(() => 29), 29, was.length === 0 ? 96 : 67],
      header: headers('Element', ...was, year, 'What the rating means, and why'),
      rows: rows.map((row) => ({
        cells: [
          cell(line(row.element, { bold: true })),
          ...was.map(() => cell(...ratingRuns(row.before, 'Not rated'))),
          cell(...ratingRuns(row.now, 'Not rated')),
          whyCell(row),
        ],
      })),
      hasRowHeaders: true,
    },
  ];
}

/** What each rating means, where the programme says so. */
function scaleBlocks(scale: GridShown['scale']): readonly WordBlock[] {
  return scale.map((rating) =>
    paragraph(
      'key',
      ...ratingRuns(rating, ''),
      ...(rating.means === null ? [] : [{ text: '\t' }, line(rating.means, { look: 'quiet' })]),
    ),
  );
}

function whyCell({ because, descriptor }: GridRow): WordCell {
  return {
    blocks: [
      ...(descriptor === null ? [] : [paragraph('body', line(descriptor, { italic: true }))]),
      ...(because === null ? [] : markdownBlocks(because)),
    ],
  };
}
