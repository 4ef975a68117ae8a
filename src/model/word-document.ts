import type { Pattern } from './pattern.ts';

/** What there is between the margins of a page, in millimetres. */
export const PAGE_WIDTH = 170;

/** A document for Word, in what a reader meets and in nothing of any library. Its texts may hold any character. */
export interface WordDocument {
  readonly title: string;
  /** Whose it is. */
  readonly author: string;
  /** What it was made from, for whoever looks at its properties. */
  readonly description: string;
  /** What stands at the head of every page, and large across it; null where nothing does. */
  readonly stamp: string | null;
  /** What stands at the foot of every page, beside its number. */
  readonly foot: string;
  readonly blocks: readonly WordBlock[];
}

export type WordBlock = WordParagraph | WordList | WordTable | WordPicture;

export interface WordParagraph {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly runs: readonly WordRun[];
  /** The name of this place, for links to it. */
  readonly place?: string;
  /** Whether it stays on the page of what follows. */
  readonly withNext?: boolean;
  /** Whether it begins a page. */
  readonly newPage?: boolean;
  /** Room above it, in millimetres, where its style leaves too little. */
  readonly above?: number;
}

/** What a paragraph is: Word shows it so, lists headings in its navigation pane, and reads them out as such. */
export type ParagraphStyle =
  | 'title'
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  /** What the document belongs to, above its title. */
  | 'overline'
  | 'subtitle'
  /** A label and a value, with a tab between. */
  | 'fact'
  | 'body'
  | 'quote'
  /** A rating and, after a tab, what it means. */
  | 'key'
  /** What is said of the thing before it. */
  | 'note'
  /** Above a table. */
  | 'caption'
  /** In a table, what the rows below it have in common. */
  | 'group'
  /** A warning before all else. */
  | 'stamp'
  /** A number that stands out. */
  | 'figure'
  | 'colophon';

/** A stretch of text that looks the same throughout; a tab or a line break in it is one. */
export interface WordRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly look?: RunLook;
  /** What it stands on, `#rrggbb`: its lettering is black or white, whichever reads better. */
  readonly fill?: string;
  /** What is drawn over that colour, in black or white; for a run of spaces, as letters on it would be hard to read. */
  readonly pattern?: Pattern;
  /** Where it leads: an address of the web or of mail. Any other is left out. */
  readonly link?: string;
  /** The place in this document that it leads to. */
  readonly to?: string;
}

/** How a run differs from those about it. `kind` stands before a name in a title. */
export type RunLook = 'kind' | 'quiet' | 'accent' | 'code' | 'small';

export interface WordList {
  readonly kind: 'list';
  /** `claim` is numbered, in figures that stand out. */
  readonly marker: 'bullet' | 'number' | 'claim';
  /** The first number. */
  readonly start: number;
  readonly items: readonly (readonly WordBlock[])[];
}

/** A table with a header row, which is repeated on every page; its other rows are kept whole. */
export interface WordTable {
  readonly kind: 'table';
  /** The columns' widths, in millimetres. */
  readonly widths: readonly number[];
  readonly header: readonly WordCell[];
  readonly rows: readonly WordRow[];
  /** Whether the first column says what each row is of. */
  readonly hasRowHeaders: boolean;
}

export interface WordRow {
  readonly cells: readonly WordCell[];
  /** At least, in millimetres: room for a pen. */
  readonly height?: number;
}

export interface WordCell {
  readonly blocks: readonly WordBlock[];
  /** What it stands on, `#rrggbb`: its lettering is black or white, whichever reads better. */
  readonly fill?: string;
  /** Whether it stands on the paper of what is set apart. */
  readonly tinted?: boolean;
  /** How many columns it goes across, where it is not one. */
  readonly span?: number;
}

export interface WordPicture {
  readonly kind: 'picture';
  readonly type: 'png' | 'jpg';
  readonly bytes: Uint8Array;
  /** What it shows, for those who can't see it. */
  readonly description: string;
  /** The room there is for it, in millimetres. */
  readonly widest: number;
  readonly highest: number;
}
