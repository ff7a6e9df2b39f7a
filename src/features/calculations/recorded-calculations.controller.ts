import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { CalculationReader, calculationListing } from './calculation.reader.js';
import { NewCalculation, RecordedCalculation, WholeCalculation } from './dto/calculation.js';
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
}
