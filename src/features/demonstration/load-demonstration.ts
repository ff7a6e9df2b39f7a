import { Injectable } from '@nestjs/common';
import { AddAuthority } from '../authorities/add-authority.js';
import { AddPartnership } from '../partnerships/add-partnership.js';
import { type Context, everyPartnership, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { authorities } from './data/authorities.js';
import { partnerships } from './data/partnerships.js';
import { PartnershipKinds } from './partnership-kinds.js';
import type { PartnershipRecords } from './records.js';

const oneLoadAtATime = statement(`select pg_advisory_xact_lock(hashtext('poolkeeper demonstration'))`);
const authoritiesThere = statement('select id from authority where id = any ($1::text[])');
const partnershipThere = statement('select id from partnership where id = $1');

/** What the loader does, as the table of permissions calls it; each table then asks for what it needs itself. */
const loading = { action: 'partnership.add', partnership: everyPartnership, request: 'demonstration' } as const;

/** Records the four partnerships of the demonstration by the same verbs as everyone's. */
@Injectable()
export class LoadDemonstration {
  constructor(
    private readonly database: Database,
    private readonly addAuthority: AddAuthority,
    private readonly addPartnership: AddPartnership,
    private readonly kinds: PartnershipKinds,
  ) {}

  /**
   * Adds what is not there yet and leaves alone what is, so loading again changes nothing and a load that was cut short is
   * completed. One transaction for the authorities and one for each partnership: row-level security lets a transaction
   * write in the one partnership that it was opened for.
   */
  async run(ticket: string): Promise<{ added: number }> {
    const acting: Context = { ...loading, ticket };
    let added = await this.database.write(acting, (session) => this.loadAuthorities(session));
    for (const records of partnerships) {
      const context = within(acting, records.partnership.id);
      added += await this.database.write(context, (session) => this.loadPartnership(session, records));
    }
    return { added };
  }

  private async loadAuthorities(session: WriteSession): Promise<number> {
    await session.one(oneLoadAtATime);
    const { context } = session;
    const found = await session.rows<{ id: string }>(authoritiesThere, [authorities.map(({ id }) => id)]);
    const there = new Set(found.map(({ id }) => id));
    const missing = authorities.filter(({ id }) => !there.has(id));
    for (const authority of missing) await this.addAuthority.run(context, authority);
    return missing.length;
  }

  private async loadPartnership(session: WriteSession, records: PartnershipRecords): Promise<number> {
    await session.one(oneLoadAtATime);
    const { context } = session;
    const there = await session.one(partnershipThere, [records.partnership.id]);
    if (!there) await this.addPartnership.run(context, records.partnership);
    return (there ? 0 : 1) + (await this.kinds.addMissing(session, context, records));
  }
}
