import { Injectable } from '@nestjs/common';
import type { FinancialYear } from '../../engine/calendar/financial-year.js';
import { CalculationReader } from '../../features/calculations/calculation.reader.js';
import { DecisionReader } from '../../features/decisions/decision.reader.js';
import type { YearEndStatement } from '../../features/ledger/dto/year-end.js';
import { type YearEndAsked, YearEndReader } from '../../features/ledger/year-end.reader.js';
import type { Context } from '../../platform/database/context.js';
import { LedgerScreen } from '../ledger/ledger.screen.js';
import type { Place } from '../ledger/place.js';
import type { SettleOffered } from './settle.view-model.js';

/** Asks what the pages of a year's end rest on. */
@Injectable()
export class YearEndScreen {
  constructor(
    private readonly ledger: LedgerScreen,
    private readonly statements: YearEndReader,
    private readonly calculations: CalculationReader,
    private readonly decisions: DecisionReader,
  ) {}

  place(context: Context, id: string): Promise<Place> {
    return this.ledger.place(context, id);
  }

  statement(context: Context, id: string, year: FinancialYear, asked: YearEndAsked = {}): Promise<YearEndStatement> {
    return this.statements.read(context, id, year, asked);
  }

  /** What a settlement may name: the recorded calculations of its kind and year, the decisions that approved, the latest first. */
  async offered(context: Context, id: string, kind: string, year: FinancialYear): Promise<SettleOffered> {
    const { items: calculations } = await this.calculations.list(context, id, {
      ...{ kind, year, sort: '-recordedAt', limit: '200' },
    });
    const { items: decisions } = await this.decisions.list(context, id, {
      ...{ outcome: 'approved', sort: '-takenOn', limit: '200' },
    });
    const { funds } = await this.statements.read(context, id, year);
    return { calculations, decisions, funds: [...new Set(['pool', ...funds.map(({ fund }) => fund)])] };
  }
}
