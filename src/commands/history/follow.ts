import { READING_LIST, WORKSPACE_FILE } from '../../workspace/layout.ts';
import type { Commit, Repository, Stamp } from '../../world.ts';
import { hasSameName, isSameSchool, type School, schoolIn } from './school.ts';

/** What a commit holds of the workspace. */
export interface Step {
  readonly commit: Commit;
  /** `lost` where it is not in this clone, `other` where it has another school’s workspace in the folder. */
  readonly state: 'there' | 'absent' | 'lost' | 'other';
  /** The workspace's folder in the repository. */
  readonly folder: string;
  /** What of it lem reads: the same parts where nothing has changed. */
  readonly parts: readonly string[];
}

/** What a commit must have changed to have touched the workspace. */
export const NAMES: readonly string[] = [...READING_LIST.files, ...Object.keys(READING_LIST.folders)];

/** How many commits are asked about at once: git answers many questions sooner than as many times one. */
const AT_ONCE = 100;

/**
 * Follows a workspace through the commits, newest first, wherever it lay: a commit has it in the same folder as the one
 * after it, or if that has none of the school, in the one that holds the school's; of several, in the one that has most in
 * common with what it became, as git tells a file that was moved.
 * @param now the school of the workspace as it is on disk; null where that can't be told
 */
export async function follow(repository: Repository, now: School | null): Promise<readonly Step[]> {
  const { commits, next } = repository;
  const line = next === null ? commits : [...commits, next];
  const steps: Step[] = [];
  let { folder } = repository;
  let school = now;
  let parts: readonly string[] = [];
  let searched: string | null = null;
  for (let index = 0; index < line.length; index += AT_ONCE) {
    const some = line.slice(index, index + AT_ONCE);
    const before = folder;
    const stamps = await Promise.all(some.map(({ id }) => repository.stamp(id, before, NAMES)));
    for (const [at, commit] of some.entries()) {
      const stamp = folder === before ? stamps[at] : undefined;
      const here = await stepAt(commit, stamp ?? (await repository.stamp(commit.id, folder, NAMES)));
      const step = here.state === 'there' || here.state === 'lost' ? here : ((await elsewhere(commit)) ?? here);
      steps.push(step);
      if (step.state !== 'there') continue;
      ({ folder, parts } = step);
      searched = null;
    }
  }
  return steps;

  /** The workspace in the folder where it lay last. */
  async function stepAt(commit: Commit, stamp: Stamp): Promise<Step> {
    if (stamp.state !== 'there') return { commit, state: stamp.state, folder, parts: [] };
    const step: Step = { commit, state: 'there', folder, parts: stamp.parts };
    if (parts.length > 0 && isEqual(stamp.parts, parts)) return { ...step, parts };
    const entry = await repository.read(commit.id, folder, WORKSPACE_FILE);
    if (entry === null) return { ...step, state: 'absent', parts: [] };
    const found = schoolIn(entry);
    if (found !== null && school !== null && !isSameSchool(found, school) && !hasSameName(found, school))
      return { ...step, state: 'other', parts: [] };
    school = found ?? school;
    return step;
  }

  /** The workspace in another folder; looked for again only once the commit has others. */
  async function elsewhere(commit: Commit): Promise<Step | null> {
    const others = (await repository.filesNamed(commit.id, WORKSPACE_FILE)).filter((other) => other.folder !== folder);
    const list = others.map((other) => `${other.folder}\0${other.id}`).join('\0');
    if (list === searched) return null;
    searched = list;
    let best: { readonly step: Step; readonly found: School | null } | null = null;
    let most = 0;
    for (const other of others) {
      const found = schoolIn(await repository.read(commit.id, other.folder, WORKSPACE_FILE));
      if (found !== null && (school === null || !isSameSchool(found, school))) continue;
      const stamp = await repository.stamp(commit.id, other.folder, NAMES);
      if (stamp.state !== 'there') continue;
      const common = stamp.parts.filter((part) => parts.includes(part)).length;
      // One whose school can't be told may be it, by what it has in common; one of the school comes before it.
      const likely = common + (found === null ? 0 : NAMES.length + 1);
      if (likely <= most) continue;
      most = likely;
      best = { step: { commit, state: 'there', folder: other.folder, parts: stamp.parts }, found };
    }
    school = best?.found ?? school;
    return best?.step ?? null;
  }
}

/**
 * The steps that touched the workspace: those in which it is another than in the commit before. Of commits that are lost
 * or have none, the first alone; and none from before there was one.
 * @param steps newest first
 */
export function touched(steps: readonly Step[], { next }: Repository): readonly Step[] {
  const begun = steps.findLastIndex(({ state }) => state === 'there' || state === 'lost');
  return steps.slice(0, begun + 1).filter((step, index) => {
    const before = steps[index + 1];
    if (before === undefined) return next === null;
    return step.state !== before.state || !isEqual(step.parts, before.parts);
  });
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((part, index) => part === b[index]));
}
