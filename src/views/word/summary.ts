import type { WordBlock, WordDocument } from '../../model/word-document.ts';
import type { SummaryView } from '../summary.ts';
import { type WordMarks, wordFrame } from './frame.ts';
import { line, paragraph, proseSection } from './pieces.ts';
import { actionsSection } from './summary/actions.ts';
import { claimsSection } from './summary/claims.ts';
import { evidenceSection } from './summary/evidence.ts';
import { glanceSection } from './summary/glance.ts';
import { gridSection } from './summary/grid.ts';
import { judgementsSection } from './summary/judgements.ts';
import { requirementsSection } from './summary/requirements.ts';
import { signaturesSection } from './summary/signatures.ts';

/** An Accreditation Summary as a document for Word, with what the HTML has and in its order. */
export function summaryDocument(view: SummaryView, marks: WordMarks): WordDocument {
  return wordFrame(view, marks, [
    ...masthead(view, marks),
    ...glanceSection(view),
    ...proseSection('What we set out to do', view.goals),
    ...gridSection(view.grid),
    ...actionsSection(view.actions),
    ...claimsSection(view.claims),
    ...proseSection('What pupils say', view.pupilVoice),
    ...proseSection('How it will last', view.embedding),
    ...proseSection('What comes next', view.next),
    ...requirementsSection(view.requirements),
    ...evidenceSection(view.evidence),
    ...signaturesSection(view),
    ...judgementsSection(view.judgements, view.grid),
  ]);
}

function masthead(
  { draft, cover, programme, school, strand, facts }: SummaryView,
  { logo }: WordMarks,
): readonly WordBlock[] {
  return [
    ...(draft
      ? [
          paragraph(
            'stamp',
            { text: 'DRAFT', bold: true },
            { text: ' — the badge can’t be claimed on this summary yet.' },
          ),
        ]
      : []),
    ...(logo === null ? [] : [pictureOf(logo, school)]),
    paragraph('overline', line(programme)),
    {
      ...paragraph('title', { text: 'Accreditation Summary\n', look: 'kind' }, line(strand)),
      ...(cover ? { above: 70 } : {}),
    },
    ...(school === '' ? [] : [paragraph('subtitle', line(school))]),
    ...facts.map(({ label, value }) =>
      paragraph('fact', { text: `${label}\t`, look: 'quiet' }, line(value, { bold: true })),
    ),
  ];
}

function pictureOf({ type, bytes }: NonNullable<WordMarks['logo']>, description: string): WordBlock {
  return {
    kind: 'picture',
    type: type === 'image/png' ? 'png' : 'jpg',
    bytes,
    description,
    widest: 50,
    highest: 22,
  };
}
