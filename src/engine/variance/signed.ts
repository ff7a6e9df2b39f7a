import { type Pence, formatPounds } from '../money/pence.js';
import { byId } from '../shares/ids.js';
import { type Partner } from '../shares/partner.js';
import { type ByPartner } from './answer.js';
import { type Direction } from './document.js';
import { type Entry } from './report.js';

/** An amount with the sign that it has in a variance: what is spent beyond the budget is above nothing. */
export function signed(of: Direction, amount: bigint): Pence {
  return (of === 'overspend' ? amount : -amount) as Pence;
}

/** What a step makes those pay on whom it falls, or get back, by id. */
export function showSigned({ of, partners }: Pick<Entry, 'of' | 'partners'>, members: readonly Partner[]): ByPartner {
  return byId(
    [...partners].map(([position, n]) => [members[position]?.id ?? '', formatPounds(signed(of, n))] as const),
  );
}
