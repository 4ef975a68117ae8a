import { parentPort } from 'node:worker_threads';
import { TASKS } from './commands/tasks.ts';
import { makeWorld } from './make-world.ts';
import type { FromWorker, ToWorker } from './shell/workers.ts';

/** A thread beside the main one: does the tasks it is sent, one after the other, so that it holds no more than one needs. */
const world = makeWorld(80);
let before: Promise<void> = Promise.resolve();
parentPort?.on('message', (message: ToWorker) => {
  before = before.then(() => done(message));
});

async function done({ first, task, jobs }: ToWorker): Promise<void> {
  const answer = (message: FromWorker): void => parentPort?.postMessage(message);
  try {
    const work = Object.hasOwn(TASKS, task) ? TASKS[task] : undefined;
    if (work === undefined) throw new Error(`There is no task ${task}.`);
    const results: unknown[] = [];
    for (const job of jobs) results.push(await work(world, job));
    answer({ first, results });
  } catch (error) {
    answer({ first, fault: error instanceof Error ? error.message : String(error) });
  }
}
