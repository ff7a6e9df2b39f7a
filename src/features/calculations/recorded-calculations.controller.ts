import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesFile, DoesInPartnership } from '../shared/api.js';
import { RecordRoutes } from '../shared/record-routes.js';
import { CalculationReader, calculationListing } from './calculation.reader.js';
import { NewCalculation, RecordedCalculation, WholeCalculation } from './dto/calculation.js';
import { answerCsv } from './tables/answer-table.js';
import { RecordCalculation } from './record-calculation.js';

@ApiTags('Recorded calculations')
@Controller('api/v1/partnerships/:partnership/calculations')
export class RecordedCalculationsController extends RecordRoutes({
  record: 'calculation',
  add: NewCalculation,
  view: RecordedCalculation,
  whole: WholeCalculation,
  listing: calculationListing,
  one: 'a recorded calculation',
  many: 'recorded calculations',
  says:
    'Makes a calculation and keeps its document, the version of the rules, the digest and the whole answer. It is never edited: ' +
    'one that is made again (`repeats`) is a new record, which says whether its digest and its figures are the same. The whole ' +
    'answer is at the address in `Location`.',
}) {
  constructor(
    protected readonly reader: CalculationReader,
    protected readonly adds: RecordCalculation,
  ) {
    super();
  }

  @Get(':id/table.csv')
  @DoesInPartnership('calculation.read')
  @DescribesFile(
    'text/csv',
    'The answer of a recorded calculation as a table for a spreadsheet',
    'No cell is a live formula.',
  )
  async table(
    @Acting() context: Context,
    @Param() { partnership, id }: Record<'partnership' | 'id', string>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { kind, answer } = await this.reader.find(context, slugOrNotFound(partnership), uuidOrNotFound(id));
    void reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${partnership}-${kind}-${id}.csv"`);
    return answerCsv(kind, answer);
  }
}
