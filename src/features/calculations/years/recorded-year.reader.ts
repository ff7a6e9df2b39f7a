import { Injectable } from '@nestjs/common';
import type { FinancialYear } from '../../../engine/calendar/financial-year.js';
import type { LocalDate } from '../../../engine/calendar/local-date.js';
import { type Context, within } from '../../../platform/database/context.js';
import { Database } from '../../../platform/database/database.js';
import { ShareStatementReader } from '../../shares/share-statement.reader.js';
import type { RecordedYear } from '../dto/recorded-year.js';
import { composeYear } from './compose-year.js';
import { type RecordedPartRow, recordedPartsQuestion } from './recorded-parts.query.js';

@Injectable()
export class RecordedYearReader {
  constructor(
    private readonly database: Database,
    private readonly statements: ShareStatementReader,
  ) {}

  /**
   * A year whole: each agreement version that shares it as at a day (today when none is given) with what was last recorded of
   * its days, and what each partner bears over all of them. Refused when no version with a schedule was in force.
   */
  async read(context: Context, partnership: string, year: FinancialYear, asAt?: LocalDate): Promise<RecordedYear> {
    const statement = await this.statements.read(context, partnership, year, asAt);
    const session = this.database.questions(within(context, partnership));
    return composeYear(statement, await session.rows<RecordedPartRow>(recordedPartsQuestion, [partnership, year]));
  }
}
