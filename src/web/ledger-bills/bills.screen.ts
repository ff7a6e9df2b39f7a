import { Injectable } from '@nestjs/common';
import { londonDate } from '../../engine/calendar/london.js';
import { DecisionReader } from '../../features/decisions/decision.reader.js';
import type { Decision } from '../../features/decisions/dto/decision.js';
import { AgedDebtReader } from '../../features/ledger/aged-debt.reader.js';
import { BillReader } from '../../features/ledger/bill.reader.js';
import type { AgedDebt } from '../../features/ledger/dto/aged-debt.js';
import type { LedgerBill, LedgerBillWithHistory } from '../../features/ledger/dto/bill.js';
import type { StatementOfAccount } from '../../features/ledger/dto/statement-of-account.js';
import { StatementOfAccountReader } from '../../features/ledger/statement-of-account.reader.js';
import { ParticipationReader } from '../../features/partnerships/participation.reader.js';
import type { Listed } from '../../features/shared/record-kind.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Context } from '../../platform/database/context.js';
import { LedgerScreen } from '../ledger/ledger.screen.js';
import type { Place } from '../ledger/place.js';
import type { DaysAsked } from './days.js';

type Days = DaysAsked['days'];

/** Asks what the pages of bills, of debts and of accounts rest on. */
@Injectable()
export class BillsScreen {
  constructor(
    private readonly ledger: LedgerScreen,
    private readonly participations: ParticipationReader,
    private readonly all: BillReader,
    private readonly debts: AgedDebtReader,
    private readonly accounts: StatementOfAccountReader,
    private readonly taken: DecisionReader,
    private readonly clock: Clock,
  ) {}

  /** The day that lists are as at where none is asked for. */
  today(): string {
    return londonDate(this.clock.now());
  }

  place(context: Context, id: string): Promise<Place> {
    return this.ledger.place(context, id);
  }

  /** Who hosts, by the roles that are in force today. */
  async hosts(context: Context, id: string): Promise<readonly string[]> {
    const { items } = await this.participations.list(context, id, { role: 'host', limit: '200' });
    return items.filter(({ until }) => until === null).map(({ authority }) => authority);
  }

  /** Every decision, the latest first, of any outcome. */
  async decisions(context: Context, id: string): Promise<readonly Decision[]> {
    return (await this.taken.list(context, id, { sort: '-takenOn', limit: '200' })).items;
  }

  bills(context: Context, id: string, asked: Readonly<Record<string, string>>): Promise<Listed<LedgerBill>> {
    return this.all.list(context, id, asked);
  }

  bill(context: Context, [partnership, id]: readonly [string, string], days: Days): Promise<LedgerBillWithHistory> {
    return this.all.find(context, partnership, id, days);
  }

  debt(context: Context, id: string, days: Days): Promise<AgedDebt> {
    return this.debts.read(context, id, days);
  }

  account(context: Context, place: readonly [string, string], days: Days): Promise<StatementOfAccount> {
    return this.accounts.read(context, place, days);
  }
}
