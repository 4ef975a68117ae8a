import { AlignmentType, Bookmark, type FileChild, type ILevelsOptions, ImageRun, LevelFormat, Paragraph } from 'docx';
import type { WordBlock, WordList, WordParagraph, WordPicture } from '../../model/word-document.ts';
import { fitted, pictureSize } from './picture-size.ts';
import { placeName, runsOf } from './runs.ts';
import { ACCENT, STYLE_OF, twips } from './styles.ts';
import { tableOf } from './tables.ts';
import { beginsAtRight, soundText } from './text.ts';

/** Where blocks stand, and how that makes them look. */
export interface Setting {
  /** From the left, in twentieths of a point. */
  readonly left: number;
  /** How many lists they are in. */
  readonly depth: number;
  /** In a table, the style of plain paragraphs; null outside. */
  readonly plain: string | null;
  /** The colour of lettering, `#rrggbb`; null leaves it to the style. */
  readonly ink: string | null;
}

/** The lists of a document, in the order in which they begin. */
export type Lists = { readonly reference: string; readonly levels: readonly ILevelsOptions[] }[];

/** Blocks as the library has them. */
export function blocksOf(blocks: readonly WordBlock[], setting: Setting, lists: Lists): readonly FileChild[] {
  return blocks.flatMap((block): readonly FileChild[] => {
    if (block.kind === 'paragraph') return [paragraphOf(block, setting)];
    if (block.kind === 'list') return listOf(block, setting, lists);
    if (block.kind === 'table') return [tableOf(block, (inside, its) => blocksOf(inside, its, lists))];
    return pictureOf(block);
  });
}

type Marked = { readonly reference: string; readonly level: number; readonly hanging: number };

function paragraphOf(
  { style, runs, place, withNext, newPage, above }: WordParagraph,
  { left, plain, ink }: Setting,
  marked?: Marked,
): Paragraph {
  const children = runsOf(runs, ink);
  const from = left + (style === 'quote' ? twips(QUOTED) : 0);
  const own = plain !== null && style === 'body' ? plain : STYLE_OF[style];
  return new Paragraph({
    style: own,
    ...(beginsAtRight(runs.map(({ text }) => text).join('')) ? { bidirectional: true } : {}),
    ...(from > 0 ? { indent: { left: from, ...(marked === undefined ? {} : { hanging: marked.hanging }) } } : {}),
    ...(marked === undefined ? {} : { numbering: { reference: marked.reference, level: marked.level, instance: 0 } }),
    ...(withNext === true ? { keepNext: true } : {}),
    ...(newPage === true ? { pageBreakBefore: true } : {}),
    ...(above === undefined ? {} : { spacing: { before: twips(above) } }),
    children: place === undefined ? children : [new Bookmark({ id: placeName(place), children })],
  });
}

/** How far a quotation is set in, in millimetres. */
const QUOTED = 5;
/** How far an item's text stands from its mark, in millimetres. */
const STEPS: { readonly [marker in WordList['marker']]: number } = { bullet: 5, number: 6, claim: 9 };
/** As many levels as Word has. */
const DEEPEST = 8;
/** No text can be taken for a name that begins so: such a character is let into none. */
const NAME = '\uffff';

/** Every list that counts is one of its own, so that none counts on from another. */
function listOf({ marker, start, items }: WordList, setting: Setting, lists: Lists): readonly FileChild[] {
  const level = Math.min(setting.depth, DEEPEST);
  const hanging = twips(STEPS[marker]);
  const reference = `${NAME}${marker === 'bullet' ? `${marker}${level}` : lists.length}`;
  if (!lists.some((list) => list.reference === reference))
    lists.push({ reference, levels: [{ level, ...MARKS[marker](level, start), alignment: AlignmentType.LEFT }] });
  const inside = { ...setting, left: setting.left + hanging, depth: setting.depth + 1 };
  return items.flatMap((blocks) => {
    const [first, ...rest] = blocks;
    const head: WordParagraph = first?.kind === 'paragraph' ? first : { kind: 'paragraph', style: 'body', runs: [] };
    return [
      paragraphOf(head, inside, { reference, level, hanging }),
      ...blocksOf(first?.kind === 'paragraph' ? rest : blocks, inside, lists),
    ];
  });
}

type Mark = Pick<ILevelsOptions, 'format' | 'text' | 'start' | 'style'>;
const MARKS: { readonly [marker in WordList['marker']]: (level: number, start: number) => Mark } = {
  bullet: (level) => ({ format: LevelFormat.BULLET, text: level % 2 === 0 ? '•' : '–' }),
  number: (level, start) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start }),
  claim: (level, start) => ({
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}`,
    start,
    style: { run: { size: 28, bold: true, color: ACCENT } },
  }),
};

/** In pixels, of which Word counts 96 to the inch. */
function pixels(millimetres: number): number {
  return (millimetres * 96) / 25.4;
}

/** A picture in a line of its own; nothing where it does not say how large it is. */
function pictureOf({ type, bytes, description, widest, highest }: WordPicture): readonly Paragraph[] {
  const size = pictureSize(type, bytes);
  if (size === null) return [];
  const alt = soundText(description);
  const picture = new ImageRun({
    type,
    data: bytes,
    transformation: fitted(size, { width: pixels(widest), height: pixels(highest) }),
    altText: { id: '1', name: 'Logo', description: alt },
  });
  return [
    new Paragraph({ alignment: AlignmentType.RIGHT, keepNext: true, spacing: { after: 120 }, children: [picture] }),
  ];
}
