import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { readFinancialYear } from '../../engine/calendar/financial-year.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { notFound } from '../../platform/http/problem.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne } from '../shared/api.js';
import { asJson } from '../shared/as-json.js';
import { AsAt, readAsAt } from '../shared/as-at.js';
import { ShareStatement } from './dto/share-statement.js';
import { ShareStatementReader } from './share-statement.reader.js';
import { Does } from '../access/does.js';

@ApiTags('Shares')
@Controller('api/v1/partnerships/:partnership/share-statements')
export class ShareStatementsController {
  constructor(private readonly statements: ShareStatementReader) {}

  @Get(':year')
  @Does('share-statement.read')
  @AsAt()
  @ApiParam({
    name: 'partnership',
    description: 'Id of the partnership',
    schema: { type: 'string', example: 'aspire' },
  })
  @ApiParam({ name: 'year', description: 'The financial year', schema: { type: 'string', example: '2020-21' } })
  @DescribesOne(
    ShareStatement,
    "Read every partner's share of a year",
    'With its working, the agreement version and the decision that put it in force, and what has been paid.',
  )
  @Header('content-type', 'application/json; charset=utf-8')
  async read(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Param('year') year: string,
    @Query() query: Record<string, unknown>,
  ): Promise<string> {
    const financialYear = readFinancialYear(year);
    if (!financialYear) throw notFound();
    return asJson(await this.statements.read(context, slugOrNotFound(partnership), financialYear, readAsAt(query)));
  }
}
