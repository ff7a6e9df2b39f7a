import { type LocalDate } from '../../calendar/local-date.js';

/** A line of the host's ledger, in signed pence, read the same way round as the account of ours that it is held against. */
export interface Item {
  readonly id: string;
  readonly on: LocalDate;
  readonly reference: string | null;
  readonly pence: bigint;
}

/** What one entry of ours comes to on that account, and the entry that it reverses, if it does. */
export interface OurItem extends Item {
  readonly reverses: string | null;
}

/** The lines of both sides, as far as nothing matches them yet. */
export interface Sides {
  readonly host: readonly Item[];
  readonly ours: readonly OurItem[];
}

/** A reference as both sides may have written it: `BACS 0042/1` is `bacs-00421`. None where nothing of it is left. */
export function plainReference({ reference }: Item): string | undefined {
  const plain = (reference ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return plain === '' ? undefined : plain;
}

/** What several lines come to, in pence. */
export function sumOf(items: readonly Item[]): bigint {
  return items.reduce((sum, { pence }) => sum + pence, 0n);
}

/** By day, then by what they say, then by id: so that what is made of them does not depend on how they came. */
export function inOrder<T extends Item>(items: readonly T[]): readonly T[] {
  const keys = new Map(items.map((item) => [item, `${item.on} ${plainReference(item) ?? ''} ${item.id}`] as const));
  const keyOf = (item: T) => keys.get(item) ?? '';
  return [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

/** Lines that have the same key, in their order; those without a key are left out. */
export function alike<T, K>(items: readonly T[], keyOf: (item: T) => K | undefined): ReadonlyMap<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
