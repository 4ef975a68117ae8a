import type { CountySchool } from '../../model/county-school.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { readCountySchool } from '../../source/read-county-school.ts';
import type { World } from '../../world.ts';
import { type Command, folderOf, type Input } from '../command.ts';
import { COUNTY_OPTIONS, readCountyRequest } from './request.ts';
import { told } from './told.ts';

export const mergeCounty: Command = {
  summary: 'Puts the parts of a county together that --shard gave, to what one run would have given.',
  args: [['<files...>', 'the parts, as JSON Lines']],
  options: COUNTY_OPTIONS,
  examples: [
    ['lem county merge shard-*.jsonl', 'the table, and what the schools come to together'],
    ['lem county merge shard-*.jsonl --html county.html', 'the page to sort and filter'],
  ],
  run: merge,
};

/** In bytes: the schools of England take about as much. */
const LARGEST = 200_000_000;
/** In characters: no school’s line is as long. */
const LONGEST = 500_000;

type Refused = { readonly refusal: Outcome };

async function merge(world: World, input: Input): Promise<Outcome> {
  const request = readCountyRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const schools: CountySchool[] = [];
  for (const file of input.args.flat()) {
    const read = schoolsIn(world, input, file ?? '');
    if ('refusal' in read) return read.refusal;
    for (const school of read.schools) schools.push(school);
  }
  return unfitTogether(schools) ?? told(world, input, request, schools);
}

function schoolsIn(world: World, input: Input, file: string): { readonly schools: readonly CountySchool[] } | Refused {
  const given = world.files.readGiven(world.files.resolve(folderOf(world, input), file), LARGEST);
  if (given.state === 'absent') return { refusal: unusable(`There is no file ${file}.`, 'Check its path.') };
  if (given.state !== 'read')
    return {
      refusal: unusable(
        `${file} can’t be read${given.state === 'too-large' ? ': it is too large' : ''}.`,
        'Name what lem county --shard printed.',
      ),
    };
  const schools: CountySchool[] = [];
  const lines = new TextDecoder().decode(given.bytes).split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const read = line.length > LONGEST ? { fault: 'is too long for a school’s' } : readCountySchool(line);
    if ('fault' in read)
      return {
        refusal: unusable(
          `${file}:${index + 1} This line ${read.fault}.`,
          'Make that part anew, with this version of lem.',
        ),
      };
    schools.push(read.school);
  }
  return { schools };
}

/** Why schools are not the parts of one county, or null. Each says how many there are in all, so that a lost part is seen. */
function unfitTogether(schools: readonly CountySchool[]): Outcome | null {
  const [first] = schools;
  if (first === undefined)
    return unusable('There is no school in these files.', 'Name what lem county --shard printed.');
  const other = schools.find(({ on, level, of }) => on !== first.on || level !== first.level || of !== first.of);
  if (other !== undefined) {
    const differs = (['on', 'level', 'of'] as const).filter((key) => other[key] !== first[key]);
    const words = { on: '--on', level: '--level', of: 'the list of schools' };
    return unusable(
      `These are not parts of one county: ${first.path} and ${other.path} differ in ${differs.map((key) => words[key]).join(' and ')}.`,
      'Make all parts with the same schools, --on and --level.',
    );
  }
  if (schools.length === first.of) return null;
  return schools.length < first.of
    ? unusable(
        `${first.of - schools.length} of ${first.of} schools are missing: a part is.`,
        'Name the files of all parts, from 1 to the last.',
      )
    : unusable(`There are ${schools.length} schools, and should be ${first.of}.`, 'Name each part once.');
}
