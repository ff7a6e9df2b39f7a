import { type LocalDate, daysBetween } from '../calendar/local-date.js';
import { type Severity } from './flag.js';
import { type RiskPosition } from './position.js';

/**
 * One rule for every flag, by date alone, since pounds that are much to one partner are little to another:
 * **high** from the day on which it is grave; before that **medium** once it bites or will within `unconfirmedWeeks` (13
 * weeks); else **low**. It is grave from the day it bites, except that an overdue contribution is grave from the day of
 * default, and that a concentration never is, for nothing has been lost yet (our decision).
 */
export function severityOf(
  { asAt, thresholds }: Pick<RiskPosition, 'asAt' | 'thresholds'>,
  bitesOn: LocalDate,
  graveOn: LocalDate | undefined,
): Severity {
  if (graveOn !== undefined && graveOn <= asAt) return 'high';
  return daysBetween(asAt, bitesOn) <= thresholds.unconfirmedWeeks * 7 ? 'medium' : 'low';
}
