import { Injectable } from '@nestjs/common';
import { newSecret } from '../../platform/database/ticket.js';
import { AccountStore, type Found } from './account.store.js';
import { AttemptStore, type Step } from './attempts/attempt.store.js';
import type { Caller } from './caller.js';
import { nameDigest, secretDigest, signInName } from './digest.js';
import { FinishSignIn, type SignedInNow } from './finish-sign-in.js';
import { NoteRefused } from './note-refused.js';
import { Passwords } from './password/passwords.js';
import { recoveryDigest } from './second-factor/recovery-code.js';

/** What was typed to sign in with. */
interface Given {
  readonly name: string;
  readonly password: string;
  /** Beside the password, where others have used up the attempts of the account; empty otherwise. */
  readonly recoveryCode: string;
}

/** What comes of a name and a password. */
export type Started =
  | { readonly kind: 'code-needed'; readonly half: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | SignedInNow;

/** The first half of signing in: a name and a password, or these and a recovery code, which is the whole of it. */
@Injectable()
export class StartSignIn {
  constructor(
    private readonly accounts: AccountStore,
    private readonly attempts: AttemptStore,
    private readonly passwords: Passwords,
    private readonly finish: FinishSignIn,
    private readonly refused: NoteRefused,
  ) {}

  /** Does the same work, and answers the same, whether there is such an account or not. */
  async run({ name, password, recoveryCode }: Given, caller: Caller): Promise<Started> {
    const found = await this.accounts.findByName(signInName(name), caller.device && secretDigest(caller.device));
    const recovery = await this.recoveryOf(found, recoveryCode);
    const step: Step = recovery === undefined ? 'password' : 'recovery';
    const device = found?.device ?? undefined;
    const admitted = await this.attempts.admit(step, { nameDigest: nameDigest(name), address: caller.address, device });
    if ('wait' in admitted) return { kind: 'wait', seconds: admitted.wait };
    const right = await this.passwords.matches(password, found?.credential.password);
    if (!right || !found || (recoveryCode !== '' && recovery === undefined))
      return this.refused.run(found, step, caller);
    if (recovery !== undefined) return this.finish.byRecovery(found, recovery, admitted.id, caller);
    return this.startHalf(found, admitted.id);
  }

  private async recoveryOf(found: Found | undefined, typed: string): Promise<string | undefined> {
    const digest = recoveryDigest(typed)?.toString('hex');
    if (digest === undefined || !found) return undefined;
    return (await this.accounts.hasRecoveryCode(found.credential.id, digest)) ? digest : undefined;
  }

  private async startHalf({ credential }: Found, attempt: string): Promise<Started> {
    const half = newSecret();
    await this.attempts.succeeded(attempt);
    await this.accounts.startHalf(credential.id, secretDigest(half));
    return { kind: 'code-needed', half };
  }
}
