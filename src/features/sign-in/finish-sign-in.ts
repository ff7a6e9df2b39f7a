import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { AccessDatabase } from '../../platform/database/access-database.js';
import type { ReadSession } from '../../platform/database/session.js';
import { newSecret } from '../../platform/database/ticket.js';
import { AccountStore, type Found } from './account.store.js';
import { AttemptStore, type Step } from './attempts/attempt.store.js';
import { BeginSession } from './begin-session.js';
import type { Caller } from './caller.js';
import { nameDigest, secretDigest } from './digest.js';
import { NoteRefused } from './note-refused.js';
import { stepOfCode } from './second-factor/one-time-code.js';
import { recoveryDigest } from './second-factor/recovery-code.js';

/** A session has begun: its secret, and that of a device that was not known before. */
export interface SignedInNow {
  readonly kind: 'signed-in';
  readonly session: string;
  readonly device: string | undefined;
}

/** What comes of a code; `over` where the password was given too long ago, or has been used. */
export type Finished =
  | SignedInNow
  | { readonly kind: 'wrong' }
  | { readonly kind: 'over' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** Uses up what signs in, and says whether it was still there to be used. */
type UseUp = (session: ReadSession) => Promise<boolean>;

/** The second half of signing in: a code from the phone, or a recovery code, each good once in every process. */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly database: AccessDatabase,
    private readonly accounts: AccountStore,
    private readonly attempts: AttemptStore,
    private readonly begin: BeginSession,
    private readonly clock: Clock,
    private readonly refused: NoteRefused,
  ) {}

  async byCode(half: string, typed: string, caller: Caller): Promise<Finished> {
    const found = await this.find(half, caller);
    if (!found) return { kind: 'over' };
    const admitted = await this.admit('code', found, caller);
    if ('wait' in admitted) return { kind: 'wait', seconds: admitted.wait };
    const step = stepOfCode(found.credential.totpSecret, typed, this.clock.now());
    if (step === undefined) return this.refused.run(found, 'code', caller);
    return this.complete(found, admitted.id, caller, async (session) => {
      return (await this.accounts.useStep(session, found.credential.id, step)) && this.finishHalf(session, half);
    });
  }

  async byRecoveryCode(half: string, typed: string, caller: Caller): Promise<Finished> {
    const found = await this.find(half, caller);
    if (!found) return { kind: 'over' };
    const digest = recoveryDigest(typed)?.toString('hex');
    const known = digest !== undefined && (await this.accounts.hasRecoveryCode(found.credential.id, digest));
    const admitted = await this.admit(known ? 'recovery' : 'other', found, caller);
    if ('wait' in admitted) return { kind: 'wait', seconds: admitted.wait };
    if (!known) return this.refused.run(found, 'other', caller);
    return this.complete(found, admitted.id, caller, async (session) => {
      const used = await this.accounts.useRecoveryCode(session, found.credential.id, digest);
      return used && this.finishHalf(session, half);
    });
  }

  /** For a recovery code that came with the password, which has been found right. */
  byRecovery(found: Found, digest: string, attempt: string, caller: Caller): Promise<SignedInNow | { kind: 'wrong' }> {
    const use: UseUp = (session) => this.accounts.useRecoveryCode(session, found.credential.id, digest);
    return this.complete(found, attempt, caller, use);
  }

  private find(half: string, { device }: Caller): Promise<Found | undefined> {
    return this.accounts.findByHalf(secretDigest(half), device && secretDigest(device));
  }

  private finishHalf(session: ReadSession, half: string): Promise<boolean> {
    return this.accounts.finishHalf(session, secretDigest(half));
  }

  private admit(step: Step, { credential, device }: Found, { address }: Caller) {
    return this.attempts.admit(step, {
      nameDigest: nameDigest(credential.name),
      address,
      device: device ?? undefined,
    });
  }

  /** All of it or none: what is used up, the session, and the device that is known from now on. */
  private async complete(
    { credential, device }: Found,
    attempt: string,
    caller: Caller,
    useUp: UseUp,
  ): Promise<SignedInNow | { readonly kind: 'wrong' }> {
    const grant = await this.begin.onlyCapacity(credential.person);
    return this.database.write(async (session) => {
      if (!(await useUp(session))) return { kind: 'wrong' };
      await this.attempts.succeeded(attempt, session);
      const known = device === null ? newSecret() : undefined;
      if (known !== undefined) await this.accounts.rememberDevice(session, credential.id, secretDigest(known));
      const begun = await this.begin.within(session, credential.person, caller.label, grant);
      return { kind: 'signed-in', session: begun.secret, device: known };
    });
  }
}
