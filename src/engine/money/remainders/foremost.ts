/** Whether the position `a` comes before the position `b`. A strict total order: of two positions exactly one is ahead. */
export type Ahead = (a: number, b: number) => boolean;

/** Up to here a partial order beats a sort; beyond it the sort's worst case is the better one. */
const FEW = 64;

/** Splits `order` between `low` and `high` about one of its positions; the index where the two sides meet. */
function partition(order: number[], low: number, high: number, ahead: Ahead): readonly [number, number] {
  const pivot = order[(low + high) >> 1] as number;
  let [i, j] = [low, high];
  while (i <= j) {
    while (ahead(order[i] as number, pivot)) i += 1;
    while (ahead(pivot, order[j] as number)) j -= 1;
    if (i <= j) {
      [order[i], order[j]] = [order[j] as number, order[i] as number];
      i += 1;
      j -= 1;
    }
  }
  return [j, i];
}

/** Reorders `order` so that its first `count` positions are those ahead of all others, in no order among themselves. */
export function foremostFirst(order: number[], count: number, ahead: Ahead): void {
  if (order.length > FEW) {
    order.sort((a, b) => (ahead(a, b) ? -1 : 1));
    return;
  }
  let [low, high] = [0, order.length - 1];
  while (low < high) {
    const [left, right] = partition(order, low, high, ahead);
    if (count - 1 <= left) high = left;
    else if (count - 1 >= right) low = right;
    else return;
  }
}

/** The position ahead of all others in `order` from `start` on. */
export function foremost(order: readonly number[], start: number, ahead: Ahead): number {
  let best = order[start] as number;
  for (let i = start + 1; i < order.length; i += 1) {
    if (ahead(order[i] as number, best)) best = order[i] as number;
  }
  return best;
}
