import { Injectable } from '@nestjs/common';
import { AccessDatabase } from '../../platform/database/access-database.js';
import { statement } from '../../platform/database/statement.js';
import { ticketOf } from '../../platform/database/ticket.js';
import type { Provider } from './provider.js';

/** What was sent with a person to their provider, and has to come back. */
export interface OnItsWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where they go when they are back. */
  readonly next: string;
}

const insert = statement(`
  insert into authz.provider_sign_in (secret_digest, provider, issuer, state, nonce, verifier, next)
  values (sha256(decode($1, 'hex')), $2, $3, $4, $5, $6, $7)`);
const take = statement(`
  update authz.provider_sign_in set finished_at = now()
  where secret_digest = sha256(decode($1, 'hex')) and provider = $2 and issuer = $3 and state = $4
    and finished_at is null and expires_at > now()
  returning state, nonce, verifier, next`);
const sweep = statement(`
  delete from authz.provider_sign_in where secret_digest in (
    select secret_digest from authz.provider_sign_in where expires_at < now() order by expires_at limit 100)`);

/** People on their way to a provider and back: kept here and not in the browser, so that every process knows them, once. */
@Injectable()
export class ProviderSignInStore {
  constructor(private readonly database: AccessDatabase) {}

  async begin(secret: string, { id, issuer }: Provider, { state, nonce, verifier, next }: OnItsWay): Promise<void> {
    await this.database.rows(sweep);
    await this.database.rows(insert, [ticketOf(secret), id, issuer, state, nonce, verifier, next]);
  }

  /** What was sent with them, for the first who asks with their secret, from the provider that they were sent to. */
  take(secret: string, { id, issuer }: Provider, state: string): Promise<OnItsWay | undefined> {
    return this.database.one<OnItsWay>(take, [ticketOf(secret), id, issuer, state]);
  }
}
