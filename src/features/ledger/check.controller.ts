import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne, DoesInPartnership } from '../shared/api.js';
import { CheckLedger } from './check-ledger.js';
import { LedgerSoundness } from './dto/check.js';

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/check')
export class CheckController {
  constructor(private readonly checks: CheckLedger) {}

  @Get()
  @DoesInPartnership('ledger.read')
  @DescribesOne(
    LedgerSoundness,
    'Have the ledger worked out anew from its lines',
    'Every line, digest and total is looked at. The answer says what is wrong, or that all is well, and what was checked.',
  )
  read(@Acting() context: Context, @Param('partnership') partnership: string): Promise<LedgerSoundness> {
    return this.checks.run(context, slugOrNotFound(partnership));
  }
}
