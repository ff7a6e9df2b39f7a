import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context.js';
import { Database } from '../../../platform/database/database.js';
import type { Listing } from '../../../platform/database/listing.js';
import type { ReadSession } from '../../../platform/database/session.js';
import { statement } from '../../../platform/database/statement.js';
import { notFound } from '../../../platform/http/problem.js';
import { RecordReader } from '../../shared/record-kind.js';
import type { Checkpoint } from '../dto/checkpoint.js';

const select = `select c.size, c.hash, c.note, c.key_id, c.signature, c.signed_at, (
    select coalesce(jsonb_agg(jsonb_build_object('authority', k.authority_id, 'key', k.key_id,
      'signature', translate(encode(k.signature, 'base64'), E'\\n', ''), 'at', audit.moment(k.recorded_at)) order by k.authority_id), '[]')
    from audit_cosignature k where k.chain = c.chain and k.size = c.size) as cosignatures
  from audit_checkpoint c where c.chain = $1`;

export const checkpointListing: Listing = {
  select,
  key: { sql: 'c.size', type: 'bigint' },
  filters: { size: { sql: 'c.size', type: 'bigint' } },
  sorts: { size: { sql: 'c.size', type: 'bigint' } },
};

export interface CheckpointRow {
  readonly size: bigint;
  readonly hash: Buffer;
  readonly note: string;
  readonly key_id: string;
  readonly signature: Buffer;
  readonly signed_at: Date;
  readonly cosignatures: Checkpoint['cosignatures'];
}

export function showCheckpoint(row: CheckpointRow): Checkpoint {
  return {
    size: Number(row.size),
    root: row.hash.toString('hex'),
    note: row.note,
    signature: row.signature.toString('base64'),
    key: row.key_id,
    at: row.signed_at.toISOString(),
    cosignatures: row.cosignatures,
  };
}

const latest = statement(`${select} order by c.size desc limit 1`);

@Injectable()
export class CheckpointReader extends RecordReader<CheckpointRow, Checkpoint> {
  constructor(private readonly asking: Database) {
    super(asking, { listing: checkpointListing, one: `${select} and c.size = $2`, show: showCheckpoint });
  }

  /** The newest: what a partner fetches, checks against the last it saw, and cosigns. */
  async latest(context: Context, partnership: string): Promise<Checkpoint> {
    return this.latestIn(this.asking.questions({ ...context, partnership }), partnership);
  }

  async latestIn(session: ReadSession, chain: string): Promise<Checkpoint> {
    const row = await session.one<CheckpointRow>(latest, [chain]);
    if (!row) throw notFound();
    return showCheckpoint(row);
  }
}
