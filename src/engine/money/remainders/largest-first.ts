import { type RoundedDown } from './quotas.js';

/** Up to here a partial order beats a sort; beyond it the sort's worst case is the better one. */
const FEW = 64;

/** Whether a value at a position comes before another: the larger one, of equal ones the one listed first. */
function isAhead(one: bigint, position: number, other: bigint, otherPosition: number): boolean {
  return one > other || (position < otherPosition && one === other);
}

/** Sorts positions by their values, the largest first, equal ones in agreement order. */
function sortAll(order: number[], values: readonly bigint[]): void {
  order.sort((a, b) => (isAhead(values[a] as bigint, a, values[b] as bigint, b) ? -1 : 1));
}

/**
 * Reorders positions so that the `count` with the largest values stand first, in no order among themselves (Hoare's
 * selection). Written out without helpers: it is where an apportionment spends its time.
 */
function partlySort(order: number[], values: readonly bigint[], count: number): void {
  let low = 0;
  let high = order.length - 1;
  while (low < high) {
    const middle = order[(low + high) >> 1] as number;
    const pivot = values[middle] as bigint;
    let i = low;
    let j = high;
    while (i <= j) {
      for (let a = order[i] as number; isAhead(values[a] as bigint, a, pivot, middle); a = order[i] as number) i += 1;
      for (let a = order[j] as number; isAhead(pivot, middle, values[a] as bigint, a); a = order[j] as number) j -= 1;
      if (i <= j) {
        const swapped = order[i] as number;
        order[i] = order[j] as number;
        order[j] = swapped;
        i += 1;
        j -= 1;
      }
    }
    if (count - 1 <= j) high = j;
    else if (count - 1 >= i) low = i;
    else return;
  }
}

/** Reorders positions so that those with the largest values come first, as far as what is left over reaches. */
export function largestFirst(order: number[], values: readonly bigint[], { left, odd }: RoundedDown): void {
  if (odd > 0n || order.length > FEW) sortAll(order, values);
  else if (left > 0) partlySort(order, values, left);
}
