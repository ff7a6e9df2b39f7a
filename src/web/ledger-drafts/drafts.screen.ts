import { Injectable } from '@nestjs/common';
import { DecisionReader } from '../../features/decisions/decision.reader.js';
import { CommitmentReader } from '../../features/budgets/commitment.reader.js';
import { BillReader } from '../../features/ledger/bill.reader.js';
import type { LedgerBill } from '../../features/ledger/dto/bill.js';
import { DraftMakersReader } from '../../features/ledger/draft-makers.reader.js';
import { DraftReader } from '../../features/ledger/draft.reader.js';
import { PositionReader } from '../../features/ledger/position.reader.js';
import { EntryReader } from '../../features/ledger/entry.reader.js';
import type { Context } from '../../platform/database/context.js';
import { Refused } from '../../platform/http/problem.js';
import { LedgerScreen } from '../ledger/ledger.screen.js';
import type { Visitor } from '../visitor/visitor.js';
import type { Offered } from './propose.view-model.js';

/** For whom a form is drawn, and what stands in it already. */
interface Chosen {
  /** The one council that they may propose for; any where there is none. */
  readonly own: string | undefined;
  readonly reverses: string | undefined;
  readonly pays: string | undefined;
}

const none = { asAt: undefined, knownAt: undefined, fund: undefined };

/** Asks what the pages of proposals rest on. */
@Injectable()
export class DraftsScreen {
  constructor(
    private readonly ledger: LedgerScreen,
    private readonly drafts: DraftReader,
    private readonly makers: DraftMakersReader,
    private readonly bills: BillReader,
    private readonly positions: PositionReader,
    private readonly posted: EntryReader,
    private readonly decisions: DecisionReader,
    private readonly orders: CommitmentReader,
  ) {}

  place(context: Context, id: string) {
    return this.ledger.place(context, id);
  }

  list(context: Context, id: string, query: Readonly<Record<string, string>>) {
    return this.drafts.list(context, id, { sort: '-recordedOn', ...query });
  }

  one(context: Context, partnership: string, id: string) {
    return this.drafts.find(context, partnership, id);
  }

  /** Whether whoever looks entered any version of it. */
  async entered(context: Context, partnership: string, id: string, visitor: Visitor | undefined): Promise<boolean> {
    return visitor !== undefined && this.makers.entered(context, partnership, id, visitor.person);
  }

  /** A bill; none where there is none to see, which whoever checks the form says. */
  async bill(context: Context, partnership: string, id: string): Promise<LedgerBill | undefined> {
    try {
      return await this.bills.find(context, partnership, id, {});
    } catch (refused) {
      if (refused instanceof Refused && refused.kind === 'not-found') return undefined;
      throw refused;
    }
  }

  /** Bills of which something is left, the latest first, and the one that is chosen already, however much is left of it. */
  private async payable(context: Context, id: string, { own, pays }: Chosen): Promise<readonly LedgerBill[]> {
    const { items } = await this.bills.list(context, id, {
      ...{ open: 'true', sort: '-dueOn', limit: '200' },
      ...(own === undefined ? {} : { authority: own }),
    });
    const there = pays === undefined || items.some((bill) => bill.id === pays);
    const chosen = there ? undefined : await this.bill(context, id, pays);
    return chosen && (own === undefined || own === chosen.authority) ? [chosen, ...items] : items;
  }

  /** What a form may choose from: bills, and the lines, funds, decisions and orders that there are. */
  async offered(context: Context, id: string, chosen: Chosen): Promise<Offered> {
    const { own, reverses } = chosen;
    const bills = await this.payable(context, id, chosen);
    const { lines, funds } = await this.positions.read(context, id, none);
    const decided = await this.decisions.list(context, id, {
      ...{ sort: '-takenOn', limit: '200' },
      outcome: 'approved',
    });
    const open = { state: 'open', sort: '-orderedOn', limit: '200' };
    const { items: orders } = await this.orders.list(context, id, open);
    const turned = reverses === undefined ? undefined : await this.posted.find(context, id, reverses);
    return {
      ...{ bills, decisions: decided.items, own, turned, orders },
      lines: [...new Set(lines.map(({ line }) => line))],
      funds: funds.map(({ fund }) => fund),
    };
  }
}
