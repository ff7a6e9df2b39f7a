import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { invalid } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { Identity, NewIdentity } from './dto/identity.js';
import { IdentityReader } from './identity.reader.js';
import { IdentityStore } from './identity.store.js';
import { ProvidersReader } from './providers.reader.js';

@Injectable()
export class AddIdentity {
  constructor(
    private readonly database: Database,
    private readonly identities: IdentityStore,
    private readonly reader: IdentityReader,
    private readonly providers: ProvidersReader,
    private readonly ids: Ids,
  ) {}

  /** From now on whoever the provider calls so signs in as this person. Their council's provider alone may say it. */
  run(context: Context, person: string, given: NewIdentity): Promise<Identity> {
    return this.database.write(context, async (session) => {
      await this.reader.personMustBeThere(session, person);
      const provider = this.providers.find(given.provider);
      if (!provider) throw invalid([noSuchProvider]);
      const { id } = await this.identities.add(session, {
        id: this.ids.next(),
        person_id: person,
        provider: provider.id,
        issuer: provider.issuer,
        subject: given.subject,
        authority_id: provider.authority,
        ...provenanceColumns(given),
      });
      return this.reader.findIn(session, [person, id]);
    });
  }
}

const noSuchProvider = {
  pointer: '/provider',
  code: 'not-there',
  detail: 'Expected the id of a provider that the configuration of this server names.',
};
