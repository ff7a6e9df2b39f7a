import { Injectable } from '@nestjs/common';
import { londonDate } from '../../../engine/calendar/london.js';
import { Clock } from '../../../platform/clock/clock.js';
import { type Context, within } from '../../../platform/database/context.js';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import { mustReach } from '../../shared/reach.js';
import type { Cosigner, Cosigners } from '../dto/checkpoint.js';

const TWO_DAYS_MS = 48 * 3_600_000;

const question = statement(`select p.authority_id as authority, a.name, max(k.size) as size, max(k.recorded_at) as at,
    (select min(c.signed_at) from audit_checkpoint c where c.chain = $1) as since
  from participation p join authority a on a.id = p.authority_id
  left join audit_cosignature k on k.chain = $1 and k.authority_id = p.authority_id
  where p.partnership_id = $1 and p.role in ('host', 'partner') and daterange(p.starts_on, p.ends_before) @> $2::date
  group by p.authority_id, a.name order by p.authority_id`);

interface Row {
  readonly authority: string;
  readonly name: string;
  readonly size: bigint | null;
  readonly at: Date | null;
  /** When there was first something to cosign. */
  readonly since: Date | null;
}

/** The alarm that a partner does not keep watch: a history that nobody looks at may be rewritten unseen. */
@Injectable()
export class CosignersReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(context: Context, partnership: string): Promise<Cosigners> {
    const now = this.clock.now();
    const here = within(context, partnership);
    const rows = await this.database.questions(here).rows<Row>(question, [partnership, londonDate(now)]);
    if (rows.length === 0) await mustReach(this.database, here);
    return { items: rows.map((row) => show(row, now)) };
  }
}

function show({ authority, name, size, at, since }: Row, now: number): Cosigner {
  const last = at ?? since;
  return {
    authority,
    authorityName: name,
    size: size === null ? null : Number(size),
    at: at?.toISOString() ?? null,
    overdue: last !== null && now - last.getTime() > TWO_DAYS_MS,
  };
}
