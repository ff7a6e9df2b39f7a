import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { ForecastRow } from './budget.entity.js';
import type { Forecast } from './dto/forecast.js';
import { toShown, totalOf } from './stored-rows.js';

const forecasts = 'select f.* from forecast f where f.partnership_id = $1';

export const forecastListing: Listing = {
  select: forecasts,
  key: { sql: 'f.id', type: 'uuid' },
  filters: {
    fund: { sql: 'f.fund', type: 'text' },
    financialYear: { sql: 'f.financial_year', type: 'text' },
    decision: { sql: 'f.decision_id', type: 'uuid' },
    illustrative: { sql: 'f.illustrative', type: 'boolean' },
  },
  sorts: { madeOn: { sql: 'f.made_on', type: 'date' } },
};

export function showForecast(row: ForecastRow): Forecast {
  return {
    id: row.id,
    fund: row.fund,
    financialYear: row.financial_year,
    report: row.report,
    madeOn: row.made_on,
    actualsTo: row.actuals_to,
    decision: row.decision_id,
    rows: toShown(row.rows),
    total: totalOf(row.rows),
    digest: row.digest,
    ...showProvenance(row),
  };
}

/** Forecasts, each with all that its report said. */
@Injectable()
export class ForecastReader extends RecordReader<ForecastRow, Forecast> {
  constructor(database: Database) {
    super(database, { listing: forecastListing, one: `${forecasts} and f.id = $2`, show: showForecast });
  }
}
