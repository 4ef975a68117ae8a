/** One number of a table with totals, as somebody who reads it knows it. */
export interface Entry {
  readonly value: number;
  /** The least and the most that it can be by itself; both are the value where it is published. */
  readonly least: number;
  readonly most: number;
}

/** The rows of a table: the last column holds the rows’ totals, the last row the columns’, and the corner that of all. */
export type Totalled = readonly (readonly Entry[])[];

/** Whether a reader who adds up and takes away must allow that a number is so much more (or, below 0, less) than it is. */
export function canDiffer(table: Totalled, row: number, column: number, by: number): boolean {
  const entry = table[row]?.[column];
  if (entry === undefined || entry.value + by < entry.least || entry.value + by > entry.most) return false;
  const [from, to] = endsOf(table, row, column);
  const [source, sink] = by > 0 ? [to, from] : [from, to];
  return flows(leftOver(table, row, column), source, sink, Math.abs(by));
}

/**
 * Rows and columns are the places of a network and every number is a pipe between its row and its column, those of
 * totals the other way about: what adds up is what flows in and out alike. That a number can be greater by some amount,
 * all published numbers being what they are, is then that so much more can flow round through the others.
 */
function endsOf(table: Totalled, row: number, column: number): readonly [number, number] {
  const [rows, columns] = [table.length, table[0]?.length ?? 0];
  const isTurned = (row === rows - 1) !== (column === columns - 1);
  const [a, b] = [row, rows + column];
  return isTurned ? [b, a] : [a, b];
}

/** How much more can flow from each place to each, without the pipe that is looked at. */
function leftOver(table: Totalled, row: number, column: number): number[][] {
  const places = table.length + (table[0]?.length ?? 0);
  const room = Array.from({ length: places }, () => Array.from({ length: places }, () => 0));
  for (const [r, entries] of table.entries()) {
    for (const [c, { value, least, most }] of entries.entries()) {
      if (r === row && c === column) continue;
      const [from, to] = endsOf(table, r, c);
      (room[from] as number[])[to] = most - value;
      (room[to] as number[])[from] = value - least;
    }
  }
  return room;
}

/** Whether an amount can flow from one place to another; `room` is used up. */
function flows(room: number[][], source: number, sink: number, amount: number): boolean {
  for (let left = amount; left > 0; ) {
    const path = wayThrough(room, source, sink);
    if (path === null) return false;
    const pushed = Math.min(left, ...path.map(([from, to]) => room[from]?.[to] ?? 0));
    for (const [from, to] of path) {
      (room[from] as number[])[to] = (room[from]?.[to] ?? 0) - pushed;
      (room[to] as number[])[from] = (room[to]?.[from] ?? 0) + pushed;
    }
    left -= pushed;
  }
  return true;
}

/** The shortest way along which anything can flow. */
function wayThrough(room: number[][], source: number, sink: number): readonly (readonly [number, number])[] | null {
  const came = new Map<number, number>([[source, source]]);
  const queue = [source];
  for (const place of queue) {
    for (const [next, space] of (room[place] ?? []).entries()) {
      if (space <= 0 || came.has(next)) continue;
      came.set(next, place);
      queue.push(next);
    }
  }
  if (!came.has(sink)) return null;
  const path: [number, number][] = [];
  for (let place = sink; place !== source; place = came.get(place) ?? source)
    path.unshift([came.get(place) ?? source, place]);
  return path;
}
