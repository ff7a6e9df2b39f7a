import { Injectable } from '@nestjs/common';
import { BeginSession } from '../sign-in/begin-session.js';
import { AccessDatabase } from '../../platform/database/access-database.js';
import { statement } from '../../platform/database/statement.js';
import { AskProvider, type Asserted } from './ask-provider.js';
import { ProviderSignInStore } from './provider-sign-in.store.js';
import type { Provider } from './provider.js';

/** What came of it. */
export type Finished =
  | { readonly kind: 'signed-in'; readonly secret: string; readonly next: string }
  | { readonly kind: 'not-linked'; readonly subject: string }
  | { readonly kind: 'expired' }
  | Exclude<Asserted, { readonly kind: 'subject' }>;

/** How somebody came back from a provider. */
export interface CameBack {
  /** The whole address, with what the provider put into it. */
  readonly address: URL;
  /** What their cookie holds. */
  readonly secret: string | undefined;
  /** What they will know the session by. */
  readonly label: string;
}

/** What we send is 32 random bytes; whatever else comes back is nothing of ours. */
const STATE = /^[\w-]{43}$/;

interface Linked {
  readonly id: string;
  readonly person: string;
}

// The issuer and the subject together, and only while the issuer still belongs to the council that it was linked for.
const linked = statement(`
  select i.id, i.person_id as person from federated_identity i
  where i.issuer = $1 and i.subject = $2 and i.authority_id = $3
    and not exists (select from federated_identity_end e where e.id = i.id)`);
const beganWith = statement('insert into authz.provider_session (session_id, identity_id) values ($1, $2)');

@Injectable()
export class FinishProviderSignIn {
  constructor(
    private readonly signIns: ProviderSignInStore,
    private readonly asks: AskProvider,
    private readonly database: AccessDatabase,
    private readonly begin: BeginSession,
  ) {}

  /** Signs in whom the provider says it is, if that is somebody here; nobody becomes somebody by themselves. */
  async run(provider: Provider, { address, secret, label }: CameBack): Promise<Finished> {
    const state = address.searchParams.get('state') ?? '';
    const ours = secret !== undefined && STATE.test(state);
    const sent = ours ? await this.signIns.take(secret, provider, state) : undefined;
    if (!sent) return { kind: 'expired' };
    const asserted = await this.asks.run(provider, address, sent);
    if (asserted.kind !== 'subject') return asserted;
    const found = await this.database.one<Linked>(linked, [provider.issuer, asserted.subject, provider.authority]);
    if (!found) return { kind: 'not-linked', subject: asserted.subject };
    return { kind: 'signed-in', next: sent.next, secret: await this.start(found, label) };
  }

  /** A session of the person. The database sees to it that the link stands. */
  private async start({ id, person }: Linked, label: string): Promise<string> {
    const grant = await this.begin.onlyCapacity(person);
    return this.database.write(async (session) => {
      const begun = await this.begin.within(session, person, label, grant);
      await session.rows(beganWith, [begun.id, id]);
      return begun.secret;
    });
  }
}
