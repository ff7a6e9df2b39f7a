/** Does work after work, eight at a time: one at a time, half of each wait is for nothing. The first fault ends it. */
export async function severalAtOnce(works: Iterable<() => Promise<void>>): Promise<void> {
  const rest = works[Symbol.iterator]();
  const worker = async () => {
    for (let next = rest.next(); !next.done; next = rest.next()) await next.value();
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
