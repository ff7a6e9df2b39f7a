import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The key that signs checkpoints. It is kept in a file, out of the database's reach (INV-31). */
export interface CheckpointKey {
  readonly id: string;
  /** The public half, as PEM, for whoever verifies. */
  readonly pem: string;
  sign(text: string): Buffer;
}

export const CHECKPOINT_KEY = 'CHECKPOINT_KEY';

/** Reads the key; makes one, readable by its owner alone, where there is none yet. */
export function openCheckpointKey(file: string): CheckpointKey {
  if (!existsSync(file)) makeKey(file);
  const secret = createPrivateKey(readFileSync(file, 'utf8'));
  if (secret.asymmetricKeyType !== 'ed25519')
    throw new Error(`${file} holds a key of the kind ${String(secret.asymmetricKeyType)}; expected Ed25519.`);
  const open = createPublicKey(secret);
  const pem = open.export({ type: 'spki', format: 'pem' }).toString();
  return { id: keyIdOf(open), pem, sign: (text) => sign(null, Buffer.from(text), secret) };
}

/** The start of the SHA-256 of the public key, in hexadecimal. */
export function keyIdOf(key: KeyObject): string {
  const bytes = key.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** Whole before it has its name, so that of two processes that start at once both read the same key. */
function makeKey(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const { privateKey } = generateKeyPairSync('ed25519');
  const making = `${file}.${process.pid}`;
  writeFileSync(making, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    linkSync(making, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(making);
  }
}
