import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { readFinancialYear } from '../../engine/calendar/financial-year.js';
import { type Profile, profiles } from '../../engine/ledger/instalments/profile.js';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { invalid, notFound } from '../../platform/http/problem.js';
import { Acting } from '../shared/acting.js';
import { DescribesChange, DescribesOne, DoesInPartnership } from '../shared/api.js';
import { AsAt, readAsAt } from '../shared/as-at.js';
import { reopenedCell } from '../shared/reopened.js';
import { type ReportPlace, ReportSheets } from '../shared/report-sheets.js';
import { InstalmentRow, InstalmentSchedule, NewInstalmentProposal } from './dto/instalments.js';
import { InstalmentsReader } from './instalments.reader.js';
import { ProposeInstalment } from './propose-instalment.js';

const names = Object.keys(profiles) as Profile[];

const YearParam = () =>
  ApiParam({ name: 'year', description: 'The financial year', schema: { type: 'string', example: '2020-21' } });

const Asked = () =>
  applyDecorators(
    AsAt(),
    ApiQuery({
      ...{ name: 'profile', required: false },
      description:
        'In which parts; as the agreement states when left out, and quarters in advance where it states nothing',
      schema: { type: 'string', enum: names },
    }),
    YearParam(),
  );

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/instalments')
export class InstalmentsController extends ReportSheets('share-statement.read', {
  ...{ view: InstalmentRow, below: ':year/', name: 'instalments', says: 'the instalments of a year', asks: Asked },
}) {
  constructor(
    private readonly instalments: InstalmentsReader,
    private readonly proposes: ProposeInstalment,
  ) {
    super();
  }

  @Get(':year')
  @DoesInPartnership('share-statement.read')
  @Asked()
  @DescribesOne(
    InstalmentSchedule,
    'Read how each partner’s share of a year falls due',
    'The share statement in force, in the parts that the agreement states, to the penny; and what of each has been billed. Nothing is billed until it is proposed and approved.',
  )
  async read(
    @Acting() context: Context,
    @Param() { partnership, year }: ReportPlace,
    @Query() query: Record<string, unknown>,
  ): Promise<InstalmentSchedule> {
    const financialYear = readFinancialYear(year);
    if (!financialYear) throw notFound();
    const asAt = readAsAt(query, ['profile']);
    const asked = { year: financialYear, asAt, profile: readProfile(query['profile']) };
    return this.instalments.read(context, slugOrNotFound(partnership), asked);
  }

  @Post(':year/proposals')
  @HttpCode(200)
  @DoesInPartnership('ledger-draft.add')
  @YearParam()
  @DescribesChange(
    NewInstalmentProposal,
    InstalmentSchedule,
    'Propose one instalment of a year, a draft for each partner',
    'What is billed or proposed already as due on that day is left alone. Somebody else approves each draft.',
  )
  propose(
    @Acting() context: Context,
    @Param() { partnership, year }: ReportPlace,
    @Body(new BodyPipe(NewInstalmentProposal)) given: NewInstalmentProposal,
  ): Promise<InstalmentSchedule> {
    const financialYear = readFinancialYear(year);
    if (!financialYear) throw notFound();
    return this.proposes.run(context, [slugOrNotFound(partnership), financialYear], given);
  }

  protected async rows(
    context: Context,
    place: ReportPlace,
    query: Record<string, unknown>,
  ): Promise<readonly InstalmentRow[]> {
    const { partners, reopened } = await this.read(context, place, query);
    return partners.flatMap(({ partner, instalments }) =>
      instalments.map((one) => ({ ...one, partner, reopened: reopenedCell(reopened) })),
    );
  }
}

function readProfile(given: unknown): Profile | undefined {
  const found = names.find((name) => name === given);
  if (found || given === undefined) return found;
  throw invalid([{ parameter: 'profile', code: 'bad-parameter', detail: `Expected one of ${names.join(', ')}.` }]);
}
