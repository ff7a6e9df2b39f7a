import { applyDecorators, Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { readFinancialYear } from '../../engine/calendar/financial-year.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { notFound } from '../../platform/http/problem.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne, DoesInPartnership } from '../shared/api.js';
import { asJson } from '../shared/as-json.js';
import { AsAt, readAsAt } from '../shared/as-at.js';
import { type ReportPlace, ReportSheets } from '../shared/report-sheets.js';
import { ShareStatement } from './dto/share-statement.js';
import { ShareStatementRow } from './dto/share-statement-row.js';
import { ShareStatementReader } from './share-statement.reader.js';
import { shareStatementRows } from './share-statement-rows.js';

type Asked = Record<string, unknown>;

const OfYear = () =>
  applyDecorators(
    AsAt(),
    ApiParam({ name: 'year', description: 'The financial year', schema: { type: 'string', example: '2020-21' } }),
  );

@ApiTags('Shares')
@Controller('api/v1/partnerships/:partnership/share-statements')
export class ShareStatementsController extends ReportSheets('share-statement.read', {
  ...{ view: ShareStatementRow, below: ':year/', name: ({ year = '' }) => `share-statement-${year}` },
  ...{ says: "every partner's share of a year", asks: OfYear },
  holds: 'A row for each partner, for what nobody bears, and for the total.',
}) {
  constructor(private readonly statements: ShareStatementReader) {
    super();
  }

  @Get(':year')
  @DoesInPartnership('share-statement.read')
  @OfYear()
  @DescribesOne(
    ShareStatement,
    "Read every partner's share of a year",
    'With its working, the agreement version and the decision that put it in force, and what has been paid.',
  )
  @Header('content-type', 'application/json; charset=utf-8')
  async read(@Acting() context: Context, @Param() place: ReportPlace, @Query() query: Asked): Promise<string> {
    return asJson(await this.statement(context, place, query));
  }

  protected async rows(context: Context, place: ReportPlace, query: Asked) {
    return shareStatementRows(await this.statement(context, place, query));
  }

  private async statement(context: Context, place: ReportPlace, query: Asked): Promise<ShareStatement> {
    const financialYear = readFinancialYear(place['year']);
    if (!financialYear) throw notFound();
    return this.statements.read(context, slugOrNotFound(place.partnership), financialYear, readAsAt(query));
  }
}
