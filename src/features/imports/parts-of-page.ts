import type { ListQuery } from '../../platform/database/listing.js';

/** One lot of the rows of a sheet, as it was kept: how many it has, and where in the sheet the first of them lies. */
export interface Part {
  readonly number: number;
  readonly many: number;
  readonly first: number;
}

/** The first and the last part that hold the rows of a page, which are read one part after another, either way. */
export function partsOfPage(
  parts: readonly Part[],
  { after, descending, limit }: Pick<ListQuery, 'after' | 'descending' | 'limit'>,
): readonly [number, number] {
  const until = parts.findLastIndex(({ first }) => after === undefined || first <= BigInt(after.value));
  const left = descending ? parts.slice(0, until + 1).reverse() : parts.slice(after ? Math.max(until, 0) : 0);
  // Of the part where the page before ended nothing may be left; one row more tells whether there is another page.
  let rows = after ? -(left[0]?.many ?? 0) : 0;
  const enough = left.findIndex(({ many }) => (rows += many) > limit);
  const held = left.slice(0, enough === -1 ? left.length : enough + 1).map(({ number }) => number);
  return held.length === 0 ? [0, 0] : [Math.min(...held), Math.max(...held)];
}
