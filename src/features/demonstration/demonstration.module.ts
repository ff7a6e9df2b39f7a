import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AuthoritiesModule } from '../authorities/authorities.module.js';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { ContributionsModule } from '../contributions/contributions.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { FundingModule } from '../funding/funding.module.js';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { ActOutYear } from './year/act-out-year.js';
import { DemonstrationSignIns } from './demonstration-sign-ins.js';
import { LoadDemonstration } from './load-demonstration.js';
import { PartnershipKinds } from './partnership-kinds.js';

@Module({
  imports: [
    AgreementsModule,
    AuthoritiesModule,
    BudgetsModule,
    ContributionsModule,
    DecisionsModule,
    FundingModule,
    PartnershipsModule,
    AccessModule,
    PeopleModule,
    SignInModule,
  ],
  providers: [LoadDemonstration, PartnershipKinds, DemonstrationSignIns, ActOutYear],
  exports: [LoadDemonstration, DemonstrationSignIns, ActOutYear],
})
export class DemonstrationModule {}
