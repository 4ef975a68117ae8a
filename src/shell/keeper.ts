/**
 * Remembers what was read for an id, so that it is read once, and no more of it than a total size. What was not asked
 * for longest goes first.
 */
export function keeper<T>(
  most: number,
  read: (id: string) => Promise<{ readonly value: T; readonly size: number }>,
): (id: string) => Promise<T> {
  const kept = new Map<string, { readonly value: Promise<T>; size: number }>();
  let total = 0;
  return (id) => {
    const item = kept.get(id) ?? { value: reading(id), size: 0 };
    kept.delete(id);
    kept.set(id, item);
    return item.value;
  };

  async function reading(id: string): Promise<T> {
    const { value, size } = await read(id);
    const item = kept.get(id);
    if (item === undefined) return value;
    item.size = size;
    total += size;
    for (const [oldest, { size: freed }] of kept) {
      if (total <= most) break;
      kept.delete(oldest);
      total -= freed;
    }
    return value;
  }
}
