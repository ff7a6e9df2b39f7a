import { Injectable } from '@nestjs/common';
import { SessionStore } from '../../access/session.store.js';
import { Clock } from '../../../platform/clock/clock.js';
import { AccessDatabase } from '../../../platform/database/access-database.js';
import { newSecret as newTicketSecret } from '../../../platform/database/ticket.js';
import { AccountStore } from '../account.store.js';
import { BeginSession } from '../begin-session.js';
import type { Caller } from '../caller.js';
import { secretDigest } from '../digest.js';
import { recoveryCodes } from '../limits.js';
import { passwordFault } from '../password/password-fault.js';
import { Passwords } from '../password/passwords.js';
import { newSecret, stepOfCode } from '../second-factor/one-time-code.js';
import { newRecoveryCode, recoveryDigest } from '../second-factor/recovery-code.js';
import { EnrolmentStore } from './enrolment.store.js';
import type { OpenEnrolment } from './open-enrolment.js';

/** An account is set up, and its person signed in. The codes are told this once. */
export interface Enrolled {
  readonly kind: 'enrolled';
  readonly name: string;
  readonly codes: readonly string[];
  readonly session: string;
  readonly device: string;
}

/** What a person does with the code that an administrator gave them: choose a password, then show that the phone works. */
@Injectable()
export class Enrol {
  constructor(
    private readonly database: AccessDatabase,
    private readonly enrolments: EnrolmentStore,
    private readonly accounts: AccountStore,
    private readonly passwords: Passwords,
    private readonly begin: BeginSession,
    private readonly sessions: SessionStore,
    private readonly clock: Clock,
  ) {}

  /** Nothing where the code was never one, has been used, is past its date or has a later one. */
  find(code: string): Promise<OpenEnrolment | undefined> {
    return this.enrolments.find(secretDigest(code));
  }

  /** What is wrong with the password, in words; nothing where it was kept, with a secret for the phone. */
  async choosePassword({ id, name }: OpenEnrolment, password: string): Promise<string | undefined> {
    const fault = passwordFault(password, name);
    if (fault === undefined) await this.enrolments.addStep(id, await this.passwords.keep(password), newSecret());
    return fault;
  }

  /** With a code of the phone's the account is set up, and what stood before is over: other sessions end. */
  async confirm(
    enrolment: OpenEnrolment,
    typed: string,
    caller: Caller,
  ): Promise<Enrolled | { readonly kind: 'wrong' }> {
    const { person, name, password, totpSecret } = enrolment;
    const step = totpSecret === null ? undefined : stepOfCode(totpSecret, typed, this.clock.now());
    if (step === undefined || password === null) return { kind: 'wrong' };
    const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
    const digests = codes.map((code) => recoveryDigest(code)?.toString('hex') ?? '');
    const grant = await this.begin.onlyCapacity(person);
    const begun = await this.database.write(async (session) => {
      const credential = await this.enrolments.addCredential(session, enrolment, step, digests);
      if (credential === undefined) return undefined;
      const device = newTicketSecret();
      await this.accounts.rememberDevice(session, credential, secretDigest(device));
      await this.sessions.endAll(person, 'account set up anew', session);
      const started = await this.begin.within(session, person, caller.label, grant);
      return { device, session: started.secret };
    });
    return begun ? { kind: 'enrolled', name, codes, ...begun } : { kind: 'wrong' };
  }
}
