import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import {
  commitmentTo,
  cosigned,
  encodeLeaf,
  type Evidence,
  type EvidenceEntry,
  keyId,
  type SignedNote,
  START,
} from '../../src/features/audit/verifier/verify-evidence.mjs';

/** A pair of keys: the public one as PEM, as it is handed round. */
export interface Keys {
  readonly secret: KeyObject;
  readonly pem: string;
}

export function newKeys(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { secret: privateKey, pem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

export const hashOf = (leaf: Buffer) => createHash('sha256').update(leaf).digest('hex');

type SaysOf = EvidenceEntry['says'];
const plain: SaysOf = {
  at: '2026-11-22T09:00:00.000000Z',
  person: null,
  office: 'finance officer of dorset',
  capacity: 'finance-officer',
  authority: 'dorset',
  action: 'contribution.add',
  event: 'added',
  subject: 'contribution',
  subjectId: null,
  request: null,
};

/** An entry that follows from another, its hashes worked out. */
export function entryAfter(
  previous: string,
  chain: string,
  position: number,
  says: Partial<SaysOf> = {},
  text = `{"added": [{"number": ${position}}]}`,
): EvidenceEntry {
  const whole = { ...plain, ...says };
  const salt = randomBytes(32);
  const leaf = encodeLeaf({
    chain,
    position: String(position),
    previous: Buffer.from(previous, 'hex'),
    ...whole,
    commitment: commitmentTo(salt, text),
  });
  const detail = { salt: salt.toString('hex'), text };
  return { position, leaf: leaf.toString('base64'), hash: hashOf(leaf), says: whole, detail, erasedBy: null };
}

/** A chain of so many entries. */
export function entriesOf(chain: string, count: number): EvidenceEntry[] {
  const entries: EvidenceEntry[] = [];
  for (let position = 1; position <= count; position += 1)
    entries.push(entryAfter(entries.at(-1)?.hash ?? START, chain, position));
  return entries;
}

export function noteOf(chain: string, size: number, root: string, key: Keys, at = '2026-11-22T09:01:00.000Z'): string {
  const lines = [`origin test`, `chain ${chain}`, `size ${size}`, `root ${root}`, `at ${at}`, `key ${keyId(key.pem)}`];
  return `poolkeeper audit checkpoint 1\n${lines.join('\n')}\n`;
}

export const signatureOf = (text: string, { secret }: Keys) => sign(null, Buffer.from(text), secret).toString('base64');

/** A checkpoint of the first so many entries, cosigned by whoever is named. */
export function checkpointOf(
  chain: string,
  entries: readonly EvidenceEntry[],
  size: number,
  key: Keys,
  partners: Readonly<Record<string, Keys>> = {},
): SignedNote {
  const note = noteOf(chain, size, entries[size - 1]?.hash ?? START, key);
  const cosignatures = Object.entries(partners).map(([authority, keys]) => ({
    authority,
    signature: signatureOf(cosigned(authority, note), keys),
  }));
  return { note, signature: signatureOf(note, key), cosignatures };
}

export function bundleOf(
  chain: string,
  entries: readonly EvidenceEntry[],
  checkpoints: readonly SignedNote[],
): Evidence {
  return { format: 'poolkeeper evidence 1', chain, details: 'all', entries, checkpoints };
}
