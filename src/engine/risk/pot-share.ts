import { type Fraction, ONE, ZERO, isZero, multiply, showFraction, subtract, sum } from '../money/fraction.js';
import { type Spread } from './bill.js';
import { spreadDownLadder } from './down-ladder.js';
import { type RiskPosition, type RiskPot, type RiskSource } from './position.js';
import { sayExact, sayPartner } from './words.js';

/** The pot of the schedule in force that a source pays for; undefined when there is no schedule or no such pot. */
export function potOf({ schedule }: RiskPosition, source: RiskSource): RiskPot | undefined {
  return schedule?.pots.find(({ id }) => id === source.pot);
}

/**
 * Spreads an amount down the overspend ladder of the version in force, where it has one and the pot is pooled; else by the
 * partners' exact shares of the pot: what the shares leave of one, nobody is known to bear; nor any of it when no schedule in
 * force says.
 */
export function spread(position: RiskPosition, source: RiskSource, exact: Fraction): Spread {
  const pot = potOf(position, source);
  const down = pot?.isPooled ? spreadDownLadder(position, exact) : undefined;
  if (down) return down;
  if (!position.schedule || !pot || pot.shares.size === 0) return unspread(source, exact);
  const { named, records } = position.schedule;
  const shares = [...pot.shares].filter(([, share]) => !isZero(share));
  const left = subtract(ONE, sum(pot.shares.values()));
  const said = shares.map(([partner, share]) => `${sayPartner(position, partner)} ${showFraction(share)}`);
  const all = isZero(left) ? said : [...said, `nobody ${showFraction(left)}`];
  const parts = shares.map(([bearer, share]) => ({ bearer, exact: multiply(exact, share) }));
  return {
    parts: [...parts, { bearer: undefined, exact: multiply(exact, left) }],
    working: `${sayExact(exact)} is spread by the partners' exact shares of the pot "${pot.name}" (${named}): ${all.join(', ')}.`,
    records,
  };
}

function unspread({ pot }: RiskSource, exact: Fraction): Spread {
  if (isZero(exact))
    return { parts: [{ bearer: undefined, exact: ZERO }], working: 'There is nothing to spread.', records: [] };
  const why = pot === undefined ? 'it names no pot' : `no agreement version in force shares a pot "${pot}"`;
  return {
    parts: [{ bearer: undefined, exact }],
    working: `${sayExact(exact)} is undetermined: ${why}, so nobody is known to bear it.`,
    records: [],
  };
}
