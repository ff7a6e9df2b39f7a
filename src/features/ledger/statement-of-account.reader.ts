import { Injectable } from '@nestjs/common';
import { londonDate } from '../../engine/calendar/london.js';
import { type LocalDate } from '../../engine/calendar/local-date.js';
import { runningBalance } from '../../engine/ledger/running-balance.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { invalid, notFound } from '../../platform/http/problem.js';
import { toPounds } from '../shared/money.js';
import { MOST_ROWS } from '../shared/record-kind.js';
import { yearBegan } from '../shared/years-beside.js';
import type { AccountCheck, ProvidedBesideBilled, StatementOfAccount } from './dto/statement-of-account.js';
import { statementOfAccountQuestion, type StatementOfAccountRow } from './statement-of-account.query.js';

interface Days {
  readonly from?: LocalDate;
  readonly asAt?: LocalDate;
  readonly knownAt?: LocalDate;
}

@Injectable()
export class StatementOfAccountReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What a partner owed, what was entered since, and what it owes; the closing balance is checked against the position. */
  async read(
    context: Context,
    [partnership, authority]: readonly [string, string],
    days: Days,
  ): Promise<StatementOfAccount> {
    const asAt = days.asAt ?? londonDate(this.clock.now());
    const from = days.from ?? yearBegan(asAt);
    const knownAt = days.knownAt ?? null;
    if (from > asAt) throw invalid([fromIsLater]);
    const session = this.database.questions(within(context, partnership));
    const given = [partnership, asAt, knownAt, authority, from];
    const row = await session.one<StatementOfAccountRow>(statementOfAccountQuestion, given);
    if (!row) throw notFound();
    if (row.entries.length > MOST_ROWS) throw invalid([tooMany]);
    return { ...{ partnership, authority, name: row.name, from, asAt, knownAt }, ...shown(row) };
  }
}

type Shown = Omit<StatementOfAccount, 'partnership' | 'authority' | 'name' | 'from' | 'asAt' | 'knownAt'>;

function shown(row: StatementOfAccountRow): Shown {
  const { illustrative, reopened, opening, closing, entries, unallocated, kind, years } = row;
  const account = runningBalance(
    BigInt(opening),
    entries.map((entry) => ({ ...entry, pence: BigInt(entry.pence) })),
  );
  return {
    ...{ illustrative, reopened },
    opening: toPounds(BigInt(opening)),
    entries: account.changes.map((entry) => ({ ...plain(entry), ...amounts(entry) })),
    closing: toPounds(BigInt(closing)),
    unallocated: unallocated.map((one) => ({ ...plain(one), amount: toPounds(BigInt(one.pence)) })),
    unallocatedTotal: totalOf(unallocated),
    inKind: kind.map((one) => ({ ...plain(one), amount: toPounds(BigInt(one.pence)), line: one.line })),
    inKindTotal: totalOf(kind),
    provisions: years.map(beside),
    checks: [checkOf(account.closing, BigInt(closing))],
  };
}

type Entry = Omit<StatementOfAccountRow['entries'][number], 'pence'>;

/** What every row says, in the order in which a file has it. */
function plain({ on, kind, what, reference, bill, entry }: Entry) {
  return { on, kind, what, reference, bill, entry };
}

function amounts({ pence, balance }: { readonly pence: bigint; readonly balance: bigint }) {
  return { amount: toPounds(pence), balance: toPounds(balance) };
}

function totalOf(rows: readonly { readonly pence: string }[]): string {
  return toPounds(rows.reduce((sum, { pence }) => sum + BigInt(pence), 0n));
}

function beside({ year, billed, provided }: StatementOfAccountRow['years'][number]): ProvidedBesideBilled {
  return {
    financialYear: year,
    billed: toPounds(BigInt(billed)),
    provided: provided === null ? null : toPounds(BigInt(provided)),
    gap: provided === null ? null : toPounds(BigInt(billed) - BigInt(provided)),
  };
}

function checkOf(closing: bigint, position: bigint): AccountCheck {
  const holds = closing === position;
  const says = 'What it owed before, and each entry since, come to what its accounts come to by the position.';
  return {
    check: 'closing-is-position',
    holds,
    says: holds ? says : `${says} They are ${toPounds(closing - position)} off.`,
  };
}

const fromIsLater = { parameter: 'from', code: 'bad-parameter', detail: 'Expected a day no later than the last.' };
const tooMany = {
  ...{ parameter: 'from', code: 'too-many' },
  detail: `Expected days with ${MOST_ROWS} entries at most: give a later first day.`,
};
