import { type Pence } from '../../money/pence.js';
import { readFigure } from '../../reading/decimal-field.js';
import { readFields } from '../../reading/fields.js';
import { readStatedAmount } from '../../reading/money-field.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { sayPence } from '../../shares/say.js';
import { type Limit } from '../steps/step.js';

/** A percentage of the budget; of a budget below nothing there is none. */
function readPercent(place: Place, raw: unknown, budget: Pence | null): Read<Limit> {
  const percent = readFigure(place, raw);
  if (budget !== null && budget < 0n) {
    return fault(place, 'negative-driver', `Expected a budget that is not negative; it is ${sayPence(budget)}`);
  }
  return percent && { kind: 'percentOfBudget', percent };
}

/** A step's limit: `{ "amount": … }` or `{ "percentOfBudget": … }`, not both. Null once a fault is noted. */
export function readLimit(place: Place, raw: unknown, budget: Pence | null): Read<Limit> {
  const fields = readFields(place, raw, ['amount', 'percentOfBudget']);
  if (!fields) return null;
  const [rawAmount, rawPercent] = [fields.get('amount'), fields.get('percentOfBudget')];
  if (rawAmount !== undefined && rawPercent !== undefined) {
    return fault(at(place, 'percentOfBudget'), 'unknown-field', 'Expected no percentage in a limit that is an amount');
  }
  if (rawPercent !== undefined) return readPercent(at(place, 'percentOfBudget'), rawPercent, budget);
  const amount = readStatedAmount(at(place, 'amount'), rawAmount);
  return amount === null ? null : { kind: 'amount', amount };
}
