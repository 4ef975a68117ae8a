import type { GridFile } from '../model/files.generated.ts';
import type { Programme } from '../model/programme.ts';
import { becomes, comesFrom, type Mapping } from './mapping.ts';
import { worst } from './worst.ts';

type Cell = NonNullable<NonNullable<GridFile['cells']>[string]>[string];
interface Judged {
  readonly rating: string;
  readonly because?: string;
}

/**
 * A grid in the words of the next edition. What was renamed or split is rated as before; what was joined by the worst of
 * its parts, once all of them are rated; what is new has no rating. A cell that is of the next edition already, because it
 * was rated since, stays and goes before what is carried.
 */
export function carryGrid(grid: GridFile, { strands, elements }: Mapping, programme: Programme): GridFile {
  const cells: { [element: string]: { [strand: string]: Cell } } = {};
  const put = (element: string, strand: string, cell: Cell): void => {
    cells[element] = { ...cells[element], [strand]: cell };
  };
  const rows = Object.entries(grid.cells ?? {}).flatMap(([element, row]) =>
    Object.keys(row).map((strand) => ({ element, strand })),
  );
  const [carried, since] = [
    rows.filter(({ strand }) => strands.becomes.has(strand)),
    rows.filter(({ strand }) => !strands.becomes.has(strand)),
  ];
  for (const { element, strand } of carried) {
    for (const row of becomes(elements, element)) {
      for (const column of becomes(strands, strand)) {
        const parts = comesFrom(elements, row).flatMap((e) =>
          comesFrom(strands, column).map((s) => judged(grid, e, s)),
        );
        const all = parts.filter((part) => part !== null);
        if (all.length === parts.length) put(row, column, joined(programme, all));
      }
    }
  }
  for (const { element, strand } of since) {
    const cell = grid.cells?.[element]?.[strand];
    if (cell !== undefined) for (const row of becomes(elements, element)) put(row, strand, cell);
  }
  return { ...grid, cells };
}

/** Several judgements as one: the worst rating, with every reason. */
function joined(programme: Programme, parts: readonly Judged[]): Cell {
  const rating = worst(
    programme,
    parts.map((part) => part.rating),
  );
  const because = reasons(parts);
  return because === undefined ? rating : { rating, because };
}

/** What several judgements give as their reasons, each once. */
export function reasons(parts: readonly { readonly because?: string }[]): string | undefined {
  const said = [...new Set(parts.flatMap(({ because }) => (because === undefined ? [] : [because])))];
  return said.length === 0 ? undefined : said.join('\n\n');
}

function judged(grid: GridFile, element: string, strand: string): Judged | null {
  const row = own(grid.cells, element);
  const cell = row === undefined ? undefined : own(row, strand);
  return cell === undefined ? null : typeof cell === 'string' ? { rating: cell } : cell;
}

function own<T>(map: { readonly [key: string]: T } | undefined, key: string): T | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}
