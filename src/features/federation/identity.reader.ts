import { Injectable } from '@nestjs/common';
import { type Context, everyPartnership, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import type { ReadSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { notFound } from '../../platform/http/problem.js';
import { showProvenance } from '../shared/provenance.js';
import { NoteReading } from '../shared/note-reading.js';
import { NotedReader } from '../shared/noted-reader.js';
import type { Listed } from '../shared/record-kind.js';
import type { Identity } from './dto/identity.js';
import type { FederatedIdentityRow } from './identity.entity.js';

interface IdentityRow extends FederatedIdentityRow {
  readonly end_reason: string | null;
  readonly end_by: string | null;
  readonly end_at: Date | null;
}

const ofPerson = `
  select i.*, e.source as end_reason, e.recorded_by as end_by, e.recorded_at as end_at
  from federated_identity i left join federated_identity_end e on e.id = i.id where i.person_id = $1`;

export const identityListing: Listing = {
  select: ofPerson,
  key: { sql: 'i.id', type: 'uuid' },
  filters: {
    provider: { sql: 'i.provider', type: 'text' },
    subject: { sql: 'i.subject', type: 'text' },
  },
  sorts: { provider: { sql: 'i.provider', type: 'text' }, subject: { sql: 'i.subject', type: 'text' } },
};

const personIsThere = statement('select from person where id = $1');

function showIdentity(row: IdentityRow): Identity {
  const { id, person_id, provider, subject, issuer, authority_id, linked_by, end_reason, end_by, end_at } = row;
  const ended = end_reason && end_by && end_at ? { reason: end_reason, by: end_by, at: end_at.toISOString() } : null;
  return {
    ...{ id, person: person_id, provider, subject, issuer, authority: authority_id, linkedBy: linked_by, ended },
    ...showProvenance(row),
  };
}

/** By which subjects of which providers people sign in. */
@Injectable()
export class IdentityReader extends NotedReader<IdentityRow, Identity> {
  constructor(
    private readonly all: Database,
    noting: NoteReading,
  ) {
    const one = `${ofPerson} and i.id = $2`;
    super(all, noting, { subject: 'federated_identity', listing: identityListing, one, show: showIdentity });
  }

  /** A page of one person's, the ended among them. */
  async ofPerson(
    context: Context,
    person: string,
    query: Readonly<Record<string, unknown>>,
  ): Promise<Listed<Identity>> {
    const anywhere = within(context, everyPartnership);
    const page = await this.page(anywhere, [person], query);
    if (page.items.length === 0) await this.personMustBeThere(this.all.questions(anywhere), person);
    return page;
  }

  /** One of a person's. */
  oneOf(context: Context, person: string, id: string): Promise<Identity> {
    return this.reading(within(context, everyPartnership), id, (inside) =>
      this.findIn(this.all.questions(inside), [person, id]),
    );
  }

  async personMustBeThere(session: ReadSession, person: string): Promise<void> {
    if (!(await session.one(personIsThere, [person]))) throw notFound();
  }
}
