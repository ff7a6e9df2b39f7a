/** Nothing at all above it, so that `constructor` is only a key; made by `new`, which costs a third of `Object.create(null)`. */
const Keyed = function () {} as unknown as new () => Record<string, never>;
Keyed.prototype = Object.create(null) as object;

/** A record keyed by ids that came from outside, which has no fields but those. */
export function byId<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  const record: Record<string, T> = new Keyed();
  for (const [id, value] of entries) record[id] = value;
  return record;
}

/** As `zipById`, of those that are not null as they are shown. */
export function showById<T>(
  ids: readonly string[],
  values: readonly (T | null)[],
  show: (value: T) => string,
): Readonly<Record<string, string>> {
  const record: Record<string, string> = new Keyed();
  for (let position = 0; position < ids.length; position += 1) {
    const value = values[position] ?? null;
    if (value !== null) record[ids[position] as string] = show(value);
  }
  return record;
}

/** As `byId`, from ids and values in the same order. */
export function zipById<T>(ids: readonly string[], values: readonly T[]): Readonly<Record<string, T>> {
  const record: Record<string, T> = new Keyed();
  for (let position = 0; position < ids.length; position += 1) record[ids[position] as string] = values[position] as T;
  return record;
}
