import type pg from 'pg';
import { cosigned, type EvidenceEntry, keyId } from '../../../src/features/audit/verifier/verify-evidence.mjs';
import { entryAfter, newKeys, noteOf, signatureOf } from '../../support/evidence.js';
import type { Random } from '../random.js';
import { type Chain, keys } from './chains.js';

/** Does one wrong to a chain, as a superuser whom no trigger stops, and says at which position the first bad one is. */
type Tamper = (client: pg.Client, chain: Chain, random: Random) => Promise<number>;

const HOLD = 1_000_000;
const bytes = (entry: EvidenceEntry) => Buffer.from(entry.leaf, 'base64');

/** An entry in the middle: neither the first nor the last. */
const middle = ({ size }: Chain, random: Random) => random.between(2, size - 1);
const anywhere = ({ size }: Chain, random: Random) => random.between(1, size);

/** A leaf with one bit of a byte turned, so that it is never what it was. */
const turned = (at: string) => `set_byte(leaf, ${at}, get_byte(leaf, ${at}) # 1)`;

const alteredField: Tamper = async (client, chain, random) => {
  const position = anywhere(chain, random);
  const column = random.of(['office', 'capacity', 'authority', 'action', 'subject', 'subject_id', 'request']);
  const change = random.of([
    `${column} = coalesce(${column}, '') || 'x'`,
    `at = at + interval '1 microsecond'`,
    `person = gen_random_uuid()`,
    `leaf = ${turned('octet_length(leaf) - 101')}`,
    `leaf = ${turned('59')}, hash = sha256(${turned('59')})`,
    `hash = sha256(hash)`,
  ]);
  await client.query(`update audit_entry set ${change} where chain = $1 and position = $2`, [chain.id, position]);
  return position;
};

const alteredDetail: Tamper = async (client, chain, random) => {
  const position = await detailed(client, chain, random);
  const change = random.of([
    `detail = replace(detail, '{', '{ ')`,
    `detail = detail || ' '`,
    `detail = '{}' || detail`,
    `salt = sha256(salt)`,
    `salt = null, detail = null`,
    `salt = null, detail = null, erased_by = ${chain.size}`,
  ]);
  await client.query(`update audit_detail set ${change} where chain = $1 and position = $2`, [chain.id, position]);
  return position;
};

/** A position whose detail has not been erased; not the last, which could be named as its own erasure. */
async function detailed(client: pg.Client, chain: Chain, random: Random): Promise<number> {
  const { rows } = await client.query<{ at: string }>(
    `select position::text as at from audit_detail where chain = $1 and erased_by is null and position < $2 order by position`,
    [chain.id, chain.size],
  );
  return Number(random.of(rows).at);
}

const deleted: Tamper = async (client, chain, random) => {
  const position = middle(chain, random);
  const many = random.between(1, Math.min(3, chain.size - position));
  for (const table of ['audit_detail', 'audit_entry'])
    await client.query(`delete from ${table} where chain = $1 and position >= $2 and position < $3`, [
      ...[chain.id, position, position + many],
    ]);
  if (random.of([true, false])) await shift(client, chain, position, -many);
  return position;
};

/** Moves everything from a position on, so that no gap shows. */
async function shift(client: pg.Client, { id }: Chain, from: number, by: number): Promise<void> {
  for (const table of ['audit_detail', 'audit_entry']) {
    await client.query(`update ${table} set position = position + $3 where chain = $1 and position >= $2`, [
      id,
      from,
      HOLD,
    ]);
    await client.query(`update ${table} set position = position - $3 where chain = $1 and position >= $2`, [
      id,
      HOLD,
      HOLD - by,
    ]);
  }
  await client.query(`update audit_head set size = size + $2 where chain = $1`, [id, by]);
}

const tailCut: Tamper = async (client, chain, random) => {
  const left = random.between(1, chain.vouched - 1);
  for (const table of ['audit_detail', 'audit_entry'])
    await client.query(`delete from ${table} where chain = $1 and position > $2`, [chain.id, left]);
  await client.query(`update audit_head set size = $2, leaf = (select leaf from audit_entry where chain = $1 and position = $2)
    where chain = $1`, [chain.id, left]); // prettier-ignore
  if (random.of([true, true, false])) await forgetCheckpoints(client, chain, left);
  return left + 1;
};

async function forgetCheckpoints(client: pg.Client, { id }: Chain, beyond: number): Promise<void> {
  for (const table of ['audit_cosignature', 'audit_checkpoint'])
    await client.query(`delete from ${table} where chain = $1 and size > $2`, [id, beyond]);
}

async function put(client: pg.Client, chain: string, entry: EvidenceEntry): Promise<void> {
  const { says, detail } = entry;
  await client.query(
    `insert into audit_entry select $1, $2, $3, decode($4, 'hex'), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14`,
    [
      ...[
        chain,
        entry.position,
        bytes(entry),
        entry.hash,
        says.at,
        says.person,
        says.office,
        says.capacity,
        says.authority,
      ],
      ...[says.action, says.event, says.subject, says.subjectId, says.request],
    ],
  );
  await client.query(
    `insert into audit_detail (chain, position, salt, detail) values ($1, $2, decode($3, 'hex'), $4)`,
    [...[chain, entry.position, detail?.salt, detail?.text]],
  );
}

