import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { readFinancialYear } from '../../engine/calendar/financial-year.js';
import { type Profile, profiles } from '../../engine/ledger/instalments/profile.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { invalid, notFound } from '../../platform/http/problem.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne, DoesInPartnership } from '../shared/api.js';
import { AsAt, readAsAt } from '../shared/as-at.js';
import { InstalmentSchedule } from './dto/instalments.js';
import { InstalmentsReader } from './instalments.reader.js';

const names = Object.keys(profiles) as Profile[];

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/instalments')
export class InstalmentsController {
  constructor(private readonly instalments: InstalmentsReader) {}

  @Get(':year')
  @DoesInPartnership('share-statement.read')
  @AsAt()
  @ApiQuery({
    ...{ name: 'profile', required: false, description: 'In which parts; quarters in advance when left out' },
    schema: { type: 'string', enum: names },
  })
  @ApiParam({ name: 'year', description: 'The financial year', schema: { type: 'string', example: '2020-21' } })
  @DescribesOne(
    InstalmentSchedule,
    'Read how each partner’s share of a year falls due',
    'Equal parts of the share statement in force, to the penny. Nothing is billed until it is proposed and approved.',
  )
  async read(
    @Acting() context: Context,
    @Param() { partnership, year }: Record<'partnership' | 'year', string>,
    @Query() query: Record<string, unknown>,
  ): Promise<InstalmentSchedule> {
    const financialYear = readFinancialYear(year);
    if (!financialYear) throw notFound();
    const asAt = readAsAt(query, ['profile']);
    const asked = { year: financialYear, asAt, profile: readProfile(query['profile']) };
    return this.instalments.read(context, slugOrNotFound(partnership), asked);
  }
}

function readProfile(given: unknown): Profile {
  const found = given === undefined ? 'quarters-in-advance' : names.find((name) => name === given);
  if (found) return found;
  throw invalid([{ parameter: 'profile', code: 'bad-parameter', detail: `Expected one of ${names.join(', ')}.` }]);
}
