import {
  type FinancialYear,
  financialYearOf,
  readFinancialYear,
  yearPeriod,
} from '../../engine/calendar/financial-year.js';
import { addDays } from '../../engine/calendar/local-date.js';
import { londonDate } from '../../engine/calendar/london.js';
import type { OutturnAsked } from '../../features/budgets/outturn-query.js';
import { isSlug } from '../../platform/http/names.js';
import { field } from '../../platform/http/pages/forms.js';
import { asDrawn } from '../shared/drawn.js';

/** Which year’s figures of which fund a page is about. */
export interface OfYear {
  readonly year: FinancialYear;
  readonly fund: string;
}

/** As an address asks for it; this year, and the pool, where it does not say. */
export function yearAsked({ year, fund }: Readonly<Record<string, unknown>>, now: number): OfYear {
  return { year: readFinancialYear(year) ?? financialYearOf(londonDate(now)), fund: isSlug(fund) ? fund : 'pool' };
}

/** As this server put it into a form. */
export function yearDrawn(form: unknown): OfYear {
  const fund = field(form, 'fund') || 'pool';
  return { year: asDrawn(readFinancialYear(field(form, 'year'))), fund: asDrawn(isSlug(fund) ? fund : undefined) };
}

/** All that is known of the year at its end: its lines are those that are budgeted by then, spent on, committed or forecast. */
export function atItsEnd({ year, fund }: OfYear): OutturnAsked {
  return { year, fund, asAt: addDays(yearPeriod(year).until, -1), knownAt: undefined, report: undefined };
}
