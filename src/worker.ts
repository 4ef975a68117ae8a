import { parentPort } from 'node:worker_threads';
import { TASKS } from './commands/tasks.ts';
import { makeWorld } from './make-world.ts';
import type { FromWorker, ToWorker } from './shell/workers.ts';

/** A thread beside the main one: does the tasks it is sent, one after the other. */
const world = makeWorld(80);
parentPort?.on('message', async ({ index, task, job }: ToWorker) => {
  const answer = (message: FromWorker): void => parentPort?.postMessage(message);
  try {
    const work = Object.hasOwn(TASKS, task) ? TASKS[task] : undefined;
    if (work === undefined) throw new Error(`There is no task ${task}.`);
    answer({ index, result: await work(world, job) });
  } catch (error) {
    answer({ index, fault: error instanceof Error ? error.message : String(error) });
  }
});
