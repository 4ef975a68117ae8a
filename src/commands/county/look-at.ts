import { brokenSchool, schoolFacts } from '../../facts/county/school-facts.ts';
import type { IsoDate } from '../../model/calendar.ts';
import type { CountySchool } from '../../model/county-school.generated.ts';
import type { Level } from '../../model/diagnostic.ts';
import { RULES, SUBMISSION_RULES } from '../../rules/index.ts';
import { diagnose } from '../../rules/run.ts';
import type { World } from '../../world.ts';
import { type SchoolAt, schoolAt } from './school-at.ts';
import type { SchoolSource } from './sources.ts';

/** One school to look at. */
export interface CountyJob extends Omit<SchoolSource, 'id'> {
  readonly level: Level;
  readonly on: IsoDate;
}

/**
 * Looks at one school. What was seen is remembered by the very content of its files, but never for a submission. Whatever
 * goes wrong with it stays with it: one school in hundreds must not keep the others from being told of.
 */
export async function lookAt(world: World, job: CountyJob): Promise<CountySchool> {
  const { root, path, seenIn, level, on } = job;
  try {
    const at = schoolAt(world, job);
    if ('broken' in at) return brokenSchool(job, at.broken);
    if (level === 'submission') return await seenAt(at, job);
    const memory = await world.remembered();
    const name = `county ${root}`;
    const key = at.key(memory, [seenIn, path, level, on]);
    const kept = memory.recall(name, key);
    if (kept !== null) return JSON.parse(kept) as CountySchool;
    const school = await seenAt(at, job);
    memory.keep(name, key, JSON.stringify(school));
    return school;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return brokenSchool(job, `It can’t be looked at: ${why}`);
  }
}

async function seenAt(at: SchoolAt, job: CountyJob): Promise<CountySchool> {
  const opened = await at.open();
  if ('broken' in opened) return brokenSchool(job, opened.broken);
  const { assembly, submission } = opened;
  const { level, on } = job;
  const rules = submission === null ? RULES : SUBMISSION_RULES;
  return schoolFacts(assembly, diagnose(assembly, { level, on, rules }), { ...job, submission });
}
