import { type Outcome, unusable } from '../../model/outcome.ts';
import { READING_LIST } from '../../workspace/layout.ts';
import type { World } from '../../world.ts';

/**
 * Why a file can't be written that the user named, or null. It may be anywhere and may replace what is there, but no
 * folder, and nothing where the school's own work lies.
 * @param path absolute
 * @param shown as it was given
 */
export function unfitToWrite(world: World, root: string, path: string, shown: string): Outcome | null {
  const inside = world.files.shown(root, path).toLowerCase();
  const [folder = ''] = inside.split('/');
  if (READING_LIST.files.includes(inside) || Object.hasOwn(READING_LIST.folders, folder))
    return unusable(`${shown} lies where the workspace’s own files are.`, 'Write it elsewhere, such as into build.');
  const there = world.files.readText(path);
  if (there?.kind === 'bad' && there.code === 'file/unexpected')
    return unusable(`${shown} can’t be written: something else than a file stands there.`, 'Name another file.');
  return null;
}
