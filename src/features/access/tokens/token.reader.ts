import { Injectable } from '@nestjs/common';
import { AccessDatabase } from '../../../platform/database/access-database.js';
import { statement } from '../../../platform/database/statement.js';
import { notFound } from '../../../platform/http/problem.js';
import type { PersonRole } from '../roles.js';
import type { Token } from './dto/token.js';

interface TokenRow {
  readonly id: string;
  readonly label: string;
  readonly scope: readonly string[];
  readonly role: PersonRole;
  readonly partnership_id: string | null;
  readonly authority_id: string | null;
  readonly started_at: Date;
  readonly seen_at: Date;
  readonly expires_at: Date;
  readonly stands: boolean;
}

const tokens = `
  select s.id, s.label, s.scope, g.role, g.partnership_id, g.authority_id, s.started_at, s.seen_at, s.expires_at,
    s.ended_at is null and s.expires_at > now() and s.seen_at + s.idle_for > now() and authz.grant_in_force(g.id) as stands
  from authz.session s join role_grant g on g.id = s.grant_id
  where s.kind = 'token' and s.person_id = $1`;
const unended = statement(`${tokens} and s.ended_at is null and s.expires_at > now() order by s.started_at, s.id`);
const one = statement(`${tokens} and s.id = $2`);

/** A person's own tokens. */
@Injectable()
export class TokenReader {
  constructor(private readonly database: AccessDatabase) {}

  /** Those that have neither been ended nor run out. */
  async list(person: string): Promise<readonly Token[]> {
    return (await this.database.rows<TokenRow>(unended, [person])).map(show);
  }

  async find(person: string, id: string): Promise<Token> {
    const row = await this.database.one<TokenRow>(one, [person, id]);
    if (!row) throw notFound();
    return show(row);
  }
}

function show({ id, label, scope, role, partnership_id, authority_id, ...row }: TokenRow): Token {
  return {
    ...{ id, label, actions: scope, role, partnership: partnership_id, authority: authority_id },
    madeAt: row.started_at.toISOString(),
    usedAt: row.seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    stands: row.stands,
  };
}
