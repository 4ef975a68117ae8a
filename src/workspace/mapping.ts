import type { MappingFile } from '../model/files.generated.ts';
import type { Programme } from '../model/programme.ts';

/** How a school moves from one edition to the next, with what is looked up often. */
export interface Mapping {
  readonly file: MappingFile;
  /** The edition that is left; null where it is not at hand. */
  readonly left: Programme | null;
  readonly strands: Turns;
  readonly elements: Turns;
  readonly statements: Turns;
  /** Whether there is a strand that nothing was carried on to. */
  readonly hasNewStrand: boolean;
}

/** What ids become, and what they come from. One that ends becomes nothing. */
export interface Turns {
  readonly becomes: ReadonlyMap<string, readonly string[]>;
  readonly comesFrom: ReadonlyMap<string, readonly string[]>;
}

/** One line of a mapping. */
export interface Turn {
  readonly from?: string | readonly string[];
  readonly to?: string | readonly string[];
}

/** Builds the look-ups of a mapping. @param left the edition that is left, where it is at hand */
export function mappingOf(file: MappingFile, left: Programme | null): Mapping {
  return {
    file,
    left,
    strands: turnsOf(file.strands),
    elements: turnsOf(file.elements ?? []),
    statements: turnsOf(file.statements ?? []),
    hasNewStrand: file.strands.some(({ from }) => from === undefined),
  };
}

/** The ids on one side of a mapping's line. */
export function ids(side: string | readonly string[] | undefined): readonly string[] {
  return side === undefined ? [] : typeof side === 'string' ? [side] : side;
}

/** What an id becomes. One that the mapping does not name stays: it is the same in both editions, or of the later one already. */
export function becomes({ becomes: turns }: Turns, id: string): readonly string[] {
  return turns.get(id) ?? [id];
}

/** What an id comes from; itself where the mapping does not name it. */
export function comesFrom({ comesFrom: turns }: Turns, id: string): readonly string[] {
  return turns.get(id) ?? [id];
}

/** What a statement becomes: as its own line says; else the same number in its element, if that has only been renamed. */
export function statementBecomes({ statements, elements }: Mapping, id: string): readonly string[] {
  const own = statements.becomes.get(id);
  if (own !== undefined) return own;
  const element = elementOf(id);
  const [renamed, ...more] = elements.becomes.get(element) ?? [element];
  if (renamed === undefined || more.length > 0 || comesFrom(elements, renamed).length > 1) return [];
  return [`${renamed}${id.slice(element.length)}`];
}

/** The element of a statement: a statement’s id is that of its element with a number. */
export function elementOf(statement: string): string {
  return statement.slice(0, Math.max(0, statement.lastIndexOf('.')));
}

/** Whether an award for a strand counts on for what the strand becomes. */
export function carriesAwards({ file }: Mapping, strand: string): boolean {
  return file.strands.find(({ from }) => ids(from).includes(strand))?.awards !== 'none';
}

function turnsOf(turns: readonly Turn[]): Turns {
  const to = new Map<string, readonly string[]>();
  const from = new Map<string, readonly string[]>();
  for (const turn of turns) {
    for (const id of ids(turn.from)) to.set(id, ids(turn.to));
    for (const id of ids(turn.to)) from.set(id, ids(turn.from));
  }
  return { becomes: to, comesFrom: from };
}

/** For every edition that leads to another, the first step of the shortest way there, and how many it takes. */
export type Route = ReadonlyMap<string, { readonly mapping: MappingFile; readonly steps: number }>;

/** The shortest ways to an edition. Of two mappings between the same editions the first counts. */
export function routeTo(edition: string, mappings: readonly MappingFile[]): Route {
  const route = new Map<string, { readonly mapping: MappingFile; readonly steps: number }>();
  let reached = [edition];
  for (let steps = 1; reached.length > 0; steps++) {
    const next = mappings.filter(({ from, to }) => reached.includes(to) && from !== edition && !route.has(from));
    for (const mapping of next) if (!route.has(mapping.from)) route.set(mapping.from, { mapping, steps });
    reached = next.map(({ from }) => from);
  }
  return route;
}

/** The mappings from an edition on, in turn; empty where no way leads on. */
export function wayFrom(edition: string, route: Route): readonly MappingFile[] {
  const step = route.get(edition);
  return step === undefined ? [] : [step.mapping, ...wayFrom(step.mapping.to, route)];
}
