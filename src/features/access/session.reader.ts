import { Injectable } from '@nestjs/common';
import { AccessDatabase } from '../../platform/database/access-database.js';
import { statement } from '../../platform/database/statement.js';
import type { PersonRole } from './roles.js';

/** A role that a person has, in force today. */
export interface Capacity {
  readonly grant: string;
  readonly role: PersonRole;
  /** None for an administrator. */
  readonly partnership: string | null;
  readonly partnershipName: string | null;
  readonly authority: string | null;
  readonly authorityName: string | null;
  /** The day from which it is the person's no longer. */
  readonly endsBefore: string | null;
}

/** Whoever is signed in. */
export interface SignedIn {
  readonly session: string;
  /** A browser, or a program that brings a token. */
  readonly kind: 'browser' | 'token';
  readonly person: string;
  readonly name: string;
  /** What they act as; none until they have chosen, or when it has ended. */
  readonly capacity: Capacity | null;
  /** How many they could act as today. */
  readonly capacities: number;
  readonly expiresAt: Date;
  readonly idleAt: Date;
}

/** One of a person's sessions or tokens. */
export interface KnownSession {
  readonly id: string;
  readonly kind: 'browser' | 'token';
  readonly label: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly scope: readonly string[] | null;
  readonly role: PersonRole | null;
}

const capacity = `
  g.id as "grant", g.role, g.partnership_id as partnership, p.name as "partnershipName", g.authority_id as authority,
  a.name as "authorityName", g.ends_before as "endsBefore"
  from role_grant g left join partnership p on p.id = g.partnership_id left join authority a on a.id = g.authority_id`;

const stands = `s.ended_at is null and s.expires_at > now() and s.seen_at + s.idle_for > now()`;

const who = statement(`
  select s.id as session, s.kind, s.person_id as person, n.name, s.expires_at as "expiresAt", s.seen_at + s.idle_for as "idleAt",
    (select to_jsonb(c) from (select ${capacity} where g.id = s.grant_id and authz.grant_in_force(g.id)) c) as capacity,
    (select count(*)::int from role_grant g where g.person_id = s.person_id and authz.grant_in_force(g.id)) as capacities
  from authz.session s join person n on n.id = s.person_id
  where s.secret_digest = sha256(decode($1, 'hex')) and ${stands}`);
const capacities = statement(`select ${capacity} where g.person_id = $1 and authz.grant_in_force(g.id)
  order by p.name nulls first, g.role, a.name`);
const sessions = statement(`
  select s.id, s.kind, s.label, s.started_at as "startedAt", s.seen_at as "seenAt", s.expires_at as "expiresAt", s.scope, g.role
  from authz.session s left join role_grant g on g.id = s.grant_id
  where s.person_id = $1 and ${stands} order by s.seen_at desc, s.id`);

/** Who is signed in, as what they may act, and where else. */
@Injectable()
export class SessionReader {
  constructor(private readonly database: AccessDatabase) {}

  /** Whoever holds this ticket, if it stands. */
  who(ticket: string): Promise<SignedIn | undefined> {
    return this.database.one<SignedIn>(who, [ticket]);
  }

  /** Every capacity in which a person may act today. */
  capacities(person: string): Promise<readonly Capacity[]> {
    return this.database.rows<Capacity>(capacities, [person]);
  }

  /** A person's sessions and tokens that stand, the latest used first. */
  sessions(person: string): Promise<readonly KnownSession[]> {
    return this.database.rows<KnownSession>(sessions, [person]);
  }
}
