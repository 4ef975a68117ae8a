import type { MappingFile } from '../model/files.generated.ts';
import { didYouMean } from '../model/nearest.ts';
import { at, type Place } from '../model/place.ts';
import type { Programme } from '../model/programme.ts';
import type { Problem } from '../source/source.ts';
import { elementOf, ids, mappingOf, statementBecomes, type Turn } from './mapping.ts';

/** The editions that a mapping lies between; null where one is not at hand. */
export interface Between {
  readonly left: Programme | null;
  readonly entered: Programme | null;
}

type Say = (where: Place, message: string, hint: string) => void;

/**
 * What is wrong with a mapping beyond its shape: an edition that becomes itself, an id that is not of its edition, that is
 * named twice or not at all, or several that become several. What has no line in a mapping would be lost without a word.
 */
export function mappingProblems(file: string, mapping: MappingFile, { left, entered }: Between): readonly Problem[] {
  const problems: Problem[] = [];
  const say: Say = (where, message, hint) => {
    problems.push({ code: 'programme/mapping-unsound', where, message, hint });
  };
  if (mapping.from === mapping.to)
    say(at(file, 'to'), `This mapping leads from ${mapping.from} to itself.`, 'Name the edition that is moved to.');
  for (const kind of KINDS) turnProblems(file, kind, mapping[`${kind}s`] ?? [], { left, entered }, say);
  wholeProblems(file, mapping, { left, entered }, say);
  if (left !== null && entered !== null) scaleProblems(file, left, entered, say);
  return problems;
}

const KINDS = ['strand', 'element', 'statement'] as const;
type Kind = (typeof KINDS)[number];

function turnProblems(file: string, kind: Kind, turns: readonly Turn[], { left, entered }: Between, say: Say): void {
  for (const side of ['from', 'to'] as const) {
    const programme = side === 'from' ? left : entered;
    const named = new Set<string>();
    turns.forEach((turn, index) => {
      ids(turn[side]).forEach((id, each) => {
        const where = at(file, `${kind}s`, index, side, ...(typeof turn[side] === 'string' ? [] : [each]));
        const known = programme === null ? null : [...idsOf(programme, kind)];
        if (named.has(id)) say(where, `The ${kind} ${id} is named twice under ${side}.`, 'Put it all in one line.');
        else if (known !== null && !known.includes(id))
          say(where, `There is no ${kind} ${id} in ${programme?.id}.`, didYouMean(id, known));
        named.add(id);
      });
    });
  }
  turns.forEach((turn, index) => {
    if (ids(turn.from).length > 1 && ids(turn.to).length > 1)
      say(at(file, `${kind}s`, index), 'Several become several here.', 'Join or split in each line, not both at once.');
  });
}

/** What neither stays as it is nor has a line. */
function wholeProblems(file: string, mapping: MappingFile, { left, entered }: Between, say: Say): void {
  const turns = mappingOf(mapping, left);
  const { strands, elements, statements } = turns;
  const goes = (kind: Kind, id: string): boolean => {
    if (kind === 'strand') return strands.becomes.has(id);
    if (entered === null) return true;
    if (kind === 'element') return elements.becomes.has(id) || entered.elements.has(id);
    if (statements.becomes.has(id) || elements.becomes.get(elementOf(id))?.length === 0) return true;
    const [to] = statementBecomes(turns, id);
    return to !== undefined && entered.statements.has(to);
  };
  const comes = (kind: Kind, id: string): boolean =>
    kind === 'strand'
      ? strands.comesFrom.has(id)
      : left === null || kind !== 'element' || elements.comesFrom.has(id) || left.elements.has(id);
  for (const kind of KINDS) {
    const where = at(file, ...(mapping[`${kind}s`] === undefined ? [] : [`${kind}s`]));
    for (const id of left === null ? [] : idsOf(left, kind))
      if (!goes(kind, id))
        say(
          where,
          `The ${kind} ${id} of ${mapping.from} has no line.`,
          `Say what it becomes: { from: ${id}, to: … }; without to it ends.`,
        );
    for (const id of entered === null ? [] : idsOf(entered, kind))
      if (!comes(kind, id))
        say(
          where,
          `The ${kind} ${id} of ${mapping.to} has no line.`,
          `Say what it comes from: { from: …, to: ${id} }; without from it is new.`,
        );
  }
}

function scaleProblems(file: string, left: Programme, entered: Programme, say: Say): void {
  const words = ({ file: { scale, notApplicable } }: Programme): string =>
    [...scale, notApplicable].map(({ id }) => id).join(', ');
  if (words(left) !== words(entered))
    say(
      at(file, 'to'),
      `${left.id} rates by ${words(left)}, ${entered.id} by ${words(entered)}.`,
      'Ratings can’t be carried on to another scale: begin a new workspace, or keep the scale.',
    );
}

function idsOf(programme: Programme, kind: Kind): Iterable<string> {
  return programme[`${kind}s`].keys();
}

/** A mapping with the file it stands in. */
export interface MappingIn {
  readonly file: string;
  readonly mapping: MappingFile;
}

/** Mappings that lead round in a circle: then it can't be told which edition is the later one. */
export function circleProblems(mappings: readonly MappingIn[]): readonly Problem[] {
  return mappings.flatMap(({ file, mapping }): readonly Problem[] => {
    const way = wayBetween(mapping.to, mapping.from, mappings, new Set());
    if (way === null || mapping.from === mapping.to) return [];
    const message = `These mappings lead round in a circle: ${[mapping.from, ...way].join(' → ')}.`;
    return [{ code: 'programme/mapping-unsound', where: at(file, 'to'), message, hint: 'Take one of them away.' }];
  });
}

function wayBetween(
  here: string,
  there: string,
  mappings: readonly MappingIn[],
  seen: Set<string>,
): readonly string[] | null {
  if (here === there) return [there];
  seen.add(here);
  for (const { mapping } of mappings) {
    if (mapping.from !== here || seen.has(mapping.to)) continue;
    const way = wayBetween(mapping.to, there, mappings, seen);
    if (way !== null) return [here, ...way];
  }
  return null;
}
