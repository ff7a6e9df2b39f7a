import { applyDecorators, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { CAUSES } from '../../engine/variance/document.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { invalid } from '../../platform/http/problem.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne, DoesInPartnership } from '../shared/api.js';
import { toPence, toPounds } from '../shared/money.js';
import { reopenedCell } from '../shared/reopened.js';
import { type ReportPlace, ReportSheets } from '../shared/report-sheets.js';
import { ProjectedPartnerRow, ProjectedVariance } from './dto/projected-variance.js';
import { OutturnParameters, readOutturnQuery } from './outturn-query.js';
import { type ProjectionAsked, ProjectVariance } from './project-variance.js';

type Asked = Record<string, unknown>;

const ProjectionParameters = () =>
  applyDecorators(
    OutturnParameters(),
    ApiQuery({
      ...{ name: 'cause', required: false, schema: { type: 'string', enum: [...CAUSES] } },
      description: 'Why less is spent, where the agreement has a ladder for each cause',
    }),
  );

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/variance')
export class ProjectedVarianceController extends ReportSheets('ledger-variance.read', {
  view: ProjectedPartnerRow,
  below: ':year/',
  name: 'variance',
  says: 'what each partner would pay or get back of a year’s projected variance',
  asks: ProjectionParameters,
}) {
  constructor(private readonly projects: ProjectVariance) {
    super();
  }

  @Get(':year')
  @DoesInPartnership('ledger-variance.read')
  @ProjectionParameters()
  @DescribesOne(
    ProjectedVariance,
    'Read what each partner would pay or get back, were the year to end as a report forecasts',
    'Outturn less budget down the agreement version’s own ladders, with its working. It is projected and not posted. A line that the ' +
      'funding schedule says is one partner’s alone is that partner’s here too; the reserve is what the ledger holds.',
  )
  read(
    @Acting() context: Context,
    @Param() { partnership, year }: Record<'partnership' | 'year', string>,
    @Query() query: Asked,
  ): Promise<ProjectedVariance> {
    return this.projects.read(context, slugOrNotFound(partnership), readProjectionQuery(year, query));
  }

  protected async rows(
    context: Context,
    { partnership, year = '' }: ReportPlace,
    query: Asked,
  ): Promise<ProjectedPartnerRow[]> {
    const found = await this.projects.read(context, partnership, readProjectionQuery(year, query));
    const { financialYear, fund, standing, asAt, knownAt, report, illustrative, reopened, partners, calculation } =
      found;
    const when = {
      standing,
      asAt,
      knownAt,
      report: report?.report ?? null,
      illustrative,
      reopened: reopenedCell(reopened),
    };
    const rows = [...partners, { partner: null, amount: undeterminedOf(calculation) }];
    return rows.map(({ partner, amount }) => ({ financialYear, fund, partner, amount, ...when }));
  }
}

/** What nobody bears or gets yet, with the sign that it would have for partners. */
function undeterminedOf({ toDecide }: ProjectedVariance['calculation']): string {
  const pence = toDecide.map(({ of, amount }) => (of === 'underspend' ? 0n - toPence(amount) : toPence(amount)));
  return toPounds(pence.reduce<bigint>((sum, one) => sum + one, 0n));
}

function readProjectionQuery(year: string, query: Asked): ProjectionAsked {
  const { cause, ...rest } = query;
  const asked = readOutturnQuery(year, rest);
  const found = CAUSES.find((one) => one === cause);
  if (cause !== undefined && !found)
    throw invalid([{ parameter: 'cause', code: 'bad-parameter', detail: `Expected one of ${CAUSES.join(', ')}.` }]);
  return { ...asked, cause: found };
}
