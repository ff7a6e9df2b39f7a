import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne } from '../shared/api.js';
import { FlagList } from './dto/flag.js';
import { FlagParameters, only, readFlagQuery } from './flag-query.js';
import { FlagReader } from './flag.reader.js';
import { Does } from '../access/does.js';

@ApiTags('Flags')
@Controller('api/v1/flags')
export class AllFlagsController {
  constructor(private readonly flags: FlagReader) {}

  @Get()
  @Does('flag.read')
  @FlagParameters()
  @DescribesOne(FlagList, 'List the funding risks that the records of every partnership raise')
  async list(@Acting() context: Context, @Query() query: Record<string, unknown>): Promise<FlagList> {
    const asked = readFlagQuery(query);
    return only(await this.flags.listAll(context, asked.asAt), asked);
  }
}
