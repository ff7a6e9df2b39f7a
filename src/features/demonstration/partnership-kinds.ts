import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { AddAgreementVersion } from '../agreements/add-agreement-version.js';
import { AddAgreement } from '../agreements/add-agreement.js';
import { PlaceOrder } from '../budgets/place-order.js';
import { RecordBudget } from '../budgets/record-budget.js';
import { RecordForecast } from '../budgets/record-forecast.js';
import { AddContribution } from '../contributions/add-contribution.js';
import { AddProvision } from '../contributions/add-provision.js';
import { AddReceipt } from '../contributions/add-receipt.js';
import { AddDecision } from '../decisions/add-decision.js';
import { AddCertaintyChange } from '../funding/add-certainty-change.js';
import { AddFundingAmount } from '../funding/add-funding-amount.js';
import { AddFundingSource } from '../funding/add-funding-source.js';
import { AddPackageReturn } from '../funding/add-package-return.js';
import { AddPlannedSpend } from '../funding/add-planned-spend.js';
import { AddParticipation } from '../partnerships/add-participation.js';
import type { Kept, PartnershipRecords } from './records.js';

/** The verb of one kind of record. */
interface Adds<A> {
  run(context: Context, partnership: string, given: A, id: string): Promise<unknown>;
}

/** Adds the records of one kind that are not there, and says how many. */
type Kind = (session: WriteSession, context: Context, records: PartnershipRecords) => Promise<number>;

/** The kinds of record that a partnership has, in the order in which one may name another. */
@Injectable()
export class PartnershipKinds {
  private readonly inOrder: readonly Kind[];

  constructor(
    participations: AddParticipation,
    decisions: AddDecision,
    agreements: AddAgreement,
    versions: AddAgreementVersion,
    contributions: AddContribution,
    receipts: AddReceipt,
    provisions: AddProvision,
    sources: AddFundingSource,
    amounts: AddFundingAmount,
    changes: AddCertaintyChange,
    spends: AddPlannedSpend,
    packages: AddPackageReturn,
    budgets: RecordBudget,
    forecasts: RecordForecast,
    orders: PlaceOrder,
  ) {
    this.inOrder = [
      kind('participation', (records) => records.participations, participations),
      kind('decision', (records) => records.decisions, decisions),
      kind('agreement', (records) => records.agreements, agreements),
      kind('agreement_version', (records) => records.agreementVersions, versions),
      kind('contribution', (records) => records.contributions, contributions),
      kind('receipt', (records) => records.receipts, receipts),
      kind('provision', (records) => records.provisions, provisions),
      kind('funding_source', (records) => records.fundingSources, sources),
      kind('funding_amount', (records) => records.fundingAmounts, amounts),
      kind('certainty_change', (records) => records.certaintyChanges, changes),
      kind('planned_spend', (records) => records.plannedSpends, spends),
      kind('package_return', (records) => records.packageReturns, packages),
      kind('budget', (records) => records.budgets, budgets),
      kind('forecast', (records) => records.forecasts, forecasts),
      kind('commitment', (records) => records.commitments, orders),
    ];
  }

  /** Adds whatever of these records is not there, and says how many that was. */
  async addMissing(session: WriteSession, context: Context, records: PartnershipRecords): Promise<number> {
    let added = 0;
    for (const addKind of this.inOrder) added += await addKind(session, context, records);
    return added;
  }
}

function kind<A>(table: string, pick: (records: PartnershipRecords) => readonly Kept<A>[], verb: Adds<A>): Kind {
  const which = statement(`select id from ${table} where partnership_id = $1 and id = any ($2::uuid[])`);
  return async (session, context, records) => {
    const kept = pick(records);
    const found = await session.rows<{ id: string }>(which, [context.partnership, kept.map(({ id }) => id)]);
    const there = new Set(found.map(({ id }) => id));
    const missing = kept.filter(({ id }) => !there.has(id));
    for (const record of missing) await verb.run(context, context.partnership, record, record.id);
    return missing.length;
  };
}
