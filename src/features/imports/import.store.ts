import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { statement } from '../../platform/database/statement.js';
import type { WriteSession } from '../../platform/database/session.js';
import type { ImportFault } from './fault.js';

const begin = statement(
  `insert into import (partnership_id, id, kind, file_name, file_digest, file_bytes, source) values ($1, $2, $3, $4, $5, $6, $4)`,
);
const stage = statement(
  `insert into import_part (partnership_id, import_id, number, many, rows, source) values ($1, $2, $3, $4, $5, $6)`,
);
const finish = statement(
  `insert into import_reading (partnership_id, id, sheet, many, total_pence, set_aside, faults, fault_count, parts, digest, source)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
const confirm = statement(
  `insert into import_confirmation (partnership_id, id, kind, file_digest, source) values ($1, $2, $3, $4, $5)`,
);

const submit = statement(`insert into import_submission (partnership_id, id, digest, source) values ($1, $2, $3, $4)`);
const decide = statement(
  `insert into import_outcome (partnership_id, id, digest, outcome, reason, authority_id, source, illustrative)
   values ($1, $2, $3, $4, $5, authz.authority(), $6, $7)`,
);

/** How an import was decided, by the digest of what was shown. */
export interface Decided {
  readonly digest: string;
  readonly outcome: 'approved' | 'rejected';
  readonly reason: string | null;
  readonly source: string;
  readonly illustrative: boolean;
}

interface Sent {
  readonly partnership: string;
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly digest: string;
}

/** What the end of a file tells of the whole. */
export interface ReadThrough {
  readonly sheet: string;
  readonly many: number;
  readonly total: bigint;
  readonly setAside: readonly string[];
  readonly faults: readonly ImportFault[];
  readonly faultCount: number;
  readonly parts: number;
  readonly digest: string;
}

/** The only file that writes what was read from files. */
@Injectable()
export class ImportStore {
  async begin(session: WriteSession, { partnership, id, kind, name, digest }: Sent, bytes: number): Promise<void> {
    await session.rows(begin, [partnership, id, kind, name, digest, bytes]);
  }

  /** Keeps one lot of rows, and gives their digest. */
  async stage(
    session: WriteSession,
    { partnership, id, name }: Sent,
    number: number,
    rows: readonly object[],
  ): Promise<string> {
    const written = JSON.stringify(rows);
    await session.rows(stage, [partnership, id, number, rows.length, written, name]);
    return createHash('sha256').update(written).digest('hex');
  }

  async finish(session: WriteSession, { partnership, id, name }: Sent, read: ReadThrough): Promise<void> {
    const { sheet, many, total, setAside, faults, faultCount, parts, digest } = read;
    const said = [sheet, many, total, setAside, JSON.stringify(faults), faultCount, parts, digest];
    await session.rows(finish, [partnership, id, ...said, name]);
  }

  async submit(session: WriteSession, { partnership, id, name, digest }: Omit<Sent, 'kind'>): Promise<void> {
    await session.rows(submit, [partnership, id, digest, name]);
  }

  /** Decides; where it is approved, the database posts all of it in this statement. */
  async decide(session: WriteSession, partnership: string, id: string, decided: Decided): Promise<void> {
    const { digest, outcome, reason, source, illustrative } = decided;
    await session.rows(decide, [partnership, id, digest, outcome, reason, source, illustrative]);
  }

  async confirm(session: WriteSession, { partnership, id, kind, name, digest }: Sent): Promise<void> {
    await session.rows(confirm, [partnership, id, kind, digest, name]);
  }
}
