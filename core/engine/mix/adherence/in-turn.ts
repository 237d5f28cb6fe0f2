/** The same things in an order in which each comes round evenly, the first of them first: nobody makes six of a kind in a row. */
export function inTurn<T>(items: readonly T[]): T[] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const used = new Map<T, number>();
  return items.map((_, place) => {
    let next: T | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const [item, count] of counts) {
      const lag = ((place + 1) * count) / items.length - (used.get(item) ?? 0);
      if ((used.get(item) ?? 0) < count && lag > most + 1e-9) [next, most] = [item, lag];
    }
    used.set(next as T, (used.get(next as T) ?? 0) + 1);
    return next as T;
  });
}
