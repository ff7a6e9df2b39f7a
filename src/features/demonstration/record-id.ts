import { createHash } from 'node:crypto';

const NAMESPACE = Buffer.from('8f1c2b0e4d5a4c8e9b7a3e6d1f204c57', 'hex');

/**
 * The id of a demonstration record, from a readable key such as `aspire/decision/board-2026`: the same key has the same id
 * in every installation and at every load (RFC 9562, version 5), so a record that is there is known to be there.
 */
export function recordId(key: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(key, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