const inserted: Tamper = async (client, chain, random) => {
  const position = middle(chain, random);
  const before = chain.earlier.entries[position - 2]?.hash ?? (await hashAt(client, chain, position - 1));
  await shift(client, chain, position, 1);
  const forged = entryAfter(random.of([before, '0'.repeat(64)]), chain.id, position, { office: 'forged' });
  await put(client, chain.id, forged);
  const follows = bytes(forged).includes(Buffer.from(before, 'hex'));
  // After the last checkpoint nothing tells which of two that follow from one entry is real: the second is named.
  return follows && position > chain.vouched ? position + 1 : position;
};

async function hashAt(client: pg.Client, { id }: Chain, position: number): Promise<string> {
  const { rows } = await client.query<{ hash: string }>(
    `select encode(hash, 'hex') as hash from audit_entry where chain = $1 and position = $2`,
    [id, position],
  );
  return rows[0]?.hash ?? '';
}

const reordered: Tamper = async (client, chain, random) => {
  const first = random.between(1, chain.size - 1);
  const second = random.between(first + 1, chain.size);
  for (const table of ['audit_detail', 'audit_entry']) {
    const move = (from: number, to: number) =>
      client.query(`update ${table} set position = $3 where chain = $1 and position = $2`, [chain.id, from, to]);
    await move(first, HOLD);
    await move(second, first);
    await move(HOLD, second);
  }
  return first;
};

/** Everything from a position on is written anew, every hash worked out again, the head and the checkpoints with it. */
const rewritten: Tamper = async (client, chain, random) => {
  const position = random.between(1, chain.vouched);
  const kept = chain.earlier.entries.slice(0, position - 1);
  for (let at = position; at <= chain.size; at += 1) {
    const genuine = chain.earlier.entries[at - 1];
    const { says, detail } = genuine ?? { says: {}, detail: null };
    const text = at === position ? '{"added": [{"amount_pence": 1}]}' : (detail?.text ?? '{}');
    const previous = kept.at(-1)?.hash;
    kept.push(previous === undefined ? firstAnew(chain.id, text) : entryAfter(previous, chain.id, at, says, text));
  }
  for (const table of ['audit_detail', 'audit_entry'])
    await client.query(`delete from ${table} where chain = $1 and position >= $2`, [chain.id, position]);
  for (const entry of kept.slice(position - 1)) await put(client, chain.id, entry);
  await client.query(`update audit_head set leaf = $2 where chain = $1`, [chain.id, bytes(kept.at(-1)!)]);
  const how = random.of(['forget', 'keep', 'sign']);
  if (how !== 'keep') await forgetCheckpoints(client, chain, position - 1);
  if (how === 'sign') await signAnew(client, chain, kept);
  return position;
};

const firstAnew = (chain: string, text: string) =>
  entryAfter('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', chain, 1, {}, text);

/** The forger has a key of its own, not ours; it may still claim ours. */
async function signAnew(client: pg.Client, chain: Chain, entries: readonly EvidenceEntry[]): Promise<void> {
  const forger = newKeys();
  const note = noteOf(chain.id, chain.size, entries.at(-1)?.hash ?? '', keys.ours);
  await client.query(
    `insert into audit_checkpoint (chain, size, hash, note, key_id, signature) values ($1, $2, decode($3, 'hex'), $4, $5, $6)`,
    [
      ...[chain.id, chain.size, entries.at(-1)?.hash, note, keyId(forger.pem)],
      Buffer.from(signatureOf(note, forger), 'base64'),
    ],
  );
}

/** A checkpoint or a cosignature is forged; or two salts change places, which is seen at the first of them. */
const forgedCheckpoint: Tamper = async (client, chain, random) => {
  const forger = newKeys();
  const { note } = chain.seen;
  const change = (set: string, ...values: unknown[]) =>
    client.query(`update audit_checkpoint set ${set} where chain = $1 and size = $2`, [
      chain.id,
      chain.vouched,
      ...values,
    ]);
  const wrong = random.of<() => Promise<unknown>>([
    () => change(`signature = $3`, Buffer.from(signatureOf(note, forger), 'base64')),
    () => change(`signature = overlay(signature placing '\\x58585858' from 9)`),
    () => change(`note = replace(note, 'root ', 'root  ')`),
    () => change(`note = overlay(note placing '2001' from strpos(note, E'\\nat ') + 4)`),
    () => change(`note = replace(note, E'\\nroot ', E'\\nroot 0') `),
    () =>
      client.query(`update audit_cosignature set signature = $3 where chain = $1 and size = $2`, [
        ...[chain.id, chain.vouched, Buffer.from(signatureOf(cosigned(`${chain.id}-a`, note), forger), 'base64')],
      ]),
  ]);
  await wrong();
  return chain.vouched;
};

const swappedSalt: Tamper = async (client, chain, random) => {
  const first = await detailed(client, chain, random);
  await client.query(
    `update audit_detail d set salt = (select o.salt from audit_detail o where o.chain = $1 and o.position <> $2
      and o.erased_by is null order by o.position limit 1) where d.chain = $1 and d.position = $2`,
    [chain.id, first],
  );
  return first;
};

/** The eight ways in which history may be falsified. */
export const tamperClasses: Readonly<Record<string, Tamper>> = {
  'a field altered': alteredField,
  'a detail altered': alteredDetail,
  'an entry deleted in the middle': deleted,
  'the tail cut': tailCut,
  'an entry inserted': inserted,
  'two entries reordered': reordered,
  'everything rewritten, hashes and all': rewritten,
  'a checkpoint forged or a salt swapped': (client, chain, random) =>
    random.between(0, 3) === 0 ? swappedSalt(client, chain, random) : forgedCheckpoint(client, chain, random),
};
