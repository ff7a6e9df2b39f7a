import { canonical } from '../digest.js';
import { pointTo } from '../outcome.js';
import { type Change } from './answer.js';

/** No step lists more changes than this; it says how many more there are. */
const MOST_LISTED = 100;

/** The elements of a list by their ids, or by their positions; the fields of an object by their names. */
function fieldsOf(value: object): ReadonlyMap<string, unknown> {
  if (!Array.isArray(value)) return new Map(Object.entries(value).filter(([, field]) => field !== undefined));
  const items = value as readonly unknown[];
  return new Map(
    items.map((item, i) => {
      const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : i;
      return [String(id), item];
    }),
  );
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Notes that what both lists have stands in another order, which decides who takes a penny. */
function collectOrder(was: readonly string[], is: readonly string[], at: string, changes: Change[]): void {
  const [before, after] = [new Set(was), new Set(is)];
  const [kept, left] = [was.filter((key) => after.has(key)), is.filter((key) => before.has(key))];
  if (kept.join(' ') !== left.join(' ')) changes.push({ at, from: kept, to: left });
}

function collect(was: unknown, is: unknown, at: string, changes: Change[]): void {
  if (!isHolder(was) || !isHolder(is) || Array.isArray(was) !== Array.isArray(is)) {
    if (canonical(was ?? null) !== canonical(is ?? null)) changes.push({ at, from: was ?? null, to: is ?? null });
    return;
  }
  const [before, after] = [fieldsOf(was), fieldsOf(is)];
  if (Array.isArray(was)) collectOrder([...before.keys()], [...after.keys()], at, changes);
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    collect(before.get(key), after.get(key), pointTo(at, key), changes);
  }
}

/** What differs between two documents: where (ids instead of positions), what stood there and what stands there now. */
export function changesBetween(
  was: unknown,
  is: unknown,
): { readonly listed: readonly Change[]; readonly more: number } {
  const changes: Change[] = [];
  collect(was, is, '', changes);
  return {
    listed: changes.slice(0, MOST_LISTED),
    more: changes.length > MOST_LISTED ? changes.length - MOST_LISTED : 0,
  };
}
