/** A record keyed by ids that came from outside: without a prototype, so that `constructor` is only a key. */
export function byId<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  const record = Object.create(null) as Record<string, T>;
  for (const [id, value] of entries) record[id] = value;
  return record;
}

/** As `byId`, from ids and values in the same order. */
export function zipById<T>(ids: readonly string[], values: readonly T[]): Readonly<Record<string, T>> {
  return byId(ids.map((id, position) => [id, values[position] as T] as const));
}
