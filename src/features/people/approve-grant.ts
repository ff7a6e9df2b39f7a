import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/http/problem.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { Grant, NewApproval } from './dto/grant.js';
import { GrantReader } from './grant.reader.js';
import { PeopleStore } from './people.store.js';

@Injectable()
export class ApproveGrant {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly grants: GrantReader,
  ) {}

  /** Agrees, for a second council, that somebody is an auditor. That it is a second one the database holds. */
  run(context: Context, partnership: string, id: string, given: NewApproval): Promise<Grant> {
    return this.database.write(within(context, partnership), async (session) => {
      const { role } = await this.grants.findIn(session, [partnership, id]);
      if (role !== 'auditor') throw needsNone();
      await this.people.addApproval(session, {
        grant_id: id,
        partnership_id: partnership,
        authority_id: given.authority,
        ...provenanceColumns(given),
      });
      return this.grants.findIn(session, [partnership, id]);
    });
  }
}

function needsNone(): Refused {
  const detail = 'Only an auditor needs the agreement of a second council.';
  return new Refused('conflict', `${detail} Nothing was stored.`, [{ pointer: '/grant', code: 'needs-none', detail }]);
}
