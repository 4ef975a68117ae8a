import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** How many lots of jobs a worker has in hand, so that it never waits for the next. */
const IN_HAND = 2;
/** How many jobs are a lot where there are many: what goes from thread to thread wakes both. */
const LOT = 8;
/** How many lots there are for each worker at the least, so that all of them end at about the same time. */
const LOTS_EACH = 16;

/** What goes to a worker, a lot of jobs from the first one’s index on, and what comes back. */
export interface ToWorker {
  readonly first: number;
  readonly task: string;
  readonly jobs: readonly unknown[];
}
export type FromWorker =
  | { readonly first: number; readonly results: readonly unknown[] }
  | { readonly first: number; readonly fault: string };

/** Runs a task on every job, on as many cores as there are. Results come in the order of the jobs. */
export async function inParallel(
  task: string,
  jobs: readonly unknown[],
  each: (result: unknown, index: number) => void,
): Promise<void> {
  const waiting = new Map<number, unknown>();
  let next = 0;
  let due = 0;
  const workers = Array.from(
    { length: Math.max(1, Math.min(availableParallelism(), jobs.length)) },
    () => new Worker(new URL('./worker.js', import.meta.url)),
  );
  const lot = Math.max(1, Math.min(LOT, Math.floor(jobs.length / workers.length / LOTS_EACH)));
  try {
    await Promise.all(workers.map(serve));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  function serve(worker: Worker): Promise<void> {
    return new Promise((done, failed) => {
      let inHand = 0;
      const give = (): void => {
        while (inHand < IN_HAND && next < jobs.length) {
          worker.postMessage({ first: next, task, jobs: jobs.slice(next, next + lot) } satisfies ToWorker);
          next += lot;
          inHand++;
        }
        if (inHand === 0) done();
      };
      worker.on('error', failed);
      worker.on('message', (message: FromWorker) => {
        if ('fault' in message) return failed(new Error(message.fault));
        inHand--;
        for (const [index, result] of message.results.entries()) waiting.set(message.first + index, result);
        for (; waiting.has(due); due++) {
          each(waiting.get(due), due);
          waiting.delete(due);
        }
        give();
      });
      give();
    });
  }
}
