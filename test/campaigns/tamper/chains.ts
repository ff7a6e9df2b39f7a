import type pg from 'pg';
import { readEvidence } from '../../../src/features/audit/evidence/read-evidence.js';
import type { Evidence, SignedNote } from '../../../src/features/audit/verifier/verify-evidence.mjs';
import type { ReadSession } from '../../../src/platform/database/session.js';
import type { Statement } from '../../../src/platform/database/statement.js';
import { cosigned, keyId } from '../../../src/features/audit/verifier/verify-evidence.mjs';
import { type Keys, newKeys, noteOf, signatureOf } from '../../support/evidence.js';
import { addRowOfEach, idOf } from '../../support/row-of-each.js';
import type { TestDatabase } from '../../support/test-database.js';
import type { Random } from '../random.js';

/** Whose keys sign: ours, and a partner's that cosigns. Nobody in the database has either. */
export const keys = { ours: newKeys(), partner: newKeys() };

/** One chain on real tables, made by real changes, and what a partner kept of it. */
export interface Chain {
  readonly id: string;
  /** Its last position, and the size of the last checkpoint that went out. */
  readonly size: number;
  readonly vouched: number;
  /** The last checkpoint, as a partner keeps it outside. */
  readonly seen: SignedNote;
  /** All evidence up to then, as an auditor may have downloaded it. */
  readonly earlier: Evidence;
}

/** The product's own questions, asked by whoever the connection is. */
export function sessionOf(client: pg.Client): ReadSession {
  const rows = async <T extends object>({ text }: Statement, values: readonly unknown[] = []) =>
    (await client.query<T>(text, [...values])).rows;
  return {
    rows,
    one: async <T extends object>(asked: Statement, values: readonly unknown[] = []) =>
      (await rows<T>(asked, values))[0],
  };
}

export const readWhole = (client: pg.Client, chain: string) => readEvidence(sessionOf(client), chain, 1, 1_000_000);

/** A partnership whose trail has a few dozen entries: additions, readings, an erasure, and a checkpoint now and then. */
export async function makeChain(database: TestDatabase, client: pg.Client, id: string, random: Random): Promise<Chain> {
  await addRowOfEach(database, id);
  await client.query(
    `insert into audit_key (partnership_id, id, authority_id, key_id, pem, source, recorded_by)
      values ($1, gen_random_uuid(), $3, $2, 'PEM', 'Test', 'T')`,
    [id, keyId(keys.partner.pem), `${id}-a`],
  );
  await grow(client, id, random);
  return read(client, id);
}

/** What is real: a few more entries, and at times a checkpoint. */
export async function grow(client: pg.Client, id: string, random: Random): Promise<void> {
  for (let left = random.between(2, 5); left > 0; left -= 1) {
    await client.query(
      `insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source, recorded_by)
        select $1, gen_random_uuid(), $2, '2026-04-01', n, 'Bill', 'Test', 'T' from generate_series(1, $3::int) n`,
      [id, `${id}-a`, random.of([1, 1, 3])],
    );
    if (random.between(0, 2) === 0)
      await client.query(`select audit.append($1, 'read', 'audit_entry', null, '{}')`, [id]);
    if (random.between(0, 5) === 0) await erase(client, id, random.between(1, 10));
  }
  await checkpoint(client, id);
  if (random.between(0, 1) === 0)
    await client.query(`select audit.append($1, 'read', 'audit_entry', $2, '{}')`, [id, idOf('contribution', id)]);
}

async function erase(client: pg.Client, id: string, position: number): Promise<void> {
  await client.query(
    `with erasing as (select audit.append($1, 'erased', 'audit_entry', $2::bigint::text, '{"why": "Asked for"}') as by
        where exists (select from audit_detail where chain = $1 and position = $2 and erased_by is null))
      update audit_detail set salt = null, detail = null, erased_by = erasing.by from erasing where chain = $1 and position = $2`,
    [id, position],
  );
}

async function checkpoint(client: pg.Client, id: string): Promise<void> {
  const [head] = await sessionOf(client).rows<{ size: string; root: string }>(
    { name: '', text: `select size::text, encode(hash, 'hex') as root from audit_head where chain = $1` },
    [id],
  );
  const note = noteOf(id, Number(head?.size), head?.root ?? '', keys.ours);
  const sign = (text: string, by: Keys) => Buffer.from(signatureOf(text, by), 'base64');
  await client.query(
    `insert into audit_checkpoint (chain, size, hash, note, key_id, signature) select chain, size, hash, $2, $3, $4
      from audit_head where chain = $1 on conflict do nothing`,
    [id, note, keyId(keys.ours.pem), sign(note, keys.ours)],
  );
  await client.query(
    `insert into audit_cosignature (chain, size, authority_id, key_id, signature, recorded_by) values ($1, $2, $3, $4, $5, 'T')
      on conflict do nothing`,
    [id, head?.size, `${id}-a`, keyId(keys.partner.pem), sign(cosigned(`${id}-a`, note), keys.partner)],
  );
}

/** How the chain now stands, and what its partner would have kept. */
export async function read(client: pg.Client, id: string): Promise<Chain> {
  const whole = await readWhole(client, id);
  const seen = whole.checkpoints.at(-1);
  if (!seen) throw new Error(`${id} has no checkpoint.`);
  const vouched = Number(/^size (\d+)$/m.exec(seen.note)?.[1]);
  const earlier = { ...whole, entries: whole.entries.slice(0, vouched) };
  return { id, size: whole.entries.length, vouched, seen, earlier };
}
