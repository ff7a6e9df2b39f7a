import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne, DoesInPartnership } from '../shared/api.js';
import { AsAt, readAsAt } from '../shared/as-at.js';
import { Flag, FlagList } from './dto/flag.js';
import { FlagParameters, only, readFlagQuery, RefusesParameters } from './flag-query.js';
import { FlagReader } from './flag.reader.js';

const says =
  'Each with its pounds in total and for each partner, the day it bites, the records and the rule it rests on, and how it was worked out. Recomputed from the records; a flag whose cause is gone is gone.';

@ApiTags('Flags')
@Controller('api/v1/partnerships/:partnership/flags')
export class FlagsController {
  constructor(private readonly flags: FlagReader) {}

  @Get()
  @DoesInPartnership('flag.read')
  @FlagParameters()
  @DescribesOne(FlagList, 'List the funding risks that the records of a partnership raise', says)
  async list(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Record<string, unknown>,
  ): Promise<FlagList> {
    const asked = readFlagQuery(query);
    return only(await this.flags.list(context, slugOrNotFound(partnership), asked.asAt), asked);
  }

  @Get(':id')
  @DoesInPartnership('flag.read')
  @AsAt()
  @RefusesParameters()
  @ApiParam({
    name: 'id',
    description: 'Id of the flag',
    schema: { type: 'string', example: 'provision-gap.dorset.2026-27' },
  })
  @DescribesOne(Flag, 'Read a flag', 'Not found once its cause is gone.')
  read(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Flag> {
    return this.flags.find(context, slugOrNotFound(partnership), id, readAsAt(query));
  }
}
