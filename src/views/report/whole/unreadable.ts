import { unreadableIn } from '../../../facts/history.ts';
import { locate } from '../../../source/locate.ts';
import type { Workspace } from '../../../workspace/workspace.ts';

/** A file that can't be read, and what is wrong in it. */
export interface UnreadableShown {
  readonly file: string;
  readonly where: string;
  readonly message: string;
}

/** Every file that can't be read, with the first thing that is wrong in it. */
export function unreadableShown(workspace: Workspace): readonly UnreadableShown[] {
  return unreadableIn(workspace).map((file): UnreadableShown => {
    const problem = workspace.problems.find(({ where }) => where.file === file);
    const source = workspace.sources.get(file);
    const line = problem === undefined || source === undefined ? null : locate(source, problem.where).line;
    return {
      file,
      where: line === null || source?.text === '' ? file : `${file}:${line}`,
      message: problem === undefined ? '' : [problem.message, problem.hint].filter(Boolean).join(' '),
    };
  });
}

/** Of the files that can't be read, those of these folders or of these names: what a section can't tell because of them. */
export function unreadAt(workspace: Workspace, ...places: readonly string[]): readonly string[] {
  return unreadableIn(workspace).filter((file) =>
    places.some((place) => file === place || file.startsWith(`${place}/`)),
  );
}
