import { out, run } from '../../model/block.ts';
import type { AuditFile, GridFile } from '../../model/files.generated.ts';
import type { Known } from '../../model/known.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { Step } from '../../model/place.ts';
import { wrap } from '../../model/width.ts';
import type { Part } from '../../source/edit.ts';
import { isSame } from '../../source/edit-data.ts';
import { valueAt } from '../../source/schema-path.ts';
import { readFile } from '../../workspace/read-file.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Prompts, World } from '../../world.ts';
import { filesOf, next, type TextChange, wrote } from '../change.ts';
import type { Move } from './walk.ts';

/** What came of an answer: it is saved; or it has to be asked again, as another program answered it meanwhile. */
export type Put = 'on' | 'again' | { readonly refusal: Outcome };

/** The file that an interview fills in, and the workspace as it stands with it. */
export interface Held {
  readonly file: string;
  readonly workspace: () => Workspace;
  /** Whether anything has been saved. */
  readonly isChanged: () => boolean;
  /**
   * Saves an answer at once: a value for each place, or none to take out what is there. Parts that are made from the
   * workspace, such as one more of a list, go in whatever another program wrote there.
   */
  readonly put: (parts: readonly Part[] | ((workspace: Workspace) => readonly Part[])) => Promise<Put>;
}

/** How an answer is written into the file of a workspace. */
type Edit = (workspace: Workspace, parts: readonly Part[]) => TextChange | { readonly refusal: Outcome };

/**
 * Holds a file while it is filled in. Where another program changes it meanwhile, it is read again, and an answer still
 * goes in if what it is about stayed as it was.
 */
export function hold(
  world: World,
  prompts: Prompts,
  { root, file, ...start }: { readonly root: string; readonly workspace: Workspace; readonly file: string },
  edit: Edit,
): Held {
  let { workspace } = start;
  let isChanged = false;
  const put: Held['put'] = async (answer) => {
    for (;;) {
      const parts = typeof answer === 'function' ? answer(workspace) : answer;
      if (parts.length === 0) return 'on';
      const change = edit(workspace, parts);
      if ('refusal' in change) return change;
      if (change.before === change.after) return 'on';
      const saved = await world.save({ into: root, files: filesOf({ texts: [change] }), replace: true });
      if (saved.state === 'saved') {
        workspace = withText(workspace, file, change.after);
        isChanged = true;
        return 'on';
      }
      const now = world.files.readText(world.files.resolve(root, file));
      if (now?.kind !== 'text' || now.text === change.before) return { refusal: unusable(saved.message, saved.remedy) };
      const before = workspace;
      workspace = withText(workspace, file, now.text);
      const isAnswered = answer === parts && parts.some(({ path }) => !isSame(at(before, path), at(workspace, path)));
      await prompts.show(
        [run('! ', 'warn'), `${file} was changed by another program meanwhile, and has been read again.`],
        ...(isAnswered ? ['  This question was given another answer there, so it is asked again.'] : []),
      );
      if (isAnswered) return 'again';
    }
  };
  const at = ({ sources }: Workspace, path: readonly Step[]): unknown => valueAt(sources.get(file)?.data, path) ?? null;
  return { file, workspace: () => workspace, isChanged: () => isChanged, put };
}

/** A workspace with another text in the file of an audit or a grid. */
function withText(workspace: Workspace, file: string, text: string): Workspace {
  const { source, role, known } = readFile(file, { kind: 'text', text });
  const { kind, year = '', id = '' } = role ?? {};
  const sources = new Map(workspace.sources).set(file, source);
  if (kind === 'grid')
    return { ...workspace, sources, grids: new Map(workspace.grids).set(year, known as Known<GridFile>) };
  const elements = new Map(workspace.audits.get(year)).set(id, known as Known<AuditFile>);
  return { ...workspace, sources, audits: new Map(workspace.audits).set(year, elements) };
}

/** How things stand once an interview is over, in sentences, and the command to go on with. */
export interface Standing {
  readonly said: readonly string[];
  readonly command: string;
}

/** What an interview comes to: what it saved is told whatever ended it. @param width the terminal's */
export function settled(held: Held, end: Move, { said, command }: Standing, width: number): Outcome {
  if (typeof end === 'object' && !held.isChanged()) return end.refusal;
  const lines = said.flatMap((sentence) => wrap(sentence, width - 4)).map((line) => `  ${line}`);
  const report = [out('', held.isChanged() ? wrote(held.file) : 'Nothing was changed.', ...lines, next(command))];
  return typeof end === 'object' ? { ...end.refusal, report: [...report, ...end.refusal.report] } : { exit: 0, report };
}
