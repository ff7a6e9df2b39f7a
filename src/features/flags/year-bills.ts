import { Injectable } from '@nestjs/common';
import { type FinancialYear } from '../../engine/calendar/financial-year.js';
import { type LocalDate } from '../../engine/calendar/local-date.js';
import type { RecordRef } from '../../engine/risk/flag.js';
import type { YearBill } from '../../engine/risk/position.js';
import type { Context } from '../../platform/database/context.js';
import { Refused } from '../../platform/http/problem.js';
import { toPence } from '../shared/money.js';
import { ShareStatementReader } from '../shares/share-statement.reader.js';
import type { PositionRow } from './position.query.js';

type Statement = Awaited<ReturnType<ShareStatementReader['read']>>;

/** What each partner is asked for a year, as its share statement has it: one rule for both. */
@Injectable()
export class YearBills {
  constructor(private readonly statements: ShareStatementReader) {}

  /** The bills of the years for which a partner has a provision; no other year can have a gap. */
  async of(context: Context, { partnership, provisions }: PositionRow, asAt: LocalDate): Promise<readonly YearBill[]> {
    const years = [...new Set(provisions.map(({ year }) => year as FinancialYear))].sort();
    const bills = await Promise.all(years.map((year) => this.billOf(context, partnership, year, asAt)));
    return bills.filter((bill) => bill !== undefined);
  }

  /** A year's bill; none when no version in force asks for anything. */
  private async billOf(context: Context, partnership: string, year: FinancialYear, asAt: LocalDate) {
    try {
      return toBill(year, await this.statements.read(context, partnership, year, asAt));
    } catch (thrown) {
      if (thrown instanceof Refused && thrown.kind === 'not-found') return undefined;
      throw thrown;
    }
  }
}

function toBill(year: FinancialYear, { partners, parts }: Statement): YearBill {
  const records = parts.flatMap(({ agreementVersion, decision }): RecordRef[] => [
    { kind: 'agreement-version', id: agreementVersion.id, illustrative: agreementVersion.illustrative },
    { kind: 'decision', id: decision.id, illustrative: decision.illustrative },
  ]);
  const decided = parts.map(({ decision }) => decision.takenOn as LocalDate).sort();
  return {
    year,
    shares: new Map(partners.map(({ partner, share }) => [partner, toPence(share)])),
    decidedOn: decided.at(-1) as LocalDate,
    records,
  };
}
