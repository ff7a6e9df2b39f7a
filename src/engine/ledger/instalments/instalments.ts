import { type FinancialYear } from '../../calendar/financial-year.js';
import { addDays, type LocalDate } from '../../calendar/local-date.js';
import { apportionShares } from '../../money/apportion.js';
import { type Fraction, ONE } from '../../money/fraction.js';
import { type Pence } from '../../money/pence.js';
import { dueDays, type Profile } from './profile.js';
import { type InstalmentTerms } from './terms.js';

/** One part of a partner's share of a year: when it falls due, until when it is paid in time, and how much, in pence. */
export interface Instalment {
  readonly number: number;
  readonly dueOn: LocalDate;
  readonly payBy: LocalDate;
  readonly pence: Pence;
}

interface Part {
  readonly day: LocalDate;
  readonly weight: Fraction;
}

/** The day `MM-DD` of a financial year: January to March are in its second calendar year. */
function dayIn(year: FinancialYear, day: string): LocalDate {
  const start = Number(year.slice(0, 4));
  return `${day < '04-01' ? start + 1 : start}-${day}` as LocalDate;
}

function partsOf(year: FinancialYear, falls: InstalmentTerms['falls']): readonly Part[] {
  if (typeof falls === 'string') return dueDays(year, falls satisfies Profile).map((day) => ({ day, weight: ONE }));
  return falls.map(({ day, percent }) => ({ day: dayIn(year, day), weight: percent }));
}

/**
 * A share of a year, in pence, in the parts that the terms state. Every penny of it and no more: each part is rounded down
 * and the pennies left over go one each by the rule for odd pennies (formula.md, rounding; where parts tie, the earliest). A
 * share below nothing, which a partner gets back, is parted as its positive and negated.
 */
export function instalments(share: Pence, year: FinancialYear, terms: InstalmentTerms): readonly Instalment[] {
  const parts = partsOf(year, terms.falls);
  const weights = parts.map(({ weight }) => weight);
  const amounts = apportionShares(share, weights, { unit: 1n, rule: terms.oddPennies });
  return parts.map(({ day }, index) => ({
    number: index + 1,
    dueOn: day,
    payBy: addDays(day, terms.daysToPay),
    pence: amounts[index] as Pence,
  }));
}
