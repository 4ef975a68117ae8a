import type { WordBlock } from '../../../model/word-document.ts';
import type { SummaryView } from '../../summary.ts';
import { cell, headers, line, paragraph } from '../pieces.ts';

/** Who signed and when, and room for a pen where a signature is still needed. */
export function signaturesSection({
  signatures,
  blanks,
}: Pick<SummaryView, 'signatures' | 'blanks'>): readonly WordBlock[] {
  return [
    paragraph('heading-1', { text: 'Signatures' }),
    {
      kind: 'table',
      widths: [65, 65, 40],
      header: headers('Signature', 'Name and role', 'Date'),
      rows: [
        ...signatures.map(({ by, on }) => ({
          cells: [cell({ text: 'Signed' }), cell(line(by, { bold: true })), cell({ text: on })],
        })),
        ...blanks.map(() => ({ cells: [cell(), cell(), cell()], height: 13 })),
      ],
      hasRowHeaders: false,
    },
  ];
}
