import { apportionShares } from '../money/apportion.js';
import { type Fraction, ZERO, add, fromPence, isZero, roundHalfAwayFromZero, sum } from '../money/fraction.js';
import { type Pence, pence } from '../money/pence.js';
import { byText } from './as-known.js';
import { type Bill, type RecordRef } from './flag.js';
import { type RiskPosition } from './position.js';

/** Who bears what before rounding, in exact pence; what nobody is known to bear stands under `undefined`. */
export type Burden = ReadonlyMap<string | undefined, Fraction>;

/** One part of a burden. */
export interface Part {
  readonly bearer: string | undefined;
  readonly exact: Fraction;
}

/** An amount spread over the partners, how, and the records that say so. */
export interface Spread {
  readonly parts: readonly Part[];
  readonly working: string;
  readonly records: readonly RecordRef[];
}

/** The parts put together, each under who bears it. */
export function burdenOf(parts: readonly Part[]): Burden {
  const burden = new Map<string | undefined, Fraction>();
  for (const { bearer, exact } of parts) burden.set(bearer, add(burden.get(bearer) ?? ZERO, exact));
  return burden;
}

/** The exact whole of a burden. */
export function wholeOf(burden: Burden): Fraction {
  return sum(burden.values());
}

/** Those who bear something: in the partnership's listing order, then any it does not list, by id. */
function bearersOf({ partners }: Pick<RiskPosition, 'partners'>, burden: Burden): readonly string[] {
  const listed = partners.map(({ id }) => id);
  const others = [...burden.keys()].filter((id) => id !== undefined).filter((id) => !listed.includes(id));
  return [...listed, ...others.toSorted(byText)].filter((id) => !isZero(burden.get(id) ?? ZERO));
}

/**
 * Rounds a burden once. A whole that is not whole pence is first rounded to the penny, halves away from zero; it is then
 * apportioned in proportion to the exact parts by largest remainder, equal remainders in the partnership's listing order
 * and what nobody bears last. The parts always make the total.
 */
export function billOf(position: Pick<RiskPosition, 'partners'>, burden: Burden): Bill {
  const bearers = bearersOf(position, burden);
  const total = pence(roundHalfAwayFromZero(wholeOf(burden)));
  const exact = [...bearers, undefined].map((bearer) => burden.get(bearer) ?? ZERO);
  const parts = apportionShares(total, exact);
  const partners = bearers.map((partner, index) => ({ partner, amount: parts[index] as Pence }));
  return foots({ total, partners, undetermined: parts.at(-1) as Pence });
}

/** A burden in whole pence needs no rounding. */
export function inPence(bearer: string | undefined, amount: Pence): Part {
  return { bearer, exact: fromPence(amount) };
}

function foots(bill: Bill): Bill {
  const made = bill.partners.reduce<bigint>((made, { amount }) => made + amount, bill.undetermined);
  if (made !== bill.total) throw new Error('The parts of a flag do not make its total');
  return bill;
}
