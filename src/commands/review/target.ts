import type { ResponseFile } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { sentName } from '../../workspace/bundle-paths.ts';
import { WORKSPACE_FILE } from '../../workspace/layout.ts';
import type { World } from '../../world.ts';
import { unfitToWrite } from '../check/unfit.ts';
import { argument, folderOf, type Input, text } from '../command.ts';

/** In bytes: a response that a person gave is never as long. */
const MOST = 10_000_000;

/** Where a response goes. */
export interface Target {
  /** The file of a response, with what is there; or why it can't be written there. */
  readonly of: (response: ResponseFile, content: string) => Place | { readonly refusal: Outcome };
}

interface Place {
  readonly root: string;
  /** The file's name in that folder. */
  readonly name: string;
  readonly shown: string;
  /** What the file holds; null where there is none. */
  readonly before: string | null;
}

/** Where the command line says that the response goes: to a file of its own, or beside the archive, named after what it is. */
export function targetOf(world: World, input: Input): Target | { readonly refusal: Outcome } {
  const wanted = text(input, 'out');
  if (wanted !== undefined) {
    const unfit = unfitPlace(world, world.files.resolve(folderOf(world, input), wanted), wanted);
    return unfit === null ? targetAt(world, input, wanted) : { refusal: unfit };
  }
  const folder = folderOf(world, input);
  const beside = world.files.resolve(world.files.resolve(folder, argument(input, 0) ?? ''), '..');
  return {
    of: (response, content) => {
      const path = world.files.resolve(beside, nameOf(response));
      return placeOf(world, path, world.files.shown(folder, path), content);
    },
  };
}

/** A file that the user named. */
export function targetAt(world: World, input: Input, shown: string): Target {
  const path = world.files.resolve(folderOf(world, input), shown);
  return { of: (_response, content) => placeOf(world, path, shown, content) };
}

/** `response-119999-race-2026-06-25.yaml`. */
function nameOf({ school, decisions, visit }: ResponseFile): string {
  return `${sentName('response', school.urn, Object.keys(decisions), visit.date)}.yaml`;
}

function placeOf(world: World, path: string, shown: string, content: string): Place | { readonly refusal: Outcome } {
  const unfit = unfitPlace(world, path, shown);
  if (unfit !== null) return { refusal: unfit };
  const root = world.files.resolve(path, '..');
  const place = { root, name: world.files.shown(root, path), shown };
  const given = world.files.readGiven(path, MOST);
  if (given.state === 'absent') return { ...place, before: null };
  if (given.state !== 'read')
    return {
      refusal: unusable(`${shown} can’t be written: something else than a file stands there.`, 'Name another file.'),
    };
  const before = new TextDecoder().decode(given.bytes);
  if (before === content) return { ...place, before };
  return {
    refusal: unusable(
      `${shown} is already there with other content, and lem does not write over it.`,
      'Name another file with --out, or remove this one.',
    ),
  };
}

/** Nothing is written where a school's own work lies. */
function unfitPlace(world: World, path: string, shown: string): Outcome | null {
  const root = world.files.findUp(world.files.resolve(path, '..'), WORKSPACE_FILE);
  return root === null ? null : unfitToWrite(world, root, path, shown);
}
