import type { WordBlock } from '../../../model/word-document.ts';
import type { ClaimShown } from '../../summary/evidence.ts';
import { markdownBlocks } from '../markdown.ts';
import { evidenceLinks, paragraph, unwritten } from '../pieces.ts';

/** The claims, numbered, each with links to the evidence items that it rests on. */
export function claimsSection(claims: readonly ClaimShown[]): readonly WordBlock[] {
  return [
    paragraph('heading-1', { text: 'What we claim' }),
    claims.length === 0
      ? paragraph('body', unwritten('Not written yet'))
      : { kind: 'list', marker: 'claim', start: 1, items: claims.map(claimBlocks) },
  ];
}

function claimBlocks({ anchor, claim, evidence }: ClaimShown): readonly WordBlock[] {
  const [first, ...rest] = markdownBlocks(claim);
  const isText = first?.kind === 'paragraph';
  const blocks = [
    { ...(isText ? first : paragraph('body')), place: anchor },
    ...(isText || first === undefined ? rest : [first, ...rest]),
  ];
  return [
    ...blocks.map((block) => (block.kind === 'paragraph' ? { ...block, withNext: true } : block)),
    paragraph('note', ...(evidence.length === 0 ? [unwritten('No evidence named yet')] : evidenceLinks(evidence))),
  ];
}
