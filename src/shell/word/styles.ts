import { AlignmentType, BorderStyle, type IStylesOptions, LineRuleType } from 'docx';
import type { ParagraphStyle, RunLook } from '../../model/word-document.ts';

/** The colours and the typeface of lem's pages; see templates/reports/base.css. */
export const ACCENT = '5A2A4F';
const TEXT = '241D22';
const QUIET = '6B6068';
export const TINT = 'F8F4EE';
export const LINE = 'DBD1C8';
export const TYPEFACE = 'Atkinson Hyperlegible Next';
/** For writing that the typeface has no letters for, and that Word asks another for by itself. */
const OTHER_SCRIPTS = 'Arial';

/** In twentieths of a point, which is how Word measures. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** The style that each kind of paragraph has. Word knows those of its own names, and what they are for. */
export const STYLE_OF: { readonly [style in ParagraphStyle]: string } = {
  title: 'Title',
  'heading-1': 'Heading1',
  'heading-2': 'Heading2',
  'heading-3': 'Heading3',
  overline: 'Overline',
  subtitle: 'Subtitle',
  fact: 'Fact',
  body: 'BodyText',
  quote: 'Quote',
  key: 'Key',
  note: 'Note',
  caption: 'Caption',
  group: 'TableGroup',
  stamp: 'Stamp',
  figure: 'Figure',
  colophon: 'Colophon',
};

/** The style of a run that looks otherwise than those about it. */
export const LOOK_OF: { readonly [look in RunLook]: string } = {
  kind: 'Kind',
  quiet: 'Quiet',
  accent: 'Accent',
  code: 'Code',
  small: 'Small',
};

const base = { basedOn: 'Normal', quickFormat: true } as const;
const heading = { ...base, next: 'BodyText' } as const;
const line = (percent: number) => ({ line: Math.round(percent * 2.4), lineRule: LineRuleType.AUTO });

/** A size in points, as Word counts it: in halves. */
const points = (size: number) => Math.round(size * 2);

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: { ascii: TYPEFACE, hAnsi: TYPEFACE, eastAsia: TYPEFACE, cs: OTHER_SCRIPTS },
        size: points(10.5),
        color: TEXT,
        language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { before: 0, after: 0, ...line(125) } },
    },
    title: {
      ...heading,
      run: { size: points(27), bold: true, color: ACCENT },
      paragraph: { spacing: { before: 0, after: 80, ...line(100) }, keepNext: true },
    },
    heading1: {
      ...heading,
      run: { size: points(13), bold: true, color: ACCENT },
      paragraph: { spacing: { before: 400, after: 100, ...line(110) }, keepNext: true, keepLines: true },
    },
    heading2: {
      ...heading,
      run: { size: points(11), bold: true, color: TEXT },
      paragraph: { spacing: { before: 260, after: 20, ...line(110) }, keepNext: true, keepLines: true },
    },
    heading3: {
      ...heading,
      run: { size: points(9), bold: true, color: QUIET },
      paragraph: { spacing: { before: 120, after: 20, ...line(110) }, keepNext: true, keepLines: true },
    },
    hyperlink: { run: { color: ACCENT, underline: { type: 'single', color: ACCENT } } },
  },
  paragraphStyles: [
    { id: 'Normal', name: 'Normal', quickFormat: true },
    { ...base, id: 'BodyText', name: 'Body Text', paragraph: { spacing: { after: 120, ...line(125) } } },
    {
      ...base,
      id: 'Overline',
      name: 'Programme',
      run: { size: points(8.5), bold: true, color: ACCENT, allCaps: true, characterSpacing: 16 },
      paragraph: {
        border: { top: { style: BorderStyle.SINGLE, size: 48, color: ACCENT, space: 12 } },
        spacing: { after: 280 },
        keepNext: true,
      },
    },
    {
      ...base,
      id: 'Subtitle',
      name: 'Subtitle',
      run: { size: points(13) },
      paragraph: { spacing: { after: 200 } },
    },
    {
      ...base,
      id: 'Fact',
      name: 'Fact',
      run: { size: points(9) },
      paragraph: {
        spacing: { after: 20 },
        indent: { left: twips(28), hanging: twips(28) },
      },
    },
    {
      ...base,
      id: 'Quote',
      name: 'Quote',
      paragraph: {
        spacing: { after: 120, ...line(125) },
        border: { left: { style: BorderStyle.SINGLE, size: 12, color: LINE, space: 8 } },
      },
    },
    {
      ...base,
      id: 'Note',
      name: 'Note',
      run: { size: points(8.5), color: QUIET },
      paragraph: { spacing: { after: 120, ...line(115) } },
    },
    {
      ...base,
      id: 'Caption',
      name: 'caption',
      run: { size: points(8.5), color: QUIET },
      paragraph: { spacing: { before: 120, after: 80, ...line(115) }, keepNext: true },
    },
    {
      ...base,
      id: 'Stamp',
      name: 'Draft',
      run: { size: points(10.5), color: ACCENT },
      paragraph: { spacing: { after: 200 }, alignment: AlignmentType.LEFT },
    },
    { ...base, id: 'Figure', name: 'Figure', run: { size: points(17), bold: true, color: ACCENT } },
    {
      ...base,
      id: 'Colophon',
      name: 'Content',
      run: { size: points(7.5), color: QUIET },
      paragraph: { spacing: { before: 480 } },
    },
    {
      ...base,
      id: 'TableText',
      name: 'Table Text',
      run: { size: points(9) },
      paragraph: { spacing: { ...line(112) } },
    },
    {
      ...base,
      id: 'TableHeading',
      name: 'Table Heading',
      run: { size: points(8.5), bold: true, color: QUIET },
      paragraph: { spacing: { ...line(110) }, keepNext: true },
    },
    {
      ...base,
      id: 'TableGroup',
      name: 'Table Group',
      run: { size: points(9), bold: true, color: ACCENT },
      paragraph: { spacing: { ...line(112) }, keepNext: true },
    },
    {
      ...base,
      id: 'Key',
      name: 'Key',
      run: { size: points(8.5) },
      paragraph: { spacing: { after: 40, ...line(115) }, indent: { left: twips(33), hanging: twips(33) } },
    },
    { ...base, id: 'Header', name: 'header', run: { size: points(8.5), bold: true, color: ACCENT } },
    { ...base, id: 'Footer', name: 'footer', run: { size: points(7.5), color: QUIET } },
  ],
  characterStyles: [
    { id: 'Kind', name: 'Kind', run: { size: points(13), bold: false, color: QUIET } },
    { id: 'Quiet', name: 'Quiet', run: { color: QUIET } },
    { id: 'Accent', name: 'Accent', run: { color: ACCENT } },
    { id: 'Code', name: 'Code', run: { font: 'Consolas', size: points(8), color: QUIET, noProof: true } },
    { id: 'Small', name: 'Small', run: { size: points(9.5), bold: false, color: QUIET } },
  ],
};
