import type { WordBlock, WordRow } from '../../../model/word-document.ts';
import type { ElementJudged, StatementJudged } from '../../summary/judgements.ts';
import { markdownBlocks } from '../markdown.ts';
import { cell, headers, line, paragraph, ratingRuns, unwritten } from '../pieces.ts';

/** Every statement in the programme’s own words, beside how the school’s audit judged it. */
export function judgementsSection(
  judgements: readonly ElementJudged[],
  { before, year }: { readonly before: string | null; readonly year: string },
): readonly WordBlock[] {
  const heading = paragraph('heading-1', { text: 'What the ratings rest on' });
  if (judgements.length === 0) return [heading, paragraph('body', unwritten('There is no audit yet'))];
  const was = before === null ? [] : [before];
  const widths = was.length === 0 ? [70, 28, 72] : [56, 27, 27, 60];
  return [
    heading,
    paragraph('caption', {
      text: 'Every statement of the programme that concerns this strand, as the school’s audit judged it.',
    }),
    {
      kind: 'table',
      widths,
      header: headers('Statement', ...was, year, 'Why'),
      rows: judgements.flatMap(({ element, statements }): readonly WordRow[] => [
        { cells: [{ blocks: [paragraph('group', line(element))], tinted: true, span: widths.length }] },
        ...statements.map((statement) => rowOf(statement, was.length > 0)),
      ]),
      hasRowHeaders: true,
    },
  ];
}

function rowOf({ text, before, now, because }: StatementJudged, hasBefore: boolean): WordRow {
  return {
    cells: [
      cell(line(text)),
      ...(hasBefore ? [cell(...ratingRuns(before, 'Not judged'))] : []),
      cell(...ratingRuns(now, 'Not judged')),
      { blocks: because === null ? [] : markdownBlocks(because) },
    ],
  };
}
