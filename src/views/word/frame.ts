import type { WordBlock, WordDocument } from '../../model/word-document.ts';
import { typeset } from '../html/markdown.ts';
import { paragraph } from './pieces.ts';

/** How a document is marked besides what its view holds. */
export interface WordMarks {
  /** The SHA-256 of what is shown, in hexadecimal digits: the same as that of the HTML and the PDF. */
  readonly digest: string;
  readonly logo: { readonly type: string; readonly bytes: Uint8Array } | null;
}

/** How many digits of a digest are printed: as many as in the foot of the PDF. */
const SHORT = 16;

/** What every document has about its blocks: its properties, the foot of each page, and DRAFT where it is one. */
export function wordFrame(
  view: {
    readonly title: string;
    readonly school: string;
    readonly programme: string;
    readonly foot: readonly string[];
    readonly draft: boolean;
  },
  { digest }: WordMarks,
  blocks: readonly WordBlock[],
): WordDocument {
  const content = `sha256-${digest}`;
  return {
    title: typeset(view.title),
    author: typeset(view.school === '' ? view.programme : view.school),
    description: `Content ${content}`,
    stamp: view.draft ? 'DRAFT' : null,
    foot: [...view.foot.map(typeset), `content ${digest.slice(0, SHORT)}`].join(' · '),
    blocks: [...blocks, paragraph('colophon', { text: 'Content ' }, { text: content, look: 'code' })],
  };
}
