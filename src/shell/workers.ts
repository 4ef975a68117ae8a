import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** How many jobs a worker has in hand, so that it never waits for the next. */
const IN_HAND = 4;

/** In MB. What a workspace takes is soon let go: with little room for what is young, a tenth of the time goes into clearing up. */
const YOUNG = 64;

/** What goes to a worker, and what comes back. */
export interface ToWorker {
  readonly index: number;
  readonly task: string;
  readonly job: unknown;
}
export type FromWorker =
  | { readonly index: number; readonly result: unknown }
  | { readonly index: number; readonly fault: string };

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
    () => new Worker(new URL('./worker.js', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } }),
  );
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
          worker.postMessage({ index: next, task, job: jobs[next] } satisfies ToWorker);
          next++;
          inHand++;
        }
        if (inHand === 0) done();
      };
      worker.on('error', failed);
      worker.on('message', (message: FromWorker) => {
        if ('fault' in message) return failed(new Error(message.fault));
        inHand--;
        waiting.set(message.index, message.result);
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
