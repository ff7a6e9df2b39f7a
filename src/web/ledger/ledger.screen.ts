import { Injectable } from '@nestjs/common';
import { BudgetLineReader } from '../../features/budgets/line-rows.reader.js';
import { CheckLedger } from '../../features/ledger/check-ledger.js';
import type { LedgerSoundness } from '../../features/ledger/dto/check.js';
import type { LedgerEntry } from '../../features/ledger/dto/entry.js';
import type { LedgerPosition } from '../../features/ledger/dto/position.js';
import { EntryReader } from '../../features/ledger/entry.reader.js';
import { PositionReader } from '../../features/ledger/position.reader.js';
import type { ReportQuery } from '../../features/shared/report-query.js';
import { ParticipationReader } from '../../features/partnerships/participation.reader.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import type { Listed } from '../../features/shared/record-kind.js';
import type { Context } from '../../platform/database/context.js';
import type { Place } from './place.js';

/** Asks what the pages of a partnership's ledger rest on. */
@Injectable()
export class LedgerScreen {
  constructor(
    private readonly partnerships: PartnershipReader,
    private readonly participations: ParticipationReader,
    private readonly positions: PositionReader,
    private readonly posted: EntryReader,
    private readonly checks: CheckLedger,
    private readonly budgeted: BudgetLineReader,
  ) {}

  async place(context: Context, id: string): Promise<Place> {
    const partnership = await this.partnerships.findByName(context, id);
    const [{ items }, budgeted] = await Promise.all([
      this.participations.list(context, id, { limit: '200', sort: 'authorityName' }),
      this.budgeted.list(context, id, { limit: '200', sort: '-from' }),
    ]);
    return {
      partnership,
      names: new Map(items.map(({ authority, authorityName }) => [authority, authorityName])),
      lines: new Map([...budgeted.items].reverse().map(({ line, name }) => [line, name])),
    };
  }

  position(context: Context, id: string, asked: ReportQuery): Promise<LedgerPosition> {
    return this.positions.read(context, id, asked);
  }

  /** Every fund that the ledger has. */
  async funds(context: Context, id: string): Promise<readonly string[]> {
    return (await this.positions.read(context, id, { asAt: undefined, knownAt: undefined, fund: undefined })).everyFund;
  }

  /** The latest first. */
  entries(context: Context, id: string, asked: Readonly<Record<string, string>>): Promise<Listed<LedgerEntry>> {
    return this.posted.list(context, id, { sort: '-effectiveOn', ...asked });
  }

  entry(context: Context, partnership: string, id: string): Promise<LedgerEntry> {
    return this.posted.find(context, partnership, id);
  }

  /** What working the whole ledger out anew finds. */
  check(context: Context, partnership: string): Promise<LedgerSoundness> {
    return this.checks.run(context, partnership);
  }
}
