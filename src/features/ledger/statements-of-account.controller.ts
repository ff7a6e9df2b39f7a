import { applyDecorators, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne, DoesInPartnership } from '../shared/api.js';
import { reopenedCell } from '../shared/reopened.js';
import { type ReportPlace, ReportSheets } from '../shared/report-sheets.js';
import { DayParameters, readDays } from './days-asked.js';
import { StatementOfAccount, StatementOfAccountRowOfFile } from './dto/statement-of-account.js';
import { StatementOfAccountReader } from './statement-of-account.reader.js';

const days = ['from', 'asAt', 'knownAt'] as const;
type Asked = Record<string, unknown>;

const AskedOf = () =>
  applyDecorators(
    DayParameters(days),
    ApiParam({ name: 'authority', description: 'The partner', schema: { type: 'string', example: 'dorset' } }),
  );

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/statements-of-account')
export class StatementsOfAccountController extends ReportSheets('ledger.read', {
  ...{ view: StatementOfAccountRowOfFile, below: ':authority/', name: 'statement-of-account' },
  ...{ says: 'the statement of account of a partner', asks: AskedOf },
}) {
  constructor(private readonly statements: StatementOfAccountReader) {
    super();
  }

  @Get(':authority')
  @DoesInPartnership('ledger.read')
  @AskedOf()
  @DescribesOne(
    StatementOfAccount,
    'Read the statement of account of a partner',
    'What it owed, every entry with its reference and the running balance, and what it owes, which is checked against the position; with what it gave in kind, and what its own budget provides beside its bills.',
  )
  async read(
    @Acting() context: Context,
    @Param() { partnership, authority = '' }: ReportPlace,
    @Query() query: Asked,
  ): Promise<StatementOfAccount> {
    const place = [slugOrNotFound(partnership), slugOrNotFound(authority)] as const;
    return this.statements.read(context, place, readDays(query, days, 'alone'));
  }

  protected async rows(
    context: Context,
    place: ReportPlace,
    query: Asked,
  ): Promise<readonly StatementOfAccountRowOfFile[]> {
    const { from, asAt, opening, closing, entries, reopened } = await this.read(context, place, query);
    const nothing = { reference: null, amount: null, bill: null, entry: null };
    const rows = [
      { ...nothing, on: from, kind: 'opening', what: 'Opening balance', balance: opening },
      ...entries,
      { ...nothing, on: asAt, kind: 'closing', what: 'Closing balance', balance: closing },
    ];
    return rows.map((row) => ({ ...row, reopened: reopenedCell(reopened) }));
  }
}
