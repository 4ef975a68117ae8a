import { brokenSchool, schoolFacts } from '../../facts/county/school-facts.ts';
import type { IsoDate } from '../../model/calendar.ts';
import type { CountySchool } from '../../model/county-school.generated.ts';
import type { Level } from '../../model/diagnostic.ts';
import type { Listing } from '../../model/listing.ts';
import { diagnose } from '../../rules/run.ts';
import { READING_LIST } from '../../workspace/layout.ts';
import type { World } from '../../world.ts';
import { keyOf } from '../check/many.ts';
import { assembleWith } from '../load.ts';

/** One school to look at. */
export interface CountyJob {
  readonly root: string;
  readonly path: string;
  readonly level: Level;
  readonly on: IsoDate;
}

/** The files of a school: the one place that knows where they come from. */
export async function listingOf(world: World, root: string): Promise<Listing> {
  return world.files.list(root, READING_LIST);
}

/**
 * Looks at one school. What was seen is remembered by the very content of its files, but never for a submission. Whatever
 * goes wrong with it stays with it: one school in hundreds must not keep the others from being told of.
 */
export async function lookAt(world: World, job: CountyJob): Promise<CountySchool> {
  const { root, level, on } = job;
  try {
    const listing = await listingOf(world, root);
    const look = (): CountySchool => {
      const assembly = assembleWith(world, listing);
      return schoolFacts(assembly, diagnose(assembly, { level, on }), job);
    };
    if (level === 'submission') return look();
    const memory = await world.remembered();
    const name = `county ${root}`;
    const key = keyOf(memory, world, listing, [job.path, level, on]);
    const kept = memory.recall(name, key);
    if (kept !== null) return JSON.parse(kept) as CountySchool;
    const school = look();
    memory.keep(name, key, JSON.stringify(school));
    return school;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return brokenSchool(job, `It can’t be looked at: ${why}`);
  }
}
