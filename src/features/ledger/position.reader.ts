import { Injectable } from '@nestjs/common';
import { londonDate } from '../../engine/calendar/london.js';
import { type Balance, composePosition, type PositionCheck } from '../../engine/ledger/position.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { toPounds } from '../shared/money.js';
import type { LedgerCheck, LedgerPosition } from './dto/position.js';
import { positionQuestion, type PositionRow } from './position.query.js';
import type { ReportQuery } from '../shared/report-query.js';

@Injectable()
export class PositionReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What the ledger comes to, by partner, by fund and by line; each total is checked against its parts. */
  async read(context: Context, partnership: string, asked: ReportQuery): Promise<LedgerPosition> {
    const asAt = asked.asAt ?? londonDate(this.clock.now());
    const knownAt = asked.knownAt ?? null;
    const given = [partnership, asAt, knownAt, asked.fund ?? null];
    const row = await this.database.questions(within(context, partnership)).one<PositionRow>(positionQuestion, given);
    if (!row) throw notFound();
    const position = composePosition(balancesOf(row));
    return {
      partnership,
      asAt,
      knownAt,
      illustrative: row.illustrative,
      checked: !row.unchecked,
      reopened: row.reopened,
      everyFund: row.every_fund,
      partners: position.partners.map(({ partner, ...amounts }) => ({ partner, ...inPounds(amounts) })),
      funds: position.funds.map(({ fund, ...amounts }) => ({ fund, ...inPounds(amounts) })),
      lines: position.lines.map(({ fund, line, ...amounts }) => ({ fund, line, ...inPounds(amounts) })),
      checks: position.checks.map(showCheck),
    };
  }
}

function balancesOf({ balances }: PositionRow): readonly Balance[] {
  const rows = JSON.parse(balances) as readonly (Omit<Balance, 'pence'> & { readonly pence: string })[];
  return rows.map((row) => ({ ...row, pence: BigInt(row.pence) }));
}

/** Amounts in pence as text in pounds, under the same names. */
export function inPounds<K extends string>(amounts: Readonly<Record<K, bigint>>): Record<K, string> {
  const shown = Object.entries<bigint>(amounts).map(([name, amount]) => [name, toPounds(amount)] as const);
  return Object.fromEntries(shown) as Record<K, string>;
}

/** What each check says where it holds. */
export const checkWords: Readonly<Record<PositionCheck['check'], string>> = {
  'bills-foot':
    'What the partners were billed, less rebates, is what the fund was brought and what was settled on them.',
  'cash-foots': 'What the partners paid and what was granted, less what was spent, is what the host holds.',
  'in-kind-foots': 'What was given in kind is what was used in kind.',
};

function showCheck({ check, fund, holds, off }: PositionCheck): LedgerCheck {
  return { check, fund, holds, says: holds ? checkWords[check] : `${checkWords[check]} It is ${toPounds(off)} off.` };
}
