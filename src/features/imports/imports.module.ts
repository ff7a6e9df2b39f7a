import { Module } from '@nestjs/common';
import { SheetReader } from '../../platform/sheets/sheet-reader.js';
import { ContributionsModule } from '../contributions/contributions.module.js';
import { BeginImport } from './begin-import.js';
import { ConfirmImport } from './confirm-import.js';
import { ImportReader } from './import.reader.js';
import { ImportStore } from './import.store.js';
import { ImportsController } from './imports.controller.js';

@Module({
  imports: [ContributionsModule],
  controllers: [ImportsController],
  providers: [SheetReader, ImportStore, ImportReader, BeginImport, ConfirmImport],
  exports: [ImportReader, BeginImport, ConfirmImport],
})
export class ImportsModule {}
