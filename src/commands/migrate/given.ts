import type { MappingFile, ProgrammeFile } from '../../model/files.generated.ts';
import type { Known } from '../../model/known.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { locate } from '../../source/locate.ts';
import { parse } from '../../source/parse.ts';
import type { Problem } from '../../source/source.ts';
import { validate } from '../../source/validate.ts';
import { programmeProblems } from '../../workspace/programme-problems.ts';
import type { World } from '../../world.ts';
import { type Input, text } from '../command.ts';

/** A file that the user gave: as it is named, with its text and what it holds. */
export interface GivenFile<T> {
  readonly file: string;
  readonly text: string;
  readonly known: Known<T> & { readonly state: 'known' };
}

/** An edition and a mapping from files, where they were given. */
export interface Given {
  readonly programme: GivenFile<ProgrammeFile> | null;
  readonly mapping: GivenFile<MappingFile> | null;
}

/** Reads the files after --from-file and --mapping; the first fault in one of them is the refusal. */
export function givenFiles(world: World, input: Input): Given | { readonly refusal: Outcome } {
  const programme = given<'programme', ProgrammeFile>(world, 'programme', text(input, 'fromFile'));
  if (programme !== null && 'refusal' in programme) return programme;
  const mapping = given<'mapping', MappingFile>(world, 'mapping', text(input, 'mapping'));
  if (mapping !== null && 'refusal' in mapping) return mapping;
  if (programme !== null) {
    const [fault] = programmeProblems(programme.file, programme.known.value);
    if (fault !== undefined) return { refusal: faultIn(fault, programme.text) };
  }
  return { programme, mapping };
}

function given<K extends 'programme' | 'mapping', T>(
  world: World,
  kind: K,
  path: string | undefined,
): GivenFile<T> | null | { readonly refusal: Outcome } {
  if (path === undefined) return null;
  const whole = world.files.resolve(world.cwd, path);
  const file = world.files.shown(world.cwd, whole);
  const entry = world.files.readText(whole);
  if (entry === null) return { refusal: unusable(`There is no file ${file}.`, 'Check its path.') };
  if (entry.kind === 'bad') return { refusal: unusable(`${file} can’t be read: ${entry.message}`, entry.hint) };
  const source = parse(file, entry.text);
  const { known, problems } = validate(kind, source);
  const [fault] = [...source.problems, ...problems];
  if (fault !== undefined || known.state !== 'known')
    return { refusal: fault === undefined ? unusable(`${file} can’t be read.`) : faultIn(fault, entry.text) };
  return { file, text: entry.text, known: known as unknown as GivenFile<T>['known'] };
}

/** A problem of a file as a line with its position. */
export function faultIn({ where, message, hint }: Problem, content: string): Outcome {
  const { line, column } = locate(parse(where.file, content), where);
  return unusable(`${where.file}:${line}:${column} ${message}`, hint);
}
