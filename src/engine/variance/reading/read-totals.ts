import { type Fields } from '../../reading/fields.js';
import { MOST_PENCE, type Pence, pence } from '../../money/pence.js';
import { readMoney } from '../../reading/money-field.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { sayPence } from '../../shares/say.js';
import { type Scope } from '../../shares/scope.js';
import { type Line } from '../document.js';
import { readLines } from './read-lines.js';

/** What was budgeted and what is forecast, in total and by line. */
export interface Totals {
  readonly budget: Pence;
  readonly forecast: Pence;
  readonly lines: readonly Line[];
}

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

/** A quarter of what is handled, so that a variance, its parts and what nobody bears of it are within that together. */
const MOST_VARIANCE = MOST_PENCE / 4n;

/** Whether amounts and variances stay within what is handled (INV-12); false, with a fault, when they do not. */
function isHandled(place: Place, lines: readonly Pick<Line, 'budget' | 'forecast'>[]): boolean {
  let [amounts, variances] = [0n, 0n];
  for (const { budget, forecast } of lines) {
    amounts += magnitude(budget) > magnitude(forecast) ? magnitude(budget) : magnitude(forecast);
    variances += magnitude(forecast - budget);
  }
  if (amounts <= MOST_PENCE && variances <= MOST_VARIANCE) return true;
  const most = `${sayPence(MOST_PENCE)} together, with variances within ${sayPence(MOST_VARIANCE)}`;
  fault(place, 'over-limit', `Expected amounts that stay within ${most}; these come to more`);
  return false;
}

/** Notes a total that is stated beside the lines and is not theirs. */
function checkTotal(place: Place, raw: unknown, sum: bigint): void {
  const stated = raw === undefined ? null : readMoney(place, raw);
  if (stated === null || stated === sum) return;
  const wanted = `Expected what the lines come to, ${sayPence(sum)}; came ${sayPence(stated)}`;
  fault(place, 'amounts-do-not-match', wanted);
}

function readOfLines(place: Place, fields: Fields, scope: Scope): Read<Totals> {
  const lines = readLines(at(place, 'lines'), fields.get('lines'), scope);
  if (!lines || !isHandled(at(place, 'lines'), lines)) return null;
  const sum = (of: 'budget' | 'forecast') => pence(lines.reduce((so, line) => so + line[of], 0n));
  const [budget, forecast] = [sum('budget'), sum('forecast')];
  checkTotal(at(place, 'budget'), fields.get('budget'), budget);
  checkTotal(at(place, 'forecast'), fields.get('forecast'), forecast);
  return { budget, forecast, lines };
}

/** Budget and forecast of the whole, or of each line; totals beside lines must be theirs. Null once a fault is noted. */
export function readTotals(place: Place, fields: Fields, scope: Scope): Read<Totals> {
  if (fields.has('lines')) return readOfLines(place, fields, scope);
  const budget = readMoney(at(place, 'budget'), fields.get('budget'));
  const forecast = readMoney(at(place, 'forecast'), fields.get('forecast'));
  if (budget === null || forecast === null) return null;
  return isHandled(at(place, 'forecast'), [{ budget, forecast }]) ? { budget, forecast, lines: [] } : null;
}
