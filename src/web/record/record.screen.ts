import { Injectable } from '@nestjs/common';
import { AgreementVersionReader } from '../../features/agreements/agreement-version.reader.js';
import { AgreementReader } from '../../features/agreements/agreement.reader.js';
import { ContributionReader } from '../../features/contributions/contribution.reader.js';
import { ProvisionReader } from '../../features/contributions/provision.reader.js';
import { ReceiptReader } from '../../features/contributions/receipt.reader.js';
import { DecisionReader } from '../../features/decisions/decision.reader.js';
import { CertaintyChangeReader } from '../../features/funding/certainty-change.reader.js';
import { FundingAmountReader } from '../../features/funding/funding-amount.reader.js';
import { FundingSourceReader } from '../../features/funding/funding-source.reader.js';
import { PackageReturnReader } from '../../features/funding/package-return.reader.js';
import { PlannedSpendReader } from '../../features/funding/planned-spend.reader.js';
import { ParticipationReader } from '../../features/partnerships/participation.reader.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import type { Context } from '../../platform/database/context.js';
import { uuidOrNotFound } from '../../platform/http/names.js';
import { notFound } from '../../platform/http/problem.js';
import type { KeptRecord, RecordAsked } from './record.view-model.js';

interface FindsOne {
  find(context: Context, partnership: string, id: string): Promise<object>;
}

/** Every kind of record that has a page, under the name it has in an address, the same as in the API's. */
@Injectable()
export class RecordScreen {
  private readonly readers: ReadonlyMap<string, FindsOne>;

  constructor(
    private readonly partnerships: PartnershipReader,
    private readonly participations: ParticipationReader,
    agreements: AgreementReader,
    agreementVersions: AgreementVersionReader,
    decisions: DecisionReader,
    contributions: ContributionReader,
    receipts: ReceiptReader,
    provisions: ProvisionReader,
    fundingSources: FundingSourceReader,
    fundingAmounts: FundingAmountReader,
    certaintyChanges: CertaintyChangeReader,
    plannedSpends: PlannedSpendReader,
    packageReturns: PackageReturnReader,
  ) {
    this.readers = new Map<string, FindsOne>([
      ['agreements', agreements],
      ['agreement-versions', agreementVersions],
      ['decisions', decisions],
      ['contributions', contributions],
      ['receipts', receipts],
      ['provisions', provisions],
      ['funding-sources', fundingSources],
      ['funding-amounts', fundingAmounts],
      ['certainty-changes', certaintyChanges],
      ['planned-spends', plannedSpends],
      ['package-returns', packageReturns],
    ]);
  }

  async ask(context: Context, partnership: string, kind: string, id: string): Promise<RecordAsked> {
    const reader = this.readers.get(kind);
    if (!reader) throw notFound();
    return {
      kind,
      partnership: await this.partnerships.findByName(context, partnership),
      record: (await reader.find(context, partnership, uuidOrNotFound(id))) as KeptRecord,
      participations: (await this.participations.list(context, partnership, { limit: '200' })).items,
    };
  }
}
