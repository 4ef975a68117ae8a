import type { WordBlock } from '../../../model/word-document.ts';
import { typeset } from '../../html/markdown.ts';
import type { ActionShown } from '../../summary/actions.ts';
import { evidenceLinks, line, paragraph, prose, unwritten } from '../pieces.ts';

/** Each action, where it began, what changed and what difference that made. */
export function actionsSection(actions: readonly ActionShown[]): readonly WordBlock[] {
  return [
    paragraph('heading-1', { text: 'What we did' }),
    ...(actions.length === 0 ? [paragraph('body', unwritten('No actions named yet'))] : actions.flatMap(actionBlocks)),
  ];
}

function actionBlocks({
  anchor,
  title,
  about,
  baseline,
  outcome,
  impact,
  evidence,
}: ActionShown): readonly WordBlock[] {
  return [
    { ...paragraph('heading-2', line(title)), place: anchor },
    paragraph('note', { text: about.map(typeset).join(' · ') }),
    paragraph('heading-3', { text: 'Where we began' }),
    ...prose(baseline),
    paragraph('heading-3', { text: 'What changed' }),
    ...prose(outcome),
    paragraph('heading-3', { text: 'What difference it made' }),
    ...prose(impact),
    ...(evidence.length === 0 ? [] : [paragraph('note', { text: 'Evidence: ' }, ...evidenceLinks(evidence))]),
  ];
}
