import { type Pot, type SharedLine } from '../document.js';
import { sayList, sayPence, sayPounds } from '../say.js';
import { netOfLines } from '../share-pot.js';
import { type Account } from '../account.js';

function sayLines(lines: readonly SharedLine[]): string {
  return sayList(lines.map(({ name, amount }) => `${name} ${sayPence(amount)}`));
}

/** How the amount that a pot shares on its basis comes about. */
export function sayNet(pot: Pot, { total }: Account): string {
  const less = pot.less.length > 0 ? `, less ${sayLines(pot.less)}` : '';
  if (pot.shared.length > 0)
    return `${pot.name}: ${sayLines(pot.shared)}${less}: ${sayPence(netOfLines(pot))} to share.`;
  return `${pot.name} has no shared lines. What its basis states for the days of each member${less}: ${sayPounds(total)}.`;
}
