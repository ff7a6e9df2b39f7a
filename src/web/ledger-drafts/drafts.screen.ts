import { Injectable } from '@nestjs/common';
import { ContributionReader } from '../../features/contributions/contribution.reader.js';
import type { Contribution } from '../../features/contributions/dto/contribution.js';
import { DecisionReader } from '../../features/decisions/decision.reader.js';
import { CommitmentReader } from '../../features/budgets/commitment.reader.js';
import { DraftMakersReader } from '../../features/ledger/draft-makers.reader.js';
import { DraftReader } from '../../features/ledger/draft.reader.js';
import { PositionReader } from '../../features/ledger/position.reader.js';
import { EntryReader } from '../../features/ledger/entry.reader.js';
import type { Context } from '../../platform/database/context.js';
import { Refused } from '../../platform/http/problem.js';
import { LedgerScreen } from '../ledger/ledger.screen.js';
import type { Visitor } from '../visitor/visitor.js';
import type { Offered } from './propose.view-model.js';

const none = { asAt: undefined, knownAt: undefined, fund: undefined };

/** Asks what the pages of proposals rest on. */
@Injectable()
export class DraftsScreen {
  constructor(
    private readonly ledger: LedgerScreen,
    private readonly drafts: DraftReader,
    private readonly makers: DraftMakersReader,
    private readonly contributions: ContributionReader,
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

  /** A contribution; none where there is none to see, which whoever checks the form says. */
  async bill(context: Context, partnership: string, id: string): Promise<Contribution | undefined> {
    try {
      return await this.contributions.find(context, partnership, id);
    } catch (refused) {
      if (refused instanceof Refused && refused.kind === 'not-found') return undefined;
      throw refused;
    }
  }

  /** What a form may choose from: contributions, the latest first, and the lines that there are. */
  async offered(context: Context, id: string, own: string | undefined, reverses?: string): Promise<Offered> {
    const bills = await this.contributions.list(context, id, {
      ...{ sort: '-dueOn', limit: '200' },
      ...(own === undefined ? {} : { authority: own }),
    });
    const { lines, funds } = await this.positions.read(context, id, none);
    const decided = await this.decisions.list(context, id, {
      ...{ sort: '-takenOn', limit: '200' },
      outcome: 'approved',
    });
    const open = { state: 'open', sort: '-orderedOn', limit: '200' };
    const { items: orders } = await this.orders.list(context, id, open);
    const turned = reverses === undefined ? undefined : await this.posted.find(context, id, reverses);
    return {
      ...{ bills: bills.items, decisions: decided.items, own, turned, orders },
      lines: [...new Set(lines.map(({ line }) => line))],
      funds: funds.map(({ fund }) => fund),
    };
  }
}
