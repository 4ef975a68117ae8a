import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { PAGE_WIDTH, type WordDocument } from '../model/word-document.ts';
import type { WordWriter } from '../world.ts';
import { createdAt } from './created-at.ts';
import { blocksOf, type Lists } from './word/blocks.ts';
import { FONT_TABLE } from './word/font-table.ts';
import { runsOf } from './word/runs.ts';
import { sameBytes } from './word/same-bytes.ts';
import { ACCENT, STYLES, TYPEFACE, twips } from './word/styles.ts';
import { soundText } from './word/text.ts';

/**
 * What writes documents for Word: the same bytes for the same document.
 * @param env the environment: SOURCE_DATE_EPOCH
 */
export function wordWriter(env: { readonly [name: string]: string | undefined }): WordWriter {
  return {
    write: async (document, on) => {
      const packed = await Packer.pack(fileOf(document), 'uint8array', undefined, [
        { path: 'word/fontTable.xml', data: FONT_TABLE },
      ]);
      return sameBytes(packed, createdAt(env, on));
    },
  };
}

/** A4, in millimetres; the margins are those of the PDF. */
const PAGE = { width: 210, height: 297, top: 17, bottom: 22, header: 8, footer: 10 };

function fileOf({ title, author, description, stamp, foot, blocks }: WordDocument): Document {
  const lists: Lists = [];
  const children = blocksOf(blocks, { left: 0, depth: 0, plain: null, ink: null }, lists);
  const side = twips((PAGE.width - PAGE_WIDTH) / 2);
  return new Document({
    title: soundText(title),
    creator: soundText(author),
    lastModifiedBy: 'lem',
    description: soundText(description),
    styles: STYLES,
    numbering: { config: lists },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              top: twips(PAGE.top),
              bottom: twips(PAGE.bottom),
              left: side,
              right: side,
              header: twips(PAGE.header),
              footer: twips(PAGE.footer),
            },
          },
        },
        ...(stamp === null ? {} : { headers: { default: headerOf(stamp) } }),
        footers: { default: footerOf(foot) },
        children,
      },
    ],
  });
}

/** The stamp in words at the head of each page, and faintly across it. */
function headerOf(stamp: string): Header {
  const across = new TextWatermark({
    text: stamp,
    font: TYPEFACE,
    bold: true,
    color: `#${ACCENT}`,
    opacity: 0.08,
    width: 430,
  });
  return new Header({
    children: [
      new Paragraph({ style: 'Header', alignment: AlignmentType.RIGHT, children: [new TextRun(stamp), across] }),
    ],
  });
}

function footerOf(foot: string): Footer {
  const numbers = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: twips(PAGE_WIDTH) }],
        children: [...runsOf([{ text: foot }], null), new TextRun({ children: [new Tab(), ...numbers] })],
      }),
    ],
  });
}
