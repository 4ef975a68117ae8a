import type { World } from '../world.ts';
import { type CheckAsked, checkOne } from './check/many.ts';
import { type CountyJob, lookAt } from './county/look-at.ts';
import { type MoveJob, moveSchool } from './county/move-school.ts';

/** What can be done in a thread beside the main one, by name: a job goes in and a result comes out as plain data. */
export const TASKS: { readonly [name: string]: (world: World, job: unknown) => Promise<unknown> } = {
  check: (world, job) => checkOne(world, job as CheckAsked),
  county: (world, job) => lookAt(world, job as CountyJob),
  move: (world, job) => moveSchool(world, job as MoveJob),
};
