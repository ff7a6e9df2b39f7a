import { Module } from '@nestjs/common';
import { importKindsOf } from '../shared/import-kind.js';
import { AddMeasure } from './add-measure.js';
import { measureKind } from './measure-kind.js';
import { MeasureReader } from './measure.reader.js';
import { MeasureStore } from './measure.store.js';
import { MeasuresController } from './measures.controller.js';

/** What of this room's records sheets may bring. */
const kinds = { provide: importKindsOf('measures'), useValue: [measureKind] };

@Module({
  controllers: [MeasuresController],
  providers: [kinds, MeasureStore, MeasureReader, AddMeasure],
  exports: [kinds, MeasureReader],
})
export class MeasuresModule {}
