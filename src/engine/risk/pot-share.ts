import { type Fraction, ZERO, divide, isZero, multiply, showFraction, sum } from '../money/fraction.js';
import { type RecordRef } from './flag.js';
import { type Part } from './bill.js';
import { type RiskPosition, type RiskPot, type RiskSource } from './position.js';
import { sayExact, sayPartner } from './words.js';

/** An amount spread over the partners, how, and the records that say so. */
export interface Spread {
  readonly parts: readonly Part[];
  readonly working: string;
  readonly records: readonly RecordRef[];
}

/** The pot of the schedule in force that a source pays for; undefined when there is no schedule or no such pot. */
export function potOf({ schedule }: RiskPosition, source: RiskSource): RiskPot | undefined {
  return schedule?.pots.find(({ id }) => id === source.pot);
}

/** Spreads an amount in exact proportion to the partners' shares of the pot; to nobody when no schedule in force says. */
export function spread(position: RiskPosition, source: RiskSource, exact: Fraction): Spread {
  const pot = potOf(position, source);
  const whole = sum(pot?.shares.values() ?? []);
  if (!position.schedule || !pot || isZero(whole)) return unspread(source, exact);
  const { named, records } = position.schedule;
  const shares = [...pot.shares].map(([bearer, weight]) => ({ bearer, share: divide(weight, whole) }));
  const said = shares.map(({ bearer, share }) => `${sayPartner(position, bearer)} ${showFraction(share)}`).join(', ');
  return {
    parts: shares.map(({ bearer, share }) => ({ bearer, exact: multiply(exact, share) })),
    working: `${sayExact(exact)} is spread by the partners' exact shares of the pot "${pot.name}" (${named}): ${said}.`,
    records,
  };
}

function unspread({ pot }: RiskSource, exact: Fraction): Spread {
  if (isZero(exact)) return { parts: [{ bearer: undefined, exact: ZERO }], working: 'There is nothing to spread.', records: [] };
  const why = pot === undefined ? 'it names no pot' : `no agreement version in force shares a pot "${pot}"`;
  return {
    parts: [{ bearer: undefined, exact }],
    working: `${sayExact(exact)} is undetermined: ${why}, so nobody is known to bear it.`,
    records: [],
  };
}
