import { Injectable } from '@nestjs/common';
import { AccessDatabase } from '../../platform/database/access-database.js';
import type { ReadSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { newSecret, ticketOf } from '../../platform/database/ticket.js';

/** A session or a token to be. Lengths are PostgreSQL intervals: `30 minutes`. */
export interface NewSession {
  readonly kind: 'browser' | 'token';
  readonly person: string;
  /** The capacity chosen; a browser's session may choose later. */
  readonly grant?: string | undefined;
  /** The actions that a token may do; all that its capacity may when left out. */
  readonly scope?: readonly string[] | undefined;
  /** What the person knows it by: a browser, or the name they gave a token. */
  readonly label: string;
  readonly idleFor: string;
  readonly lasts: string;
}

/** What the bearer is told once and nobody can read again, and what the session is known by. */
export interface Started {
  readonly secret: string;
  readonly id: string;
}

const byTicket = `secret_digest = sha256(decode($1, 'hex'))`;
const stands = `ended_at is null and expires_at > now() and seen_at + idle_for > now()`;

const insert = statement(`
  insert into authz.session (kind, secret_digest, person_id, grant_id, scope, label, idle_for, expires_at)
  values ($2, sha256(decode($1, 'hex')), $3, $4, $5::text[], $6, $7::interval, now() + $8::interval) returning id`);
const rotate = statement(`
  update authz.session s set secret_digest = sha256(decode($3, 'hex')), grant_id = $2, seen_at = now()
  where ${byTicket} and ${stands} and kind = 'browser' and exists (
    select from role_grant g where g.id = $2 and g.person_id = s.person_id and authz.grant_in_force(g.id)) returning id`);
const end = statement(`
  update authz.session set ended_at = now(), ended_because = $3
  where person_id = $1 and id = $2 and ended_at is null returning id`);
const endOthers = statement(`
  update authz.session set ended_at = now(), ended_because = $3
  where person_id = $1 and id <> $2 and kind = 'browser' and ended_at is null returning id`);
const endAll = statement(`
  update authz.session set ended_at = now(), ended_because = $2 where person_id = $1 and ended_at is null returning id`);
const see = statement(`
  update authz.session set seen_at = now()
  where ${byTicket} and ${stands} and seen_at < now() - interval '30 seconds'`);

/** The only file that writes sessions. */
@Injectable()
export class SessionStore {
  constructor(private readonly database: AccessDatabase) {}

  /** Starts one, inside a transaction of the door's when there is one. */
  async start(
    { kind, person, grant, scope, label, idleFor, lasts }: NewSession,
    session: Pick<ReadSession, 'one'> = this.database,
  ): Promise<Started> {
    const secret = newSecret();
    const given = [ticketOf(secret), kind, person, grant ?? null, scope ?? null, label, idleFor, lasts];
    const added = await session.one<{ id: string }>(insert, given);
    if (!added) throw new Error('A session was not kept.');
    return { secret, id: added.id };
  }

  /** Puts on a capacity of the person's own that is in force, under a new secret: the old one is worth nothing from now on. */
  async choose(ticket: string, grant: string): Promise<Started | undefined> {
    const secret = newSecret();
    const chosen = await this.database.one<{ id: string }>(rotate, [ticket, grant, ticketOf(secret)]);
    return chosen && { secret, id: chosen.id };
  }

  /** Ends one of a person's own. From the next request on nobody is let in with it, in any process. */
  async end(person: string, id: string, because: string): Promise<boolean> {
    return (await this.database.one(end, [person, id, because])) !== undefined;
  }

  /** Ends a person's other browsers, and says how many that were. */
  async endOthers(person: string, keep: string, because: string): Promise<number> {
    return (await this.database.rows(endOthers, [person, keep, because])).length;
  }

  /** Ends all of a person's, tokens too: what they sign in with is another from now on. */
  async endAll(person: string, because: string, session: Pick<ReadSession, 'rows'> = this.database): Promise<void> {
    await session.rows(endAll, [person, because]);
  }

  /** Notes that it is in use, so that it does not go idle. */
  async see(ticket: string): Promise<void> {
    await this.database.rows(see, [ticket]);
  }
}
