import type { MappingFile, ProgrammeFile } from '../../model/files.generated.ts';
import type { Known } from '../../model/known.ts';
import type { Listing } from '../../model/listing.ts';
import { didYouMean } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { plainWord } from '../../model/plain-word.ts';
import type { Programme } from '../../model/programme.ts';
import { type EditionSources, editionAt, mappingsAt } from '../../workspace/earlier-editions.ts';
import { roleOf } from '../../workspace/layout.ts';
import { mappingOf, routeTo, wayFrom } from '../../workspace/mapping.ts';
import { circleProblems, mappingProblems } from '../../workspace/mapping-problems.ts';
import { readFile } from '../../workspace/read-file.ts';
import type { World } from '../../world.ts';
import { shippedMappings, shippedProgrammes } from '../load.ts';
import type { Given } from './given.ts';
import { faultIn } from './given.ts';
import { type Moves, movesOf } from './moves.ts';

/** The edition that is moved to, and what becomes of strands and elements on the way there; null where none leads. */
export interface Target {
  readonly programme: Programme;
  readonly movesFrom: (edition: string) => Moves | null;
}

/** Finds the way from an edition to another, over the fewest mappings; or why there is none that holds. */
export function targetOf(
  world: World,
  listing: Listing,
  { from, to }: { readonly from: string; readonly to: string },
  given: Given,
): Target | { readonly refusal: Outcome } {
  const sources = sourcesOf(world, listing, given);
  const programme = editionAt(to, sources);
  if (programme === null) {
    const known = [
      ...sources.shipped.keys(),
      ...sources.programmes.flatMap((own) => (own.state === 'known' ? own.value.id : [])),
    ];
    return {
      refusal: unusable(
        `There is no edition ${plainWord(to, 'of this name')}.`,
        `${didYouMean(to, known)} One of a county’s own is taken from its file: --from-file.`,
      ),
    };
  }
  const mappings = mappingsAt(sources);
  const route = routeTo(
    to,
    mappings.map(({ mapping }) => mapping),
  );
  const way = wayFrom(from, route);
  // What was given is held to be sound even where it does not lead there: that may be why.
  const asked = mappings.filter(({ mapping }) => mapping === given.mapping?.known.value || way.includes(mapping));
  const [first] = [
    ...asked.flatMap(({ file, mapping }) =>
      mappingProblems(file, mapping, {
        left: editionAt(mapping.from, sources),
        entered: editionAt(mapping.to, sources),
      }),
    ),
    ...circleProblems(mappings),
  ];
  if (first !== undefined) return { refusal: faultIn(first, textOf(listing, given, first.where.file)) };
  if (from !== to && way.length === 0)
    return {
      refusal: unusable(
        `No mapping leads from ${from} to ${to}.`,
        'Give the file that says what becomes of each strand: --mapping <file>.',
      ),
    };
  return {
    programme,
    movesFrom: (edition) => {
      const steps = wayFrom(edition, route);
      if (edition !== to && steps.length === 0) return null;
      return movesOf(steps.map((step) => mappingOf(step, editionAt(step.from, sources))));
    },
  };
}

function sourcesOf(world: World, { entries }: Listing, given: Given): EditionSources {
  const files = [...entries].flatMap(([path, entry]) => {
    const kind = roleOf(path)?.kind;
    return kind === 'programme' || kind === 'mapping' ? [{ kind, known: readFile(path, entry).known }] : [];
  });
  const of = <T>(kind: string): readonly Known<T>[] =>
    files.flatMap((file) => (file.kind === kind && file.known !== null ? [file.known as unknown as Known<T>] : []));
  return {
    shipped: shippedProgrammes(world),
    shippedMappings: shippedMappings(world),
    programmes: [...(given.programme === null ? [] : [given.programme.known]), ...of<ProgrammeFile>('programme')],
    mappings: [...(given.mapping === null ? [] : [given.mapping.known]), ...of<MappingFile>('mapping')],
  };
}

function textOf({ entries }: Listing, { mapping }: Given, file: string): string {
  if (mapping?.file === file) return mapping.text;
  const entry = entries.get(file);
  return entry?.kind === 'text' ? entry.text : '';
}
