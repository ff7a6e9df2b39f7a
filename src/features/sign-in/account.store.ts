import { Injectable } from '@nestjs/common';
import { AccessDatabase } from '../../platform/database/access-database.js';
import type { ReadSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { Ids } from '../../platform/ids/ids.js';
import { halfSignedIn, knownDeviceDays } from './limits.js';

/** What a person signs in with, as it stands now. */
export interface Credential {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly password: string;
  readonly totpSecret: string;
}

/** An account as an attempt finds it, whatever of it there is. */
export interface Found {
  readonly credential: Credential;
  /** The device, when it is one that this account has signed in with. */
  readonly device: string | null;
}

const latest = `
  select c.id, a.person_id as person, a.name, c.password, c.totp_secret as "totpSecret" from authz.local_account a
  join lateral (select * from authz.credential where account_id = a.id order by made_at desc, id limit 1) c on true`;
const knownDevice = `(select d.id from authz.known_device d where d.credential_id = found.id
  and d.secret_digest = decode($2, 'hex') and d.expires_at > now()) as device`;

const byName = statement(`
  select to_jsonb(found) as credential, ${knownDevice} from (${latest} where a.name = $1) found`);
const byHalf = statement(`
  select to_jsonb(found) as credential, ${knownDevice} from (${latest}) found
  join authz.half_sign_in h on h.credential_id = found.id
  where h.secret_digest = decode($1, 'hex') and h.finished_at is null and h.expires_at > now()`);
const startHalf = statement(`
  insert into authz.half_sign_in (id, secret_digest, credential_id, expires_at)
  values ($1, decode($2, 'hex'), $3, now() + make_interval(secs => $4))`);
const finishHalf = statement(`
  update authz.half_sign_in set finished_at = now()
  where secret_digest = decode($1, 'hex') and finished_at is null and expires_at > now() returning id`);
const useStep = statement('update authz.credential set last_step = $2 where id = $1 and last_step < $2 returning id');
const unusedCode = statement(`
  select 1 from authz.recovery_code where credential_id = $1 and code_digest = decode($2, 'hex') and used_at is null`);
const useCode = statement(`
  update authz.recovery_code set used_at = now()
  where credential_id = $1 and code_digest = decode($2, 'hex') and used_at is null returning used_at`);
const rememberDevice = statement(`
  insert into authz.known_device (id, credential_id, secret_digest, expires_at)
  values ($1, $2, decode($3, 'hex'), now() + make_interval(days => $4))`);

type Session = Pick<ReadSession, 'one' | 'rows'>;

/** The only file that writes what accounts use up: codes, half-finished sign-ins and the devices that are known. */
@Injectable()
export class AccountStore {
  constructor(
    private readonly database: AccessDatabase,
    private readonly ids: Ids,
  ) {}

  /** By the name to sign in with, and the digest of what the device brings. */
  findByName(name: string, deviceDigest: string | undefined): Promise<Found | undefined> {
    return this.database.one<Found>(byName, [name, deviceDigest ?? '']);
  }

  /** By what a right password was answered with. */
  findByHalf(halfDigest: string, deviceDigest: string | undefined): Promise<Found | undefined> {
    return this.database.one<Found>(byHalf, [halfDigest, deviceDigest ?? '']);
  }

  async startHalf(credential: string, halfDigest: string): Promise<void> {
    await this.database.rows(startHalf, [this.ids.next(), halfDigest, credential, halfSignedIn]);
  }

  /** Whether it was still unfinished: of two at once one is. */
  async finishHalf(session: Session, halfDigest: string): Promise<boolean> {
    return (await session.one(finishHalf, [halfDigest])) !== undefined;
  }

  /** Whether this step, or one after it, had not been used before. */
  async useStep(session: Session, credential: string, step: number): Promise<boolean> {
    return (await session.one(useStep, [credential, step])) !== undefined;
  }

  async hasRecoveryCode(credential: string, digest: string): Promise<boolean> {
    return (await this.database.one(unusedCode, [credential, digest])) !== undefined;
  }

  /** Whether it had not been used before. */
  async useRecoveryCode(session: Session, credential: string, digest: string): Promise<boolean> {
    return (await session.one(useCode, [credential, digest])) !== undefined;
  }

  async rememberDevice(session: Session, credential: string, digest: string): Promise<void> {
    await session.rows(rememberDevice, [this.ids.next(), credential, digest, knownDeviceDays]);
  }
}
