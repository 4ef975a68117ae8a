import {
  BorderStyle,
  type FileChild,
  HeightRule,
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { inkOn } from '../../model/ink.ts';
import type { WordBlock, WordCell, WordTable } from '../../model/word-document.ts';
import type { Setting } from './blocks.ts';
import { ACCENT, LINE, TINT, twips } from './styles.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** What makes blocks of what stands in a cell. */
type Inside = (blocks: readonly WordBlock[], setting: Setting) => readonly FileChild[];

/** A table: its header row is repeated on every page, and no row is broken in two. */
export function tableOf({ widths, header, rows, hasRowHeaders }: WordTable, inside: Inside): Table {
  const columns = widths.map(twips);
  const cells = (given: readonly WordCell[], plain: string): readonly TableCell[] => {
    let column = 0;
    return given.map((cell) => {
      const width = sum(columns.slice(column, column + (cell.span ?? 1)));
      column += cell.span ?? 1;
      return cellOf(cell, width, plain, inside);
    });
  };
  return new Table({
    width: { size: sum(columns), type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, top: 50, bottom: 60, left: 0, right: twips(3) },
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
      bottom: { style: BorderStyle.SINGLE, size: 4, color: LINE },
      insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: LINE },
    },
    tableLook: {
      firstRow: true,
      firstColumn: hasRowHeaders,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(header, 'TableHeading') }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            ...(row.height === undefined ? {} : { height: { value: twips(row.height), rule: HeightRule.ATLEAST } }),
            children: cells(row.cells, 'TableText'),
          }),
      ),
    ],
  });
}

function sum(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0);
}

function cellOf({ blocks, fill, tinted, span }: WordCell, width: number, plain: string, inside: Inside): TableCell {
  const paper = fill?.slice(1) ?? (tinted === true ? TINT : null);
  const ink = fill === undefined ? null : inkOn(fill);
  const children = inside(blocks, { left: 0, depth: 0, plain, ink }) as readonly (Paragraph | Table)[];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(span === undefined ? {} : { columnSpan: span }),
    ...(paper === null
      ? {}
      : {
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: paper },
          margins: { marginUnitType: WidthType.DXA, left: twips(2.5), right: twips(2.5) },
        }),
    ...(plain === 'TableHeading' ? { borders: { bottom: { style: BorderStyle.SINGLE, size: 6, color: ACCENT } } } : {}),
    children,
  });
}
