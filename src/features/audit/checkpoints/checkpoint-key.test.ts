import { generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cosigned, keyId, readNote } from '../verifier/verify-evidence.mjs';
import { openCheckpointKey } from './checkpoint-key.js';
import { writeCosigned, writeNote } from './note.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'checkpoint-key-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => path.join(folder, name);

describe('the key that signs checkpoints', () => {
  it('is made on first use, for its owner’s eyes alone, and is the same ever after', () => {
    const made = openCheckpointKey(at('new/key.pem'));
    expect(statSync(at('new/key.pem')).mode & 0o777).toBe(0o600);
    expect(openCheckpointKey(at('new/key.pem'))).toMatchObject({ id: made.id, pem: made.pem });
    expect(readdirSync(at('new'))).toEqual(['key.pem']);
  });

  it('signs what its public half verifies, under the name that the verifier gives it', () => {
    const key = openCheckpointKey(at('key.pem'));
    expect(verify(null, Buffer.from('words'), key.pem, key.sign('words'))).toBe(true);
    expect(verify(null, Buffer.from('other'), key.pem, key.sign('words'))).toBe(false);
    expect(keyId(key.pem)).toBe(key.id);
  });

  it('is of one kind only, and no nonsense', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(at('ec.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(() => openCheckpointKey(at('ec.pem'))).toThrow(/expected Ed25519/);
    writeFileSync(at('bad.pem'), 'nonsense');
    expect(() => openCheckpointKey(at('bad.pem'))).toThrow();
  });
});

describe('the text of a checkpoint', () => {
  const says = { origin: 'poolkeeper', chain: 'aspire', root: 'ab'.repeat(32), at: '2026-11-22T09:00:00.000Z' };
  const note = writeNote({ ...says, size: 7n, key: '0'.repeat(32) });

  it('is what the verifier reads', () => {
    expect(readNote(note)).toEqual({ ...says, size: 7, key: '0'.repeat(32) });
    expect(writeCosigned('dorset', note)).toBe(cosigned('dorset', note));
  });
});
