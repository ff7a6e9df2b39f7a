import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { MeasureValue, NewMeasureValue } from './dto/measure-value.js';
import { MeasureReader } from './measure.reader.js';
import { MeasureStore } from './measure.store.js';

@Injectable()
export class AddMeasure {
  constructor(
    private readonly database: Database,
    private readonly measures: MeasureStore,
    private readonly reader: MeasureReader,
    private readonly ids: Ids,
  ) {}

  /** Records one partner's figure of one year. It stands until a later one does, or a final one in place of a provisional. */
  run(context: Context, partnership: string, given: NewMeasureValue, id = this.ids.next()): Promise<MeasureValue> {
    return this.database.write(within(context, partnership), async (session) => {
      await this.measures.add(session, {
        partnership_id: partnership,
        id,
        measure: given.measure,
        authority_id: given.authority,
        financial_year: given.financialYear,
        value: given.value,
        unit: given.unit,
        status: given.status,
        ...provenanceColumns(given),
      });
      return this.reader.findIn(session, [partnership, id]);
    });
  }
}
