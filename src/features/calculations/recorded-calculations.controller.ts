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
import { writeXlsx } from '../../platform/sheets/write-xlsx.js';
import { sheetTypes, type SheetForm } from '../shared/export-records.js';
import { answerCsv, answerTable } from './tables/answer-table.js';
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
  @DescribesFile('text/csv', 'Download the answer of a recorded calculation as CSV', 'No cell is a live formula.')
  async answerAsCsv(
    @Acting() context: Context,
    @Param() place: Place,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { kind, answer } = await this.found(context, place);
    name(reply, 'csv', place, kind);
    return answerCsv(kind, answer);
  }

  @Get(':id/table.xlsx')
  @DoesInPartnership('calculation.read')
  @DescribesFile(sheetTypes.xlsx, 'Download the answer of a recorded calculation as XLSX')
  async answerAsXlsx(
    @Acting() context: Context,
    @Param() place: Place,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { kind, answer } = await this.found(context, place);
    name(reply, 'xlsx', place, kind);
    return writeXlsx([answerTable(kind, answer)]);
  }

  private found(context: Context, { partnership, id }: Place): Promise<WholeCalculation> {
    return this.reader.find(context, slugOrNotFound(partnership), uuidOrNotFound(id));
  }
}

type Place = Record<'partnership' | 'id', string>;

function name(reply: FastifyReply, form: SheetForm, { partnership, id }: Place, kind: string): void {
  const called = `${partnership}-${kind}-${id}.${form}`;
  void reply.type(sheetTypes[form]).header('content-disposition', `attachment; filename="${called}"`);
}
