import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne, DoesInPartnership } from '../shared/api.js';
import { reopenedCell } from '../shared/reopened.js';
import { type ReportPlace, ReportSheets } from '../shared/report-sheets.js';
import { AgedDebtReader } from './aged-debt.reader.js';
import { asAtAndKnownAt, DayParameters, readDays } from './days-asked.js';
import { AgedDebt, AgedDebtRowOfFile } from './dto/aged-debt.js';

type Asked = Record<string, unknown>;

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/aged-debt')
export class AgedDebtController extends ReportSheets('ledger.read', {
  ...{
    view: AgedDebtRowOfFile,
    name: 'aged-debt',
    says: 'what partners owe by how long it is late',
    asks: DayParameters,
  },
}) {
  constructor(private readonly debts: AgedDebtReader) {
    super();
  }

  @Get()
  @DoesInPartnership('ledger.read')
  @DayParameters()
  @DescribesOne(
    AgedDebt,
    'Read what each partner owes, by how long it is late',
    'Late is counted from the day after the last on which a bill is paid in time. What is disputed stands apart. Each partner’s total is checked against the position.',
  )
  async read(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Asked,
  ): Promise<AgedDebt> {
    return this.debts.read(context, slugOrNotFound(partnership), readDays(query, asAtAndKnownAt, 'alone'));
  }

  protected async rows(
    context: Context,
    { partnership }: ReportPlace,
    query: Asked,
  ): Promise<readonly AgedDebtRowOfFile[]> {
    const { partners, asAt, reopened } = await this.read(context, partnership, query);
    return partners.map((row) => ({ ...row, asAt, reopened: reopenedCell(reopened) }));
  }
}
