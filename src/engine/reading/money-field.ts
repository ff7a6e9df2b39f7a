import { type Pence, readPounds } from '../money/pence.js';
import { type Place, type Read, fault, note } from './place.js';

const MONEY = 'pounds as text with two decimals, such as "1234.00", within ten million million';

/** Money at its place in a document; null, with a fault, for anything else (formula.md, conventions; INV-12). */
export function readMoney(place: Place, raw: unknown): Read<Pence> {
  return readPounds(raw) ?? note(place, 'not-money', MONEY, raw);
}

/** Money that drives a share and so may not be negative. */
export function readStatedAmount(place: Place, raw: unknown): Read<Pence> {
  const amount = readMoney(place, raw);
  if (amount === null || amount >= 0n) return amount;
  return fault(place, 'negative-driver', `Expected an amount that is not negative; came "${raw as string}"`);
}
