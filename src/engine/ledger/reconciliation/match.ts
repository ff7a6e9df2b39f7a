import { inOrder, type Item, type Sides } from './item.js';
import { type Match, rules } from './rules.js';

/**
 * Brings together lines of the host's ledger and entries of ours (our decision): the same reference and amount; the same
 * amount at most `days` apart; all of one reference that comes to the same; what has one reference and other amounts; and
 * entries of ours with what reversed them. No line is in two matches, and their order does not matter.
 */
export function match(sides: Sides, days: number): readonly Match[] {
  let left: Sides = { host: inOrder(sides.host), ours: inOrder(sides.ours) };
  mustDiffer(left.host);
  mustDiffer(left.ours);
  return rules.flatMap((rule) => {
    const found = rule(left, days);
    left = without(left, found);
    return found;
  });
}

/** The lines that no match has. */
export function without(sides: Sides, matches: readonly Pick<Match, 'host' | 'ours'>[]): Sides {
  const [host, ours] = [new Set<string>(), new Set<string>()];
  for (const found of matches) {
    for (const id of found.host) host.add(id);
    for (const id of found.ours) ours.add(id);
  }
  return {
    host: sides.host.filter(({ id }) => !host.has(id)),
    ours: sides.ours.filter(({ id }) => !ours.has(id)),
  };
}

function mustDiffer(items: readonly Item[]): void {
  if (new Set(items.map(({ id }) => id)).size !== items.length) throw new RangeError('Two lines have one id');
}
