import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { BudgetRow, ForecastRow } from './budget.entity.js';
import type { BudgetLineRow, ForecastMonthRow } from './dto/line-rows.js';
import { budgetLineListing, forecastRowListing } from './line-lists.js';

interface OfLine {
  readonly line: string;
  readonly pence: bigint;
}

function showBudgetLine(row: BudgetRow & OfLine & { readonly name: string }): BudgetLineRow {
  const { fund, financial_year: financialYear, line, name, starts_on: from, kind, decision_id: decision } = row;
  const said = { fund, financialYear, line, name, amount: toPounds(row.pence), from, kind, budget: row.id, decision };
  return { ...said, ...showProvenance(row) };
}

function showForecastRow(row: ForecastRow & OfLine & { readonly month: string }): ForecastMonthRow {
  const { fund, financial_year: financialYear, line, month, report, made_on: madeOn } = row;
  const said = { fund, financialYear, line, month, amount: toPounds(row.pence), report, madeOn, forecast: row.id };
  return { ...said, ...showProvenance(row) };
}

/** The lines of budgets, each a row of its own. */
@Injectable()
export class BudgetLineReader extends RecordReader<BudgetRow & OfLine & { readonly name: string }, BudgetLineRow> {
  constructor(database: Database) {
    super(database, { listing: budgetLineListing, one: budgetLineListing.select, show: showBudgetLine });
  }
}

/** The months of forecasts, each a row of its own. */
@Injectable()
export class ForecastRowReader extends RecordReader<
  ForecastRow & OfLine & { readonly month: string },
  ForecastMonthRow
> {
  constructor(database: Database) {
    super(database, { listing: forecastRowListing, one: forecastRowListing.select, show: showForecastRow });
  }
}
