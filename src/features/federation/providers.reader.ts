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
  select i.provider from authz.provider_session s join federated_identity i on i.id = s.identity_id where s.session_id = $1`);

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

  /** Where whoever leaves a session may sign out of the provider that it began with, when it began with one. */
  async leaving(session: string): Promise<ProviderLink | undefined> {
    const began = await this.database.one<{ provider: string }>(ofSession, [session]);
    const provider = began && this.find(began.provider);
    return provider && { name: provider.name, href: `/sign-out/${provider.id}` };
  }
}
