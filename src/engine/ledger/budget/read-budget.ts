import { type Pence } from '../../money/pence.js';
import { type Outcome } from '../../outcome.js';
import { readFields } from '../../reading/fields.js';
import { readStatedAmount } from '../../reading/money-field.js';
import { type Place, type Read, at, note } from '../../reading/place.js';
import { readLineId, readRows } from './read-row.js';

/** What one line may spend in a year. */
export interface BudgetLine {
  readonly line: string;
  readonly name: string;
  readonly pence: Pence;
}

const MOST_LINES = 500;

function readName(place: Place, raw: unknown): Read<string> {
  if (typeof raw === 'string' && raw.trim() !== '' && raw.length <= 200) return raw;
  return note(place, 'not-text', 'its name, of 1 to 200 characters', raw);
}

function readLine(place: Place, raw: unknown): Read<BudgetLine> {
  const fields = readFields(place, raw, ['line', 'name', 'amount']);
  if (!fields) return null;
  const line = readLineId(at(place, 'line'), fields.get('line'));
  const name = readName(at(place, 'name'), fields.get('name'));
  const pence = readStatedAmount(at(place, 'amount'), fields.get('amount'));
  return line === null || name === null || pence === null ? null : { line, name, pence };
}

/** The lines of a budget as they are posted, 500 at most, each once, none below nothing; or every fault. */
export function readBudgetLines(raw: unknown): Outcome<readonly BudgetLine[]> {
  return readRows(raw, MOST_LINES, readLine, ({ line }) => line);
}
