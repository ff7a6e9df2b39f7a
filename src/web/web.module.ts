import { Module } from '@nestjs/common';
import { AccessModule } from '../features/access/access.module.js';
import { SignInModule } from '../features/sign-in/sign-in.module.js';
import { AccountPageController } from './account/account.controller.js';
import { ChooseCapacityPageController } from './choose-capacity/choose-capacity.controller.js';
import { EnrolPageController } from './enrol/enrol.controller.js';
import { CodePageController } from './sign-in/code.controller.js';
import { SignInPageController } from './sign-in/sign-in.controller.js';
import { AgreementsModule } from '../features/agreements/agreements.module.js';
import { BudgetsModule } from '../features/budgets/budgets.module.js';
import { CalculationsModule } from '../features/calculations/calculations.module.js';
import { ContributionsModule } from '../features/contributions/contributions.module.js';
import { DecisionsModule } from '../features/decisions/decisions.module.js';
import { DemonstrationModule } from '../features/demonstration/demonstration.module.js';
import { FlagsModule } from '../features/flags/flags.module.js';
import { LedgerModule } from '../features/ledger/ledger.module.js';
import { FundingModule } from '../features/funding/funding.module.js';
import { PartnershipsModule } from '../features/partnerships/partnerships.module.js';
import { PublicationsModule } from '../features/publications/publications.module.js';
import { SharesModule } from '../features/shares/shares.module.js';
import { BudgetListPageController } from './budgets/budget-list.controller.js';
import { BudgetListScreen } from './budgets/budget-list.screen.js';
import { NewBudgetPageController } from './budgets/new-budget.controller.js';
import { SaidPageController } from './budgets/said.controller.js';
import { SaidScreen } from './budgets/said.screen.js';
import { BudgetsScreen } from './budgets/budgets.screen.js';
import { ForecastPageController } from './budgets/forecast.controller.js';
import { OrdersPageController } from './budgets/orders.controller.js';
import { OutturnPageController } from './budgets/outturn.controller.js';
import { ReleasePageController } from './budgets/release.controller.js';
import { RecordedYearPageController } from './calculations/year.controller.js';
import { CalculationsPageController } from './calculations/calculations.controller.js';
import { ReconciliationsModule } from '../features/reconciliations/reconciliations.module.js';
import { RecordCalculationPageController } from './calculations/record.controller.js';
import { RecordCalculationScreen } from './calculations/record.screen.js';
import { ImportsModule } from '../features/imports/imports.module.js';
import { DecideImportPageController } from './imports/decide.controller.js';
import { ImportsPageController } from './imports/imports.controller.js';
import { ImportsScreen } from './imports/imports.screen.js';
import { UnderWay } from './imports/under-way.js';
import { AuditPageController } from './audit/audit.controller.js';
import { DemonstrationPageController } from './demonstration/demonstration.controller.js';
import { FlagsPageController } from './flags/flags.controller.js';
import { ChangeDraftPageController } from './ledger-drafts/change.controller.js';
import { DecideDraftPageController } from './ledger-drafts/decide.controller.js';
import { DraftsPageController } from './ledger-drafts/drafts.controller.js';
import { DraftsScreen } from './ledger-drafts/drafts.screen.js';
import { ProposePageController } from './ledger-drafts/propose.controller.js';
import { BillsPageController } from './ledger-bills/bills.controller.js';
import { MarkBillPageController } from './ledger-bills/mark.controller.js';
import { BillsScreen } from './ledger-bills/bills.screen.js';
import { InstalmentsPageController } from './ledger-bills/instalments.controller.js';
import { CheckPageController } from './ledger/check.controller.js';
import { EntriesPageController } from './ledger/entries.controller.js';
import { LedgerScreen } from './ledger/ledger.screen.js';
import { PositionPageController } from './ledger/position.controller.js';
import { PartnershipPageController } from './partnership/partnership.controller.js';
import { PartnershipScreen } from './partnership/partnership.screen.js';
import { PartnershipsPageController } from './partnerships/partnerships.controller.js';
import { PublishedPageController } from './published/published.controller.js';
import { ReconciliationsPageController } from './reconciliations/reconciliations.controller.js';
import { ReconciliationsScreen } from './reconciliations/reconciliations.screen.js';
import { ReportPageController } from './reconciliations/report.controller.js';
import { DecideReopeningPageController } from './periods/decide.controller.js';
import { PeriodsPageController } from './periods/periods.controller.js';
import { PeriodsScreen } from './periods/periods.screen.js';
import { ShowPeriods } from './periods/show-periods.js';
import { RecordPageController } from './record/record.controller.js';
import { RecordScreen } from './record/record.screen.js';
import { ProviderSignInController } from './provider-sign-in/provider-sign-in.controller.js';
import { ProblemKindsController } from './problem/problem-kinds.controller.js';
import { ShareStatementPageController } from './share-statement/share-statement.controller.js';
import { ShareStatementScreen } from './share-statement/share-statement.screen.js';

