import { Injectable } from '@nestjs/common';
import type { VarianceAnswer } from '../../engine/variance/answer.js';
import { aloneInSchedule } from '../../engine/variance/alone-in-schedule.js';
import { underLadders } from '../../engine/variance/agreed-ladders.js';
import { answerVariance } from '../../engine/variance/calculate-variance.js';
import type { Context } from '../../platform/database/context.js';
import { Refused } from '../../platform/http/problem.js';
import { AgreementVersionReader } from '../agreements/agreement-version.reader.js';
import { toPounds } from '../shared/money.js';
import { orRefuse } from '../shared/or-refuse.js';
import { ShareStatementReader } from '../shares/share-statement.reader.js';
import type { LedgerOutturn } from './dto/outturn.js';
import type { ProjectedVariance } from './dto/projected-variance.js';
import type { OutturnAsked } from './outturn-query.js';
import { OutturnReader } from './outturn.reader.js';

type Posted = Readonly<Record<string, unknown>>;

export interface ProjectionAsked extends OutturnAsked {
  /** Why less is spent, where the agreement has a ladder for each cause. */
  readonly cause: string | undefined;
}

@Injectable()
export class ProjectVariance {
  constructor(
    private readonly outturns: OutturnReader,
    private readonly statements: ShareStatementReader,
    private readonly versions: AgreementVersionReader,
  ) {}

  /**
   * A year's outturn less its budget down the ladders of the agreement version that the year's share statement rests on: of
   * several the last, since that one is in force when the year is settled. Nothing is stored, and nothing is posted.
   */
  async read(context: Context, partnership: string, asked: ProjectionAsked): Promise<ProjectedVariance> {
    const { outturn, reserve } = await this.outturns.withReserve(context, partnership, asked);
    mustBeForecast(outturn);
    const statement = await this.statements.read(context, partnership, asked.year, asked.asAt);
    const named = statement.parts.at(-1)?.agreementVersion;
    if (!named) throw new Error('A share statement without a part came past its reader.');
    const version = await this.versions.find(context, partnership, named.id);
    const schedule = version.schedule as Posted;
    const figures = figuresOf(outturn, aloneInSchedule(schedule), reserve, asked.cause);
    const document = underLadders(schedule, (version.ladders ?? {}) as Posted, figures);
    const answer = orRefuse(answerVariance(document));
    const { financialYear, fund, asAt, knownAt, actualsTo, report, reopened, checks } = outturn;
    return {
      ...{ partnership, financialYear, fund, asAt, knownAt, actualsTo, report, reopened },
      illustrative: outturn.illustrative || version.illustrative,
      standing: 'projected',
      says: saysOf(outturn, answer),
      complete: checks.every(({ holds }) => holds),
      agreementVersion: {
        ...{ id: named.id, number: named.number, agreement: named.agreement, versionsInYear: statement.parts.length },
      },
      partners: Object.entries(answer.partners).map(([partner, amount]) => ({
        partner,
        amount,
        says: saysWho(amount),
      })),
      calculation: answer,
      document: { agreementVersion: named.id, ...figures },
    };
  }
}

function figuresOf({ lines }: LedgerOutturn, alone: ReadonlyMap<string, string>, reserve: bigint, cause?: string) {
  return {
    lines: lines.map(({ line, name, budget, outturn }) => {
      const only = alone.get(line);
      return { id: line, name, budget, forecast: outturn, ...(only === undefined ? {} : { only }) };
    }),
    reserve: { balance: toPounds(reserve) },
    ...(cause === undefined ? {} : { cause }),
  };
}

function mustBeForecast({ financialYear, asAt, fund, total, report, actualsTo }: LedgerOutturn): void {
  const wanting = total.budget === '0.00' ? 'budget' : report || actualsTo?.endsWith('-03-01') ? undefined : 'forecast';
  if (wanting === undefined) return;
  const detail = `No ${wanting} of ${financialYear} for the fund “${fund}” was recorded by ${asAt}, so no variance can be projected.`;
  throw new Refused('not-found', detail);
}

function saysOf({ report, asAt }: LedgerOutturn, { variance, undetermined }: VarianceAnswer): string {
  const by = report ? `the forecast of “${report.report}”` : 'what was spent';
  const way = variance.startsWith('-')
    ? `less than the budget by £${variance.slice(1)}`
    : `past the budget by £${variance}`;
  const would = variance === '0.00' ? 'the year would end on its budget' : `the year would end ${way}`;
  const open = undetermined === '0.00' ? '' : ` £${undetermined} of it nobody bears or gets until the board decides.`;
  return `Projected as at ${asAt}, by ${by}: ${would}.${open} Nothing of this is posted: a variance binds when the decision that settles it is recorded.`;
}

function saysWho(amount: string): string {
  if (amount === '0.00') return 'would neither pay nor get back anything';
  return amount.startsWith('-') ? `would get back £${amount.slice(1)}` : `would pay £${amount} more`;
}
