import { type FinancialYear } from '../../calendar/financial-year.js';
import { type LocalDate } from '../../calendar/local-date.js';
import { apportion } from '../../money/apportion.js';
import { type Pence } from '../../money/pence.js';
import { dueDays, type Profile } from './profile.js';

/** One part of a partner's share of a year: when it falls due, and how much, in pence. */
export interface Instalment {
  readonly number: number;
  readonly dueOn: LocalDate;
  readonly pence: Pence;
}

/**
 * A share of a year, in pence, in the equal parts of a profile. Every penny of it and no more: each part is rounded down
 * and the pennies left over go one each to the earliest (formula.md, rounding: largest remainder, where all are equal in the
 * order given). A share below nothing, which a partner gets back, is parted as its positive and negated.
 */
export function instalments(share: Pence, year: FinancialYear, profile: Profile): readonly Instalment[] {
  const days = dueDays(year, profile);
  const parts = apportion(
    share,
    days.map(() => 1n),
  );
  return parts.map((pence, index) => ({ number: index + 1, dueOn: days[index] as LocalDate, pence }));
}
