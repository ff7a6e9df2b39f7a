import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccessModule } from './features/access/access.module.js';
import { AgreementVersionRow } from './features/agreements/agreement-version.entity.js';
import { AgreementRow } from './features/agreements/agreement.entity.js';
import { AgreementsModule } from './features/agreements/agreements.module.js';
import { AuditModule } from './features/audit/audit.module.js';
import { AuditKeyRow } from './features/audit/keys/audit-key.entity.js';
import { AuthoritiesModule } from './features/authorities/authorities.module.js';
import { AuthorityRow } from './features/authorities/authority.entity.js';
import { BudgetRow, ForecastRow } from './features/budgets/budget.entity.js';
import { CommitmentReleaseRow, CommitmentRow } from './features/budgets/commitment.entity.js';
import { BudgetsModule } from './features/budgets/budgets.module.js';
import { CalculationRow } from './features/calculations/calculation.entity.js';
import { CalculationsModule } from './features/calculations/calculations.module.js';
import { ContributionRow } from './features/contributions/contribution.entity.js';
import { ContributionsModule } from './features/contributions/contributions.module.js';
import { ProvisionRow } from './features/contributions/provision.entity.js';
import { ReceiptRow } from './features/contributions/receipt.entity.js';
import { DecisionRow } from './features/decisions/decision.entity.js';
import { DecisionsModule } from './features/decisions/decisions.module.js';
import { DemonstrationModule } from './features/demonstration/demonstration.module.js';
import { CertaintyChangeRow } from './features/funding/certainty-change.entity.js';
import { FederationModule } from './features/federation/federation.module.js';
import { FederatedIdentityEndRow } from './features/federation/identity-end.entity.js';
import { FederatedIdentityRow } from './features/federation/identity.entity.js';
import type { Provider } from './features/federation/provider.js';
import { FlagsModule } from './features/flags/flags.module.js';
import { FootingModule } from './features/footing/footing.module.js';
import { FundingAmountRow } from './features/funding/funding-amount.entity.js';
import { FundingSourceRow } from './features/funding/funding-source.entity.js';
import { FundingModule } from './features/funding/funding.module.js';
import { LedgerBillEventRow } from './features/ledger/bill.entity.js';
import { LedgerDraftRow, LedgerDraftVersionRow, LedgerOutcomeRow } from './features/ledger/draft.entity.js';
import {
  HostLineRow,
  HostMatchRow,
  HostMatchUndoneRow,
  ReconciliationRow,
} from './features/reconciliations/reconciliation.entity.js';
import { LedgerClosingRow, LedgerReopeningOutcomeRow, LedgerReopeningRow } from './features/ledger/period.entity.js';
import { LedgerYearClosingRow } from './features/ledger/year-closing.entity.js';
import { LedgerSettlementRow } from './features/ledger/settlement.entity.js';
import { LedgerModule } from './features/ledger/ledger.module.js';
import { PackageReturnRow } from './features/funding/package-return.entity.js';
import { PlannedSpendRow } from './features/funding/planned-spend.entity.js';
import { MeasureValueRow } from './features/measures/measure-value.entity.js';
import { MeasuresModule } from './features/measures/measures.module.js';
import { ImportsModule } from './features/imports/imports.module.js';
import { ParticipationRow } from './features/partnerships/participation.entity.js';
import { PeopleModule } from './features/people/people.module.js';
import { PersonRow } from './features/people/person.entity.js';
import { RoleGrantApprovalRow } from './features/people/role-grant-approval.entity.js';
import { RoleGrantEndRow } from './features/people/role-grant-end.entity.js';
import { RoleGrantRow } from './features/people/role-grant.entity.js';
import { PartnershipRow } from './features/partnerships/partnership.entity.js';
import { PartnershipsModule } from './features/partnerships/partnerships.module.js';
import { PublicationRow } from './features/publications/publication.entity.js';
import { PublicationsModule } from './features/publications/publications.module.js';
import { WithdrawalRow } from './features/publications/withdrawal.entity.js';
import { SignInModule } from './features/sign-in/sign-in.module.js';
import { SharesModule } from './features/shares/shares.module.js';
import { Once } from './features/shared/once.js';
import { constraintWords } from './features/shared/constraint-words.js';
import { Clock } from './platform/clock/clock.js';
import { migrations } from '../migrations/all.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { EXPECTED_MIGRATIONS, ReadyCheck } from './platform/database/ready-check.js';
import { HealthController } from './platform/http/health.controller.js';
import { CONSTRAINT_WORDS, ProblemFilter } from './platform/http/problem.filter.js';
import { Ids } from './platform/ids/ids.js';
import { PageOrProblemFilter } from './web/problem/page-or-problem.filter.js';
import { WebModule } from './web/web.module.js';

