import type { ReadSession } from '../../../platform/database/session.js';
import { statement } from '../../../platform/database/statement.js';
import type { Evidence, EvidenceEntry, SignedNote } from '../verifier/verify-evidence.mjs';

const entriesBetween =
  statement(`select e.position::text, encode(e.hash, 'hex') as hash, e.leaf, audit.moment(e.at) as at,
    e.person::text, e.office, e.capacity, e.authority, e.action, e.event, e.subject, e.subject_id, e.request,
    encode(d.salt, 'hex') as salt, d.detail, d.erased_by::text
  from audit_entry e left join audit_detail d on d.chain = e.chain and d.position = e.position
  where e.chain = $1 and e.position between $2 and $3 order by e.position`);

const checkpointsBetween =
  statement(`select c.note, c.signature, array(select k.authority_id::text from audit_cosignature k
      where k.chain = c.chain and k.size = c.size order by k.authority_id) as authorities,
    array(select encode(k.signature, 'base64') from audit_cosignature k
      where k.chain = c.chain and k.size = c.size order by k.authority_id) as signatures
  from audit_checkpoint c
  where c.chain = $1 and (c.size between $2 - 1 and $3
    or c.size = (select max(latest.size) from audit_checkpoint latest where latest.chain = $1))
  order by c.size`);

type Text = string | null;
interface EntryRow {
  readonly position: string;
  readonly hash: string;
  readonly leaf: Buffer;
  readonly at: string;
  readonly person: Text;
  readonly office: Text;
  readonly capacity: Text;
  readonly authority: Text;
  readonly action: Text;
  readonly event: string;
  readonly subject: string;
  readonly subject_id: Text;
  readonly request: Text;
  readonly salt: Text;
  readonly detail: Text;
  readonly erased_by: Text;
}

interface CheckpointRow {
  readonly note: string;
  readonly signature: Buffer;
  readonly authorities: readonly string[];
  readonly signatures: readonly string[];
}

/** Everything that vouches for a part of a chain, as it is stored: the verifier finds whatever is wrong with it. */
export async function readEvidence(session: ReadSession, chain: string, from: number, upTo: number): Promise<Evidence> {
  const entries = await session.rows<EntryRow>(entriesBetween, [chain, from, upTo]);
  const checkpoints = await session.rows<CheckpointRow>(checkpointsBetween, [chain, from, upTo]);
  return {
    format: 'poolkeeper evidence 1',
    chain,
    details: 'all',
    entries: entries.map(showEntry),
    checkpoints: checkpoints.map(showCheckpoint),
  };
}

function showEntry({ position, hash, leaf, salt, detail, erased_by, subject_id, ...row }: EntryRow): EvidenceEntry {
  return {
    position: Number(position),
    hash,
    leaf: leaf.toString('base64'),
    says: { ...row, subjectId: subject_id },
    detail: salt === null || detail === null ? null : { salt, text: detail },
    erasedBy: erased_by === null ? null : Number(erased_by),
  };
}

function showCheckpoint({ note, signature, authorities, signatures }: CheckpointRow): SignedNote {
  const cosignatures = authorities.map((authority, index) => ({
    authority,
    signature: (signatures[index] ?? '').replaceAll('\n', ''),
  }));
  return { note, signature: signature.toString('base64'), cosignatures };
}
