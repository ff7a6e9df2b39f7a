import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { Forecast, NewForecast } from './dto/forecast.js';
import { ForecastReader, forecastListing } from './forecast.reader.js';
import { RecordForecast } from './record-forecast.js';

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/forecasts')
export class ForecastsController extends RecordRoutes({
  record: { read: 'ledger.read', add: 'ledger-forecast.add' },
  add: NewForecast,
  view: Forecast,
  listing: forecastListing,
  one: 'a forecast',
  many: 'forecasts',
  says: 'All that one report says of a year, line by line and month by month. It is never edited: the next report takes its place.',
}) {
  constructor(
    protected readonly reader: ForecastReader,
    protected readonly adds: RecordForecast,
  ) {
    super();
  }
}
