import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne, DoesInPartnership } from '../shared/api.js';
import { RecordRoutes } from '../shared/record-routes.js';
import { AddMeasure } from './add-measure.js';
import { MeasuresOfDocument, MeasureValue, NewMeasureValue } from './dto/measure-value.js';
import { MeasureReader, measureListing } from './measure.reader.js';
import { ofDocument } from './of-document.js';

@ApiTags('Measures')
@Controller('api/v1/partnerships/:partnership/measures')
export class MeasuresController extends RecordRoutes({
  record: 'measure',
  add: NewMeasureValue,
  view: MeasureValue,
  listing: measureListing,
  one: 'a figure that shares are driven by',
  many: 'measures',
}) {
  constructor(
    protected readonly reader: MeasureReader,
    protected readonly adds: AddMeasure,
  ) {
    super();
  }

  @Get('document')
  @DoesInPartnership('measure.read')
  @DescribesOne(
    MeasuresOfDocument,
    'Read the figures that stand as a shares document holds them',
    'Put them into the document of an agreement version or of a calculation as they are.',
  )
  async document(@Acting() context: Context, @Param('partnership') partnership: string): Promise<MeasuresOfDocument> {
    return ofDocument(await this.reader.allIn(context, slugOrNotFound(partnership), { stands: 'true' }));
  }
}
