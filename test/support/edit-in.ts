import { join } from 'node:path';
import { filesOf, type TextChange } from '../../src/commands/change.ts';
import { editFile } from '../../src/commands/edit-file.ts';
import { loadWorkspace } from '../../src/commands/load.ts';
import { write } from '../../src/shell/write.ts';
import type { Part } from '../../src/source/edit.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { worldIn } from './in-process.ts';

/** The workspace of a folder, read afresh. */
export function workspaceIn(folder: string): Workspace {
  const loaded = loadWorkspace(worldIn(folder), { args: [], options: {} });
  if ('refusal' in loaded) throw new Error(`${folder} holds no workspace`);
  return loaded.workspace;
}

/** Makes edits of a file as a command does: from reading the workspace to writing the file. */
export function editIn(folder: string, file: string, parts: readonly Part[]): void {
  const change = editFile(workspaceIn(folder), file, parts);
  if ('refusal' in change) throw new Error(`${join(folder, file)} can’t be edited`);
  putIn(folder, change);
}

/** Writes a change of a file, or a new one. */
export function putIn(folder: string, change: TextChange): void {
  write({ into: folder, files: filesOf({ texts: [change] }), replace: true });
}
