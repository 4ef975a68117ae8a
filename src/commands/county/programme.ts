import { err, type Line, out, run } from '../../model/block.ts';
import type { IsoDate } from '../../model/calendar.ts';
import { didYouMean } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { type Programme, programmeOf } from '../../model/programme.ts';
import { locate } from '../../source/locate.ts';
import { parse } from '../../source/parse.ts';
import { editionMoveLines, editionMovesJson, type SchoolMove } from '../../views/county/edition-moves.ts';
import { progressBar } from '../../views/county/progress-bar.ts';
import { shippedProgramme } from '../../workspace/earlier-editions.ts';
import { mappingProblems } from '../../workspace/mapping-problems.ts';
import type { World } from '../../world.ts';
import { argument, type Command, dayOf, flag, folderOf, type Input, JSON_OPTION, ON_OPTION, text } from '../command.ts';
import { shippedProgrammes } from '../load.ts';
import { type Given, givenFiles } from '../migrate/given.ts';
import type { MoveJob } from './move-school.ts';
import { LIST_OPTION, SCHOOLS_ARGUMENT, type SchoolSource, sourcesOf } from './sources.ts';

export const countyProgramme: Command = {
  summary:
    'Says who would gain or lose what by another edition of the programme, before it is published. Writes nothing.',
  args: [['<edition>', 'the id of an edition, such as lem-6, or the file of a new one'], SCHOOLS_ARGUMENT],
  options: [
    LIST_OPTION,
    ['--mapping <file>', 'what becomes of each strand, where lem does not know it'],
    ['--dry-run', 'said for clearness: this command never writes'],
    ON_OPTION,
    JSON_OPTION,
  ],
  examples: [
    ['lem county programme lem-6 schools --dry-run', 'what lem-6 would mean for each school'],
    ['lem county programme new.yaml schools --mapping lem-5--new.yaml', 'the same of an edition of the county’s own'],
  ],
  run: plan,
};

/** How many faults of a mapping are told. */
const MOST = 20;

async function plan(world: World, input: Input): Promise<Outcome> {
  const day = dayOf(world, input);
  if ('refusal' in day) return day.refusal;
  const edition = editionGiven(world, input);
  if ('refusal' in edition) return edition.refusal;
  const words = Array.isArray(input.args[1]) ? input.args[1] : [];
  const named = sourcesOf(world, input, words);
  if ('refusal' in named) return named.refusal;
  const moves = await moved(world, edition, named.sources, day.on);
  const { to } = edition;
  const isLoss = moves.some(
    ({ cannot, change }) =>
      cannot !== null ||
      change?.mark.change === 'lost' ||
      change?.badges.some(({ badge, eligibility }) => badge === 'lost' || eligibility === 'lost'),
  );
  const view = { edition: to, on: day.on, moves };
  const exit = isLoss ? 1 : 0;
  if (flag(input, 'json')) return { exit, report: [{ kind: 'json', value: editionMovesJson(view) }] };
  return { exit, report: [out(...editionMoveLines(view, world.terminal.width)), err('Nothing was written.')] };
}

async function moved(
  world: World,
  { to, fromFile, mapping }: EditionGiven,
  sources: readonly SchoolSource[],
  on: IsoDate,
): Promise<readonly SchoolMove[]> {
  const moves: SchoolMove[] = [];
  const jobs = sources.map(({ id: _id, ...source }): MoveJob => ({ ...source, on, to, fromFile, mapping }));
  await world.inParallel('move', jobs, (result, index) => {
    moves.push(result as SchoolMove);
    world.terminal.progress(progressBar(index + 1, jobs.length));
  });
  world.terminal.progress('');
  const key = ({ urn, path }: SchoolMove): string => `${urn ?? '~'} ${path}`;
  return moves.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

interface EditionGiven {
  readonly to: string;
  readonly fromFile: string | null;
  readonly mapping: string | null;
}

/** The edition that is asked about, with its file and mapping, both found to be sound. */
function editionGiven(world: World, input: Input): EditionGiven | { readonly refusal: Outcome } {
  const word = argument(input, 0) ?? '';
  const here = folderOf(world, input);
  const isFile = /[/\\]|\.ya?ml$/.test(word);
  const file = (path: string | undefined): string | null =>
    path === undefined ? null : world.files.resolve(here, path);
  const fromFile = isFile ? file(word) : null;
  const mapping = file(text(input, 'mapping'));
  const options = { ...(fromFile === null ? {} : { fromFile }), ...(mapping === null ? {} : { mapping }) };
  const given = givenFiles(world, { args: [], options });
  if ('refusal' in given) return given;
  const shipped = shippedProgrammes(world);
  const to = given.programme?.known.value.id ?? word;
  if (!isFile && !shipped.has(word))
    return {
      refusal: unusable(
        `There is no edition ${word}.`,
        `${didYouMean(word, shipped.keys())} One of a county’s own is named by its file.`,
      ),
    };
  const unsound = unsoundMapping(world, given, to);
  return unsound === null ? { to, fromFile, mapping } : { refusal: unsound };
}

/** All that is wrong with the mapping that was given, such as each strand that it has no line for; null where nothing is. */
function unsoundMapping(world: World, { programme, mapping }: Given, to: string): Outcome | null {
  if (mapping === null) return null;
  const { file, text: content, known } = mapping;
  const shipped = (id: string): Programme | null => {
    const found = shippedProgrammes(world).get(id);
    return found === undefined ? null : shippedProgramme(id, found);
  };
  const entered =
    programme !== null && known.value.to === to ? programmeOf(programme.known.value) : shipped(known.value.to);
  const problems = mappingProblems(file, known.value, { left: shipped(known.value.from), entered });
  if (problems.length === 0) return null;
  const source = parse(file, content);
  const lines = problems.slice(0, MOST).map(({ where, message, hint }, index): Line => {
    const { line, column } = locate(source, where);
    return [...(index === 0 ? [run('lem: ', 'bad')] : ['     ']), `${file}:${line}:${column} ${message} ${hint ?? ''}`];
  });
  return { exit: 2, report: [err(...lines)] };
}
