import { Injectable } from '@nestjs/common';
import { londonDate } from '../../engine/calendar/london.js';
import { type LocalDate } from '../../engine/calendar/local-date.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { listPage, type ListQuery, type Page } from '../../platform/database/listing.js';
import type { ReadSession } from '../../platform/database/session.js';
import { readListQuery, readWholeListQuery, writeCursor } from '../../platform/http/list-query.js';
import { notFound } from '../../platform/http/problem.js';
import { type Listed, MOST_ROWS, nextPage, tooMany } from '../shared/record-kind.js';
import { mustReach } from '../shared/reach.js';
import { billListing, billQuestion, historyQuestion } from './bill.query.js';
import type { LedgerBill, LedgerBillWithHistory } from './dto/bill.js';
import { asAtAndKnownAt, readDays, withoutDays } from './days-asked.js';
import { type BillRow, showBill, showStep, type StepRow } from './show-bill.js';

type Asked = Readonly<Record<string, unknown>>;

/** As at which day, and as known at the end of which day, if any. */
interface Days {
  readonly asAt: LocalDate;
  readonly knownAt: LocalDate | null;
}

/** What partners are billed, as at any day and as it was known at the end of any day. */
@Injectable()
export class BillReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(context: Context, partnership: string, query: Asked): Promise<Listed<LedgerBill>> {
    const days = this.days(query);
    const asked = readListQuery(billListing, withoutDays(query));
    const { rows, after } = await this.rows(within(context, partnership), days, asked);
    return {
      items: rows.map((row) => showBill(row, days.asAt)),
      next: after ? nextPage(query, writeCursor(asked, after)) : null,
    };
  }

  /** All that the filters let through; refused where there are more than fit. */
  async allIn(context: Context, partnership: string, query: Asked): Promise<readonly LedgerBill[]> {
    const days = this.days(query);
    const asked = { ...readWholeListQuery(billListing, withoutDays(query)), limit: MOST_ROWS };
    const { rows, after } = await this.rows(within(context, partnership), days, asked);
    if (after) throw tooMany(billListing);
    return rows.map((row) => showBill(row, days.asAt));
  }

  find(context: Context, partnership: string, id: string, query: Asked): Promise<LedgerBillWithHistory> {
    return this.findIn(this.database.questions(within(context, partnership)), [partnership, id], query);
  }

  /** One bill with all that happened to it, inside a transaction already open. */
  async findIn(
    session: ReadSession,
    [partnership, id]: readonly [string, string],
    query: Asked = {},
  ): Promise<LedgerBillWithHistory> {
    const { asAt, knownAt } = this.days(query);
    const row = await session.one<BillRow>(billQuestion, [partnership, asAt, knownAt, id]);
    if (!row) throw notFound();
    const steps = await session.rows<StepRow>(historyQuestion, [partnership, id, knownAt]);
    return { ...showBill(row, asAt), history: steps.map(showStep) };
  }

  private days(query: Asked): Days {
    const { asAt, knownAt } = readDays(query, asAtAndKnownAt, 'among others');
    return { asAt: asAt ?? londonDate(this.clock.now()), knownAt: knownAt ?? null };
  }

  private async rows(context: Context, { asAt, knownAt }: Days, asked: ListQuery): Promise<Page<BillRow>> {
    const given = [context.partnership, asAt, knownAt];
    const page = await listPage<BillRow>(this.database.questions(context), billListing, given, asked);
    if (page.rows.length === 0) await mustReach(this.database, context);
    return page;
  }
}
