import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { BudgetRow, ForecastRow } from './budget.entity.js';

/** The only file that writes budgets and forecasts. */
@Injectable()
export class BudgetStore {
  addBudget(session: WriteSession, row: NewRow<BudgetRow>): Promise<BudgetRow> {
    return addTo(session, BudgetRow, row);
  }

  addForecast(session: WriteSession, row: NewRow<ForecastRow>): Promise<ForecastRow> {
    return addTo(session, ForecastRow, row);
  }
}
