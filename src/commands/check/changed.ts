import type { IsoDate } from '../../model/calendar.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { Assembly } from '../../workspace/assemble.ts';
import { dependents, reachesAll } from '../../workspace/dependents.ts';
import { yearOn } from '../../workspace/select.ts';
import type { World } from '../../world.ts';
import type { Ways } from './ways.ts';

/** The files of a workspace that git says have changed; null where all count. */
export async function changedHere(
  world: World,
  { changed }: Ways,
  root: string,
): Promise<{ readonly files: readonly string[] | null } | { readonly refusal: Outcome }> {
  if (changed === null) return { files: null };
  const answer = await world.changedFiles(root, changed.base);
  return answer.state === 'known' ? answer : { refusal: unusable(answer.message, answer.remedy) };
}

/** Whether a file is one of those that changed or depends on one. Without a programme none is known to depend on another. */
export function reachedBy(
  changed: readonly string[] | null,
  assembly: Assembly,
  on: IsoDate,
): (file: string) => boolean {
  if (changed === null || reachesAll(changed)) return () => true;
  if (assembly.state === 'unusable') return (file) => changed.includes(file);
  const { workspace } = assembly;
  const reached = dependents(workspace, changed, yearOn(workspace, on));
  return (file) => reached.has(file);
}