/** Every row that the product keeps. */
const entities = [
  AuthorityRow,
  PartnershipRow,
  ParticipationRow,
  DecisionRow,
  AgreementRow,
  AgreementVersionRow,
  CalculationRow,
  ContributionRow,
  ReceiptRow,
  ProvisionRow,
  LedgerBillEventRow,
  MeasureValueRow,
  LedgerDraftRow,
  LedgerDraftVersionRow,
  LedgerOutcomeRow,
  HostLineRow,
  ReconciliationRow,
  HostMatchRow,
  HostMatchUndoneRow,
  LedgerClosingRow,
  LedgerReopeningRow,
  LedgerReopeningOutcomeRow,
  BudgetRow,
  ForecastRow,
  LedgerSettlementRow,
  LedgerYearClosingRow,
  CommitmentRow,
  CommitmentReleaseRow,
  FundingSourceRow,
  FundingAmountRow,
  CertaintyChangeRow,
  PlannedSpendRow,
  PackageReturnRow,
  PersonRow,
  PublicationRow,
  WithdrawalRow,
  RoleGrantRow,
  RoleGrantApprovalRow,
  RoleGrantEndRow,
  AuditKeyRow,
  FederatedIdentityRow,
  FederatedIdentityEndRow,
];

/** Every room. */
const rooms = [
  AccessModule,
  AuthoritiesModule,
  PartnershipsModule,
  PeopleModule,
  DecisionsModule,
  AgreementsModule,
  ContributionsModule,
  LedgerModule,
  BudgetsModule,
  FundingModule,
  SharesModule,
  CalculationsModule,
  SignInModule,
  FootingModule,
  FlagsModule,
  PublicationsModule,
  ImportsModule,
  MeasuresModule,
  DemonstrationModule,
  WebModule,
];

@Global()
@Module({ providers: [Clock, Ids, Once], exports: [Clock, Ids, Once] })
class SuppliesModule {}

export interface AppSettings {
  /** The api role's address. */
  readonly url: string;
  /** The access role's. */
  readonly accessUrl: string;
  /** The public role's. */
  readonly publicUrl: string;
  readonly poolSize: number;
  /** The file with the key that signs checkpoints of the audit trail; made where it is not there. */
  readonly checkpointKey: string;
  readonly namedStatements: boolean;
  /** Councils' own ways to sign in. */
  readonly signInProviders?: readonly Provider[];
}

@Module({})
export class AppModule {
  static with({
    url,
    accessUrl,
    publicUrl,
    poolSize,
    checkpointKey,
    namedStatements,
    signInProviders = [],
  }: AppSettings): DynamicModule {
    const database = DatabaseModule.connect(
      { url, accessUrl, publicUrl, poolSize },
      { entities, migrations: [] },
      { namedStatements },
    );
    return {
      module: AppModule,
      imports: [
        SuppliesModule,
        database,
        AuditModule.with(checkpointKey),
        FederationModule.with(signInProviders),
        ...rooms,
      ],
      controllers: [HealthController],
      providers: [
        ReadyCheck,
        { provide: EXPECTED_MIGRATIONS, useValue: migrations.map(({ name }) => name) },
        ProblemFilter,
        { provide: CONSTRAINT_WORDS, useValue: constraintWords },
        PageOrProblemFilter,
        { provide: APP_FILTER, useExisting: PageOrProblemFilter },
      ],
    };
  }
}
