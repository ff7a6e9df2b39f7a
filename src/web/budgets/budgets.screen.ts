import { Injectable } from '@nestjs/common';
import { CommitmentReader } from '../../features/budgets/commitment.reader.js';
import type { Commitment } from '../../features/budgets/dto/commitment.js';
import type { Forecast } from '../../features/budgets/dto/forecast.js';
import type { LedgerOutturn } from '../../features/budgets/dto/outturn.js';
import type { ProjectedVariance } from '../../features/budgets/dto/projected-variance.js';
import { ForecastReader } from '../../features/budgets/forecast.reader.js';
import type { OutturnAsked } from '../../features/budgets/outturn-query.js';
import { OutturnReader } from '../../features/budgets/outturn.reader.js';
import { ProjectVariance } from '../../features/budgets/project-variance.js';
import type { Listed } from '../../features/shared/record-kind.js';
import type { Context } from '../../platform/database/context.js';
import { Refused } from '../../platform/http/problem.js';
import { LedgerScreen } from '../ledger/ledger.screen.js';
import type { Place } from '../ledger/place.js';

/** A projection, or why there is none. */
export type Projection = { readonly found: ProjectedVariance } | { readonly why: string };

/** Asks what the pages of budgets, forecasts and orders rest on. */
@Injectable()
export class BudgetsScreen {
  constructor(
    private readonly ledger: LedgerScreen,
    private readonly outturns: OutturnReader,
    private readonly projects: ProjectVariance,
    private readonly orders: CommitmentReader,
    private readonly said: ForecastReader,
  ) {}

  place(context: Context, id: string): Promise<Place> {
    return this.ledger.place(context, id);
  }

  outturn(context: Context, id: string, asked: OutturnAsked): Promise<LedgerOutturn> {
    return this.outturns.read(context, id, asked);
  }

  /** What each partner would pay or get back; in words why not, where nothing can be projected. */
  async projection(context: Context, id: string, asked: OutturnAsked): Promise<Projection> {
    try {
      return { found: await this.projects.read(context, id, { ...asked, cause: undefined }) };
    } catch (thrown) {
      if (thrown instanceof Refused && ['not-found', 'invalid'].includes(thrown.kind)) return { why: thrown.message };
      throw thrown;
    }
  }

  /** The reports of a year's forecasts, the newest first. */
  async forecasts(context: Context, id: string, financialYear: string, fund: string): Promise<readonly Forecast[]> {
    const { items } = await this.said.list(context, id, { financialYear, fund, sort: '-madeOn', limit: '50' });
    return items;
  }

  commitments(context: Context, id: string, asked: Readonly<Record<string, string>>): Promise<Listed<Commitment>> {
    return this.orders.list(context, id, { sort: '-orderedOn', ...asked });
  }

  commitment(context: Context, id: string, order: string): Promise<Commitment> {
    return this.orders.find(context, id, order);
  }
}
