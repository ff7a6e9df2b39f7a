import { Injectable } from '@nestjs/common';
import type { FinancialYear } from '../../engine/calendar/financial-year.js';
import { ContributionReader } from '../../features/contributions/contribution.reader.js';
import { ReceiptReader } from '../../features/contributions/receipt.reader.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import type { ShareStatement } from '../../features/shares/dto/share-statement.js';
import { ShareStatementReader } from '../../features/shares/share-statement.reader.js';
import type { Context } from '../../platform/database/context.js';
import { Refused } from '../../platform/http/problem.js';
import type { AsAt } from '../as-at/read-as-at.js';
import type { Bills } from './instalments.js';

/** Asks the readers for a year's statement and for the bills behind its sums. */
@Injectable()
export class ShareStatementScreen {
  constructor(
    private readonly partnerships: PartnershipReader,
    private readonly statements: ShareStatementReader,
    private readonly contributions: ContributionReader,
    private readonly receipts: ReceiptReader,
  ) {}

  partnership(context: Context, id: string): Promise<{ id: string; name: string }> {
    return this.partnerships.findByName(context, id);
  }

  /** None when no version with a schedule for the year was in force: the partnership itself is known to be there. */
  async statement(context: Context, id: string, year: FinancialYear, asked: AsAt): Promise<ShareStatement | undefined> {
    if (!asked.ok) return undefined;
    try {
      return await this.statements.read(context, id, year, asked.date);
    } catch (refused) {
      if (refused instanceof Refused && refused.kind === 'not-found') return undefined;
      throw refused;
    }
  }

  async bills(context: Context, id: string, year: FinancialYear): Promise<Bills> {
    const billed = await this.contributions.list(context, id, { financialYear: year, limit: '200' });
    const received = await this.receipts.list(context, id, { sort: '-receivedOn', limit: '200' });
    const ids = new Set(billed.items.map((contribution) => contribution.id));
    return {
      contributions: billed.items,
      receipts: received.items.filter(({ contribution }) => ids.has(contribution)),
      cutOff: billed.next !== null || received.next !== null,
    };
  }
}
