import { type LocalDate, addDays } from '../calendar/local-date.js';
import { type Period } from '../calendar/period.js';
import { type Fraction, reduce, showFraction } from '../money/fraction.js';
import { type Pence, formatPounds } from '../money/pence.js';
import { type RiskPosition } from './position.js';
import { type ThresholdName } from './thresholds.js';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** `£2,710.00` */
export function sayPounds(amount: Pence): string {
  const [whole = '', pennies = ''] = formatPounds(amount).replace('-', '').split('.');
  return `${amount < 0n ? '−' : ''}£${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${pennies}`;
}

/** An exact number of pence: as pounds when it is whole, else as the pence it exactly is. */
export function sayExact(amount: Fraction): string {
  const { numerator, denominator } = reduce(amount);
  return denominator === 1n ? sayPounds(numerator as Pence) : `exactly ${showFraction(amount)} pence`;
}

/** `1 April 2026` */
export function sayDate(date: LocalDate): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

/** `1 April 2026 to 31 March 2027`: the first and the last day. */
export function sayPeriod({ from, until }: Period): string {
  return `${sayDate(from)} to ${sayDate(addDays(until, -1))}`;
}

/** `1 day`, `30 days` */
export function sayCount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What a partner is called; its id when the partnership does not list it. */
export function sayPartner({ partners }: Pick<RiskPosition, 'partners'>, id: string): string {
  return partners.find((partner) => partner.id === id)?.name ?? id;
}

/** A threshold in words, and whose it is: the agreement version's where that names it, else ours. */
export function sayThreshold({ thresholds, schedule }: RiskPosition, name: ThresholdName, words: string): string {
  const whose = thresholds.agreed.includes(name) ? `set by ${schedule?.named ?? 'the agreement'}` : 'our default';
  return `${words} (${whose})`;
}
