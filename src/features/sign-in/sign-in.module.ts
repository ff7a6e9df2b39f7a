import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AccountStore } from './account.store.js';
import { AttemptStore } from './attempts/attempt.store.js';
import { BeginSession } from './begin-session.js';
import { ChooseCapacity } from './choose-capacity.js';
import { Enrol } from './enrolment/enrol.js';
import { EnrolmentStore } from './enrolment/enrolment.store.js';
import { IssueEnrolment } from './enrolment/issue-enrolment.js';
import { FinishSignIn } from './finish-sign-in.js';
import { NoteRefused } from './note-refused.js';
import { OwnSessions } from './own-sessions.js';
import { Passwords } from './password/passwords.js';
import { SessionsController } from './sessions.controller.js';
import { StartSignIn } from './start-sign-in.js';

@Module({
  imports: [AccessModule],
  controllers: [SessionsController],
  providers: [
    AccountStore,
    AttemptStore,
    BeginSession,
    ChooseCapacity,
    Enrol,
    EnrolmentStore,
    FinishSignIn,
    IssueEnrolment,
    NoteRefused,
    OwnSessions,
    Passwords,
    StartSignIn,
  ],
  exports: [BeginSession, ChooseCapacity, Enrol, FinishSignIn, IssueEnrolment, OwnSessions, StartSignIn],
})
export class SignInModule {}
