/** How long one document may take, and how long the browser may take to start. In milliseconds. */
export const LIMIT = 30_000;

/** What a document may take besides for every million characters, which is a book of a few hundred pages. */
const PER_MILLION = 60_000;

/** How long a document may take: a longer one longer. */
export function limitFor({ length }: string, least = LIMIT): number {
  return least + Math.round((length / 1_000_000) * PER_MILLION);
}

/**
 * What comes of something, or `late` where nothing does in time.
 * @param limit in milliseconds
 */
export async function inTime<T>(something: Promise<T>, limit: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limit);
  });
  try {
    return await Promise.race([something, late]);
  } finally {
    clearTimeout(timer);
    // What comes of it later is of no use to anyone.
    something.catch(() => undefined);
  }
}
