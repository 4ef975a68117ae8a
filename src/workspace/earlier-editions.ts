import type { MappingFile, ProgrammeFile } from '../model/files.generated.ts';
import { type Known, seen } from '../model/known.ts';
import { type Programme, programmeOf } from '../model/programme.ts';
import { parse } from '../source/parse.ts';
import type { Problem } from '../source/source.ts';
import { type Route, routeTo } from './mapping.ts';
import { circleProblems, type MappingIn, mappingProblems } from './mapping-problems.ts';
import { programmeProblems } from './programme-problems.ts';

/** Where editions and the mappings between them come from. */
export interface EditionSources {
  /** The editions and mappings that come with lem, as YAML, by the names of their files. */
  readonly shipped: ReadonlyMap<string, string>;
  readonly shippedMappings: ReadonlyMap<string, string>;
  /** The workspace’s own: programme.yaml and what lies in editions/. */
  readonly programmes: readonly Known<ProgrammeFile>[];
  readonly mappings: readonly Known<MappingFile>[];
}

/** The editions that files of a workspace were made against, besides its present one, and the ways from them to it. */
export interface EarlierEditions {
  readonly editions: ReadonlyMap<string, Programme>;
  readonly route: Route;
}

/** What is needed to read files of earlier editions. @param named the editions that they name */
export function earlierEditions(present: string, named: readonly string[], sources: EditionSources): EarlierEditions {
  if (named.every((edition) => edition === present)) return { editions: new Map(), route: new Map() };
  const route = routeTo(
    present,
    mappingsAt(sources).map(({ mapping }) => mapping),
  );
  const ids = new Set([...named, ...[...route.keys()]].filter((id) => id !== present));
  const editions = [...ids].flatMap((id) => editionAt(id, sources) ?? []);
  return { editions: new Map(editions.map((each) => [each.id, each])), route };
}

/** What is wrong with the workspace’s own mappings and the earlier editions in editions/. */
export function editionProblems(sources: EditionSources): readonly Problem[] {
  const own = sources.mappings.flatMap((known) => (known.state === 'known' ? [known] : []));
  if (own.length === 0) return [];
  const unsound = own.flatMap(({ file, value }) =>
    mappingProblems(file, value, { left: editionAt(value.from, sources), entered: editionAt(value.to, sources) }),
  );
  const files = new Set(own.map(({ file }) => file));
  return [...unsound, ...circleProblems(mappingsAt(sources)).filter(({ where }) => files.has(where.file))];
}

/** Every mapping at hand, the workspace’s own first. */
export function mappingsAt({ mappings, shippedMappings }: EditionSources): readonly MappingIn[] {
  const own = mappings.flatMap((known) =>
    known.state === 'known' ? [{ file: known.file, mapping: known.value }] : [],
  );
  const between = new Set(own.map(({ mapping: { from, to } }) => `${from} ${to}`));
  const shipped = [...shippedMappings].map(([name, text]) => {
    const file = `${name}.yaml`;
    return { file, mapping: parse(file, text).data as MappingFile };
  });
  return [...own, ...shipped.filter(({ mapping: { from, to } }) => !between.has(`${from} ${to}`))];
}

/** An edition by its id: the workspace’s own, or one that comes with lem; null where it is not at hand, or not sound. */
export function editionAt(id: string, { programmes, shipped }: EditionSources): Programme | null {
  for (const known of programmes) {
    if (known.state === 'known' && known.value.id === id)
      return programmeProblems(known.file, known.value).length === 0 ? programmeOf(known.value) : null;
  }
  const text = shipped.get(id);
  return text === undefined ? null : shippedProgramme(id, text);
}

const read = new Map<string, Programme>();

/** A programme that comes with lem, read once for all the workspaces of a county. The tests hold it sound. */
export function shippedProgramme(id: string, text: string): Programme {
  const known = read.get(text);
  if (known !== undefined) return known;
  const programme = programmeOf(parse(`${id}.yaml`, text).data as ProgrammeFile);
  read.set(text, programme);
  return programme;
}

/** The editions that a workspace’s files name. */
export function editionsNamed(files: readonly Known<{ readonly edition?: string }>[]): readonly string[] {
  return files.flatMap((file) => seen(file)?.edition ?? []);
}
