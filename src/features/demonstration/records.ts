import type { NewAgreementVersion } from '../agreements/dto/agreement-version.js';
import type { NewAgreement } from '../agreements/dto/agreement.js';
import type { NewBudget } from '../budgets/dto/budget.js';
import type { NewCommitment } from '../budgets/dto/commitment.js';
import type { NewForecast } from '../budgets/dto/forecast.js';
import type { NewContribution } from '../contributions/dto/contribution.js';
import type { NewProvision } from '../contributions/dto/provision.js';
import type { NewReceipt } from '../contributions/dto/receipt.js';
import type { NewDecision } from '../decisions/dto/decision.js';
import type { NewCertaintyChange } from '../funding/dto/certainty-change.js';
import type { NewFundingAmount } from '../funding/dto/funding-amount.js';
import type { NewFundingSource } from '../funding/dto/funding-source.js';
import type { NewPackageReturn } from '../funding/dto/package-return.js';
import type { NewPlannedSpend } from '../funding/dto/planned-spend.js';
import type { NewParticipation } from '../partnerships/dto/participation.js';
import type { NewPartnership } from '../partnerships/dto/partnership.js';

/**
 * A record as anybody would post it, with the id that it will have. Its `source` says where it was published; one that
 * begins "Illustrative:" says what in it nobody published. Where only the day of something published was not found, the
 * earliest or latest day that it can have been stands for it, and the source says so.
 */
export type Kept<T> = Given<T> & { readonly id: string };

/** What would be posted: the fields of a class of the door, as plain data. */
export type Given<T> = { readonly [K in keyof T]: T[K] };

export type KeptAgreementVersion = Kept<NewAgreementVersion>;
export type KeptContribution = Kept<NewContribution>;
export type KeptReceipt = Kept<NewReceipt>;
export type KeptProvision = Kept<NewProvision>;
export type KeptBudget = Kept<NewBudget>;
export type KeptForecast = Kept<NewForecast>;
export type KeptCommitment = Kept<NewCommitment>;
export type KeptDecision = Kept<NewDecision>;
export type KeptAgreement = Kept<NewAgreement>;
export type KeptParticipation = Kept<NewParticipation>;
export type KeptFundingSource = Kept<NewFundingSource>;
export type KeptFundingAmount = Kept<NewFundingAmount>;
export type KeptCertaintyChange = Kept<NewCertaintyChange>;
export type KeptPlannedSpend = Kept<NewPlannedSpend>;
export type KeptPackageReturn = Kept<NewPackageReturn>;

/** Everything that is kept of one partnership, in the order in which it can be recorded. */
export interface PartnershipRecords {
  readonly partnership: Given<NewPartnership>;
  readonly participations: readonly KeptParticipation[];
  readonly decisions: readonly KeptDecision[];
  readonly agreements: readonly KeptAgreement[];
  readonly agreementVersions: readonly KeptAgreementVersion[];
  readonly contributions: readonly KeptContribution[];
  readonly receipts: readonly KeptReceipt[];
  readonly provisions: readonly KeptProvision[];
  readonly fundingSources: readonly KeptFundingSource[];
  readonly fundingAmounts: readonly KeptFundingAmount[];
  readonly certaintyChanges: readonly KeptCertaintyChange[];
  readonly plannedSpends: readonly KeptPlannedSpend[];
  readonly packageReturns: readonly KeptPackageReturn[];
  readonly budgets: readonly KeptBudget[];
  readonly forecasts: readonly KeptForecast[];
  readonly commitments: readonly KeptCommitment[];
}
