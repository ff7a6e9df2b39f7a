import { MOST_PENCE, type Pence, pence } from '../../money/pence.js';
import { readFields } from '../../reading/fields.js';
import { readMoney, readStatedAmount } from '../../reading/money-field.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { sayPence } from '../../shares/say.js';
import { type Reserve } from '../document.js';

/** Half of what is handled, so that an underspend can be added. */
const MOST = MOST_PENCE / 2n;

function readBalance(place: Place, raw: unknown): Read<Pence> {
  const balance = readMoney(place, raw);
  if (balance === null || (balance <= MOST && balance >= -MOST)) return balance;
  return fault(place, 'over-limit', `Expected a balance within ${sayPence(MOST)}; came ${sayPence(balance)}`);
}

/** What the reserve holds, which may be less than nothing, and its floor, nothing when left out. Null once a fault is noted. */
export function readReserve(place: Place, raw: unknown): Read<Reserve> {
  const fields = readFields(place, raw, ['balance', 'floor']);
  if (!fields) return null;
  const [rawFloor, balance] = [fields.get('floor'), readBalance(at(place, 'balance'), fields.get('balance'))];
  const floor = rawFloor === undefined ? pence(0n) : readStatedAmount(at(place, 'floor'), rawFloor);
  return balance === null || floor === null ? null : { balance, floor };
}
