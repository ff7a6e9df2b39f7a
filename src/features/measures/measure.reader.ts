import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { MeasureValue } from './dto/measure-value.js';
import type { MeasureValueRow } from './measure-value.entity.js';

/** Another figure stands in place of one: a final one of a provisional, and a later one of an earlier. */
const stands = `not exists (select from measure_value o where (o.partnership_id, o.measure, o.financial_year, o.authority_id)
    = (m.partnership_id, m.measure, m.financial_year, m.authority_id)
  and (o.status = 'final', o.recorded_at, o.id) > (m.status = 'final', m.recorded_at, m.id))`;

const values = `select m.*, ${stands} as stands from measure_value m where m.partnership_id = $1`;

type Row = MeasureValueRow & { readonly stands: boolean };

export const measureListing: Listing = {
  select: values,
  key: { sql: 'm.id', type: 'uuid' },
  filters: {
    measure: { sql: 'm.measure', type: 'text' },
    authority: { sql: 'm.authority_id', type: 'text' },
    financialYear: { sql: 'm.financial_year', type: 'text' },
    status: { sql: 'm.status', type: 'text' },
    stands: { sql: stands, type: 'boolean' },
    illustrative: { sql: 'm.illustrative', type: 'boolean' },
  },
  sorts: {
    financialYear: { sql: 'm.financial_year', type: 'text' },
    measure: { sql: 'm.measure', type: 'text' },
  },
};

function showMeasureValue(row: Row): MeasureValue {
  return {
    id: row.id,
    measure: row.measure,
    authority: row.authority_id,
    financialYear: row.financial_year,
    value: row.value,
    unit: row.unit,
    status: row.status,
    stands: row.stands,
    ...showProvenance(row),
  };
}

@Injectable()
export class MeasureReader extends RecordReader<Row, MeasureValue> {
  constructor(database: Database) {
    super(database, { listing: measureListing, one: `${values} and m.id = $2`, show: showMeasureValue });
  }
}