import { SettlePageController } from './year-end/settle.controller.js';
import { YearEndPageController } from './year-end/year-end.controller.js';
import { YearEndScreen } from './year-end/year-end.screen.js';
import { AuthoritiesModule } from '../features/authorities/authorities.module.js';
import { PeopleModule } from '../features/people/people.module.js';
import { PeoplePageController } from './people/people.controller.js';
import { GiveRolePageController } from './roles/give-role.controller.js';
import { RolesPageController } from './roles/roles.controller.js';
import { RolesScreen } from './roles/roles.screen.js';

/** The front hall: pages, a second door to the same readers that the API asks. */
@Module({
  imports: [
    AccessModule,
    AgreementsModule,
    AuthoritiesModule,
    BudgetsModule,
    CalculationsModule,
    ContributionsModule,
    DecisionsModule,
    FlagsModule,
    DemonstrationModule,
    FundingModule,
    LedgerModule,
    ImportsModule,
    ReconciliationsModule,
    PartnershipsModule,
    PeopleModule,
    PublicationsModule,
    SharesModule,
    SignInModule,
  ],
  controllers: [
    PartnershipsPageController,
    PartnershipPageController,
    ShareStatementPageController,
    FlagsPageController,
    DemonstrationPageController,
    PublishedPageController,
    AuditPageController,
    ImportsPageController,
    DecideImportPageController,
    RecordedYearPageController,
    CalculationsPageController,
    RecordCalculationPageController,
    PositionPageController,
    EntriesPageController,
    OutturnPageController,
    OrdersPageController,
    ReleasePageController,
    BudgetListPageController,
    NewBudgetPageController,
    ForecastPageController,
    SaidPageController,
    CheckPageController,
    BillsPageController,
    ReconciliationsPageController,
    ReportPageController,
    InstalmentsPageController,
    YearEndPageController,
    SettlePageController,
    PeriodsPageController,
    DecideReopeningPageController,
    MarkBillPageController,
    ProposePageController,
    DraftsPageController,
    DecideDraftPageController,
    ChangeDraftPageController,
    PeoplePageController,
    GiveRolePageController,
    RolesPageController,
    RecordPageController,
    ProblemKindsController,
    SignInPageController,
    CodePageController,
    ChooseCapacityPageController,
    AccountPageController,
    EnrolPageController,
    ProviderSignInController,
  ],
  providers: [
    RecordCalculationScreen,
    DraftsScreen,
    ImportsScreen,
    UnderWay,
    BillsScreen,
    BudgetsScreen,
    BudgetListScreen,
    SaidScreen,
    LedgerScreen,
    ReconciliationsScreen,
    YearEndScreen,
    PeriodsScreen,
    ShowPeriods,
    RolesScreen,
    PartnershipScreen,
    ShareStatementScreen,
    RecordScreen,
  ],
})
export class WebModule {}
