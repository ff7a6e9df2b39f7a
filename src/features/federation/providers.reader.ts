import { Inject, Injectable } from '@nestjs/common';
import { AccessDatabase } from '../../platform/database/access-database.js';
import { statement } from '../../platform/database/statement.js';
import { type Provider, PROVIDERS } from './provider.js';

/** A provider as a page shows it. */
export interface ProviderLink {
  readonly name: string;
  readonly href: string;
}

const ofSession = statement(`
  select i.provider from authz.session s join authz.provider_session p on p.session_id = s.id
    join federated_identity i on i.id = p.identity_id where s.secret_digest = sha256(decode($1, 'hex'))`);

/** Whose providers there are to sign in with. */
@Injectable()
export class ProvidersReader {
  constructor(
    @Inject(PROVIDERS) private readonly providers: readonly Provider[],
    private readonly database: AccessDatabase,
  ) {}

  /** For the page to sign in, by name. */
  list(): readonly ProviderLink[] {
    const byName = [...this.providers].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    return byName.map(({ id, name }) => ({ name, href: `/sign-in/${id}` }));
  }

  find(id: string): Provider | undefined {
    return this.providers.find((provider) => provider.id === id);
  }

  /** The provider that a session began with, when it began with one that is still configured. */
  async beganWith(ticket: string): Promise<Provider | undefined> {
    const began = await this.database.one<{ provider: string }>(ofSession, [ticket]);
    return began && this.find(began.provider);
  }

  /** Where one signs out of a provider too, for whoever has just signed out here. */
  leaving(id: unknown): ProviderLink | undefined {
    const provider = typeof id === 'string' ? this.find(id) : undefined;
    return provider && { name: provider.name, href: `/sign-out/${provider.id}` };
  }
}
