import { Injectable } from '@nestjs/common';
import type { FinancialYear } from '../../engine/calendar/financial-year.js';
import { readForecastRows } from '../../engine/ledger/budget/read-forecast.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { orRefuse } from '../shared/or-refuse.js';
import { provenanceColumns } from '../shared/provenance.js';
import { BudgetStore } from './budget.store.js';
import type { Forecast, NewForecast } from './dto/forecast.js';
import { showForecast } from './forecast.reader.js';
import { toStored } from './stored-rows.js';

@Injectable()
export class RecordForecast {
  constructor(
    private readonly database: Database,
    private readonly store: BudgetStore,
    private readonly ids: Ids,
  ) {}

  /** Keeps all that one report says of a year. The next report takes its place; this one stays. */
  run(context: Context, partnership: string, given: NewForecast, id = this.ids.next()): Promise<Forecast> {
    const rows = orRefuse(readForecastRows(given.rows, given.financialYear as FinancialYear), '/rows');
    return this.database.write(within(context, partnership), async (session) =>
      showForecast(
        await this.store.addForecast(session, {
          ...{ partnership_id: partnership, id, fund: given.fund ?? 'pool', financial_year: given.financialYear },
          ...{ report: given.report, made_on: given.madeOn, actuals_to: given.actualsTo ?? null },
          decision_id: given.decision ?? null,
          rows: toStored(rows),
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
