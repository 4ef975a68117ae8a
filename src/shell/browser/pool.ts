/** Things to work with, of which each serves one job after another. */
export interface Pool<T> {
  /** Runs a job with one of them. Jobs wait their turn in the order they came. */
  readonly use: <R>(job: (one: T) => Promise<R>) => Promise<R>;
}

/**
 * Keeps a few things that are costly to make. Only when jobs come faster than they are done is another made.
 * @param first the one that is there already
 * @param more makes another
 * @param most how many there may be
 */
export function pool<T>(first: T, more: () => Promise<T>, most: number): Pool<T> {
  const idle: T[] = [first];
  const waiting: ((one: T) => void)[] = [];
  let made = 1;
  const take = async (): Promise<T> => {
    const one = idle.pop();
    if (one !== undefined) return one;
    if (made >= most) return new Promise((resolve) => waiting.push(resolve));
    made++;
    try {
      return await more();
    } catch (error) {
      made--;
      throw error;
    }
  };
  const give = (one: T): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(one);
    else next(one);
  };
  return {
    use: async (job) => {
      const one = await take();
      try {
        return await job(one);
      } finally {
        give(one);
      }
    },
  };
}
