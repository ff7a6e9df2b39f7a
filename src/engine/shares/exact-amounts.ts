import { partAt } from '../money/exact-parts.js';
import { type Fraction, ZERO, add } from '../money/fraction.js';
import { type SharesDocument } from './document.js';
import { type PotReport } from './report.js';

/** What each partner bears of all pots before anything was rounded, in pence; also those that bear nothing. */
export function exactAmounts(
  { partners }: SharesDocument,
  reports: readonly PotReport[],
): ReadonlyMap<string, Fraction> {
  const amounts = new Map<string, Fraction>(partners.map(({ id }) => [id, ZERO]));
  for (const { pot, exact: all } of reports) {
    for (const { exact, only } of all) {
      for (const [i] of exact.parts.entries()) {
        const id = pot.members[only ?? i]?.id ?? '';
        amounts.set(id, add(amounts.get(id) ?? ZERO, partAt(exact, i)));
      }
    }
  }
  return amounts;
}
