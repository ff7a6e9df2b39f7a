import { Injectable } from '@nestjs/common';
import { type Context, everyPartnership, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { provenanceColumns } from '../shared/provenance.js';
import { showAuthority } from './authority.reader.js';
import { AuthorityStore } from './authority.store.js';
import type { Authority, NewAuthority } from './dto/authority.js';

@Injectable()
export class AddAuthority {
  constructor(
    private readonly database: Database,
    private readonly authorities: AuthorityStore,
  ) {}

  /** Records a council or an agency, once for every partnership. */
  run(context: Context, given: NewAuthority): Promise<Authority> {
    return this.database.write(within(context, everyPartnership), async (session) =>
      showAuthority(
        await this.authorities.addAuthority(session, {
          id: given.id,
          name: given.name,
          code: given.code ?? null,
          kind: given.kind,
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
