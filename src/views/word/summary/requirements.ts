import type { WordBlock } from '../../../model/word-document.ts';
import type { RequirementShown, RequirementsShown } from '../../summary/requirements.ts';
import { cell, headers, line, paragraph } from '../pieces.ts';

/** What the badge asks for and what was found. */
export function requirementsSection({ on, rows }: RequirementsShown): readonly WordBlock[] {
  return [
    paragraph('heading-1', { text: 'What the badge asks for' }),
    paragraph('caption', { text: `The programme’s requirements, as found on ${on}.` }),
    {
      kind: 'table',
      widths: [47, 28, 95],
      header: headers('Requirement', 'Answer', 'Why'),
      rows: rows.map(({ title, advised, outcome, word, message }) => ({
        cells: [
          cell({ text: title, bold: true }, ...(advised ? [{ text: ' advised', look: 'quiet' } as const] : [])),
          cell({ text: `${MARKS[outcome]} `, bold: true, look: 'accent' }, { text: word, bold: outcome !== 'met' }),
          cell(line(message)),
        ],
      })),
      hasRowHeaders: true,
    },
  ];
}

const MARKS: { readonly [outcome in RequirementShown['outcome']]: string } = { met: '✓', unmet: '✗', unknown: '?' };
