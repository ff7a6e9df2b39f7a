import { Injectable } from '@nestjs/common';
import { londonDate } from '../../engine/calendar/london.js';
import { type LocalDate } from '../../engine/calendar/local-date.js';
import { agedDebt, type AgedDebt as Aged, type Owed } from '../../engine/ledger/bills/aged-debt.js';
import { daysLate } from '../../engine/ledger/bills/status.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { toPounds } from '../shared/money.js';
import { agedDebtQuestion, type AgedDebtRow } from './aged-debt.query.js';
import type { AgedDebt, AgedDebtCheck, AgedDebtTotals } from './dto/aged-debt.js';

interface Days {
  readonly asAt?: LocalDate;
  readonly knownAt?: LocalDate;
}

@Injectable()
export class AgedDebtReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What each partner owes by how long it is late, as at any day and as known at any; checked against the position. */
  async read(context: Context, partnership: string, days: Days): Promise<AgedDebt> {
    const asAt = days.asAt ?? londonDate(this.clock.now());
    const knownAt = days.knownAt ?? null;
    const session = this.database.questions(within(context, partnership));
    const row = await session.one<AgedDebtRow>(agedDebtQuestion, [partnership, asAt, knownAt]);
    if (!row) throw notFound();
    const others = new Map(row.others.map(({ partner, pence }) => [partner, BigInt(pence)]));
    const partners = agedDebt(
      row.bills.map((bill) => owedOn(bill, asAt)),
      others,
    );
    return {
      ...{ partnership, asAt, knownAt, illustrative: row.illustrative, reopened: row.reopened },
      partners: partners.map(({ partner, ...amounts }) => ({ partner, ...inPounds(amounts) })),
      totals: inPounds(totalsOf(partners)),
      checks: checksOf(partners, row.positions),
    };
  }
}

function owedOn({ partner, payBy, owed, disputed }: AgedDebtRow['bills'][number], asAt: LocalDate): Owed {
  return { partner, owed: BigInt(owed), daysLate: daysLate(payBy as LocalDate, asAt), disputed };
}

type Amounts = Readonly<Record<keyof AgedDebtTotals, bigint>>;

const columns = [
  ...(['notYetDue', 'days1to30', 'days31to60', 'days61to90', 'over90', 'disputed', 'credit', 'other'] as const),
  'total',
] as const satisfies readonly (keyof AgedDebtTotals)[];

function inPounds(amounts: Amounts): AgedDebtTotals {
  return Object.fromEntries(columns.map((column) => [column, toPounds(amounts[column])])) as unknown as AgedDebtTotals;
}

function totalsOf(partners: readonly Aged[]): Amounts {
  const sums = columns.map((column) => [column, partners.reduce((sum, row) => sum + row[column], 0n)] as const);
  return Object.fromEntries(sums) as Amounts;
}

/** What a partner owes by its bills and what is on none, against what the accounts come to. */
function checksOf(partners: readonly Aged[], positions: AgedDebtRow['positions']): AgedDebtCheck[] {
  const owed = new Map(partners.map(({ partner, total }) => [partner, total]));
  const stands = new Map(positions.map(({ partner, pence }) => [partner, BigInt(pence)]));
  return [...new Set([...owed.keys(), ...stands.keys()])].sort().map((partner) => {
    const [byBills, byPosition] = [owed.get(partner) ?? 0n, stands.get(partner) ?? 0n];
    const holds = byBills === byPosition;
    const says = 'What it owes on its bills, and on none, is what its accounts come to: billed, less let off and paid.';
    const off = holds ? '' : ` It is ${toPounds(byBills - byPosition)} off.`;
    return { check: 'debt-is-position', partner, holds, says: `${says}${off}` };
  });
}
