import { type FinancialYear } from '../calendar/financial-year.js';
import { type Fraction } from '../money/fraction.js';

/** A figure for each partner (by id) and year, with where it comes from. */
export interface Measure {
  readonly id: string;
  readonly name: string;
  readonly unit?: string | undefined;
  readonly source?: string | undefined;
  readonly status?: string | undefined;
  /** Where it stands in the posted document, as a JSON pointer. */
  readonly pointer: string;
  readonly values: ReadonlyMap<FinancialYear, ReadonlyMap<string, Fraction>>;
}
