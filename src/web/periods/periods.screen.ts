import { Injectable } from '@nestjs/common';
import { londonDate } from '../../engine/calendar/london.js';
import { ClosingReader } from '../../features/ledger/closing.reader.js';
import { EntryReader } from '../../features/ledger/entry.reader.js';
import { PositionReader } from '../../features/ledger/position.reader.js';
import { ReopeningReader } from '../../features/ledger/reopening.reader.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Context } from '../../platform/database/context.js';
import { LedgerScreen } from '../ledger/ledger.screen.js';
import { type MonthsKnown, nextMonth } from './months.js';

/** Asks what the pages of months rest on. */
@Injectable()
export class PeriodsScreen {
  constructor(
    private readonly ledger: LedgerScreen,
    private readonly closings: ClosingReader,
    private readonly reopenings: ReopeningReader,
    private readonly entries: EntryReader,
    private readonly positions: PositionReader,
    private readonly clock: Clock,
  ) {}

  place(context: Context, id: string) {
    return this.ledger.place(context, id);
  }

  async known(context: Context, id: string): Promise<MonthsKnown> {
    const [closings, reopenings, entries] = await Promise.all([
      this.closings.list(context, id, { sort: '-startsOn', limit: '200' }),
      this.reopenings.list(context, id, { sort: '-recordedOn', limit: '200' }),
      this.entries.list(context, id, { sort: 'effectiveOn', limit: '1' }),
    ]);
    const today = londonDate(this.clock.now());
    return { closings: closings.items, reopenings: reopenings.items, first: entries.items[0]?.effectiveOn, today };
  }

  /** What the next closing would freeze, as it stands now; nothing where no month can be closed. */
  async toFreeze(context: Context, id: string, known: MonthsKnown) {
    const next = nextMonth(known);
    if (!next?.isOver) return undefined;
    return this.positions.read(context, id, { asAt: next.lastDay, knownAt: undefined, fund: undefined });
  }

  closing(context: Context, partnership: string, id: string) {
    return this.closings.find(context, partnership, id);
  }
}
