import { createPublicKey, verify } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../../platform/database/context.js';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import { invalid } from '../../../platform/http/problem.js';
import type { Checkpoint, NewCosignature } from '../dto/checkpoint.js';
import { CheckpointReader } from './checkpoint.reader.js';
import { writeCosigned } from './note.js';

const keyOf = statement(
  'select key_id, pem from audit_key where partnership_id = $1 and id = $2 and authority_id = $3',
);
const keep = statement('select from audit.cosign($1, $2, $3, $4, $5)');

@Injectable()
export class CosignCheckpoint {
  constructor(
    private readonly database: Database,
    private readonly checkpoints: CheckpointReader,
  ) {}

  /** Keeps a partner's signature that it has seen a checkpoint, once it verifies against the key that the partner recorded. */
  run(context: Context, partnership: string, size: string, given: NewCosignature): Promise<Checkpoint> {
    return this.database.write(within(context, partnership), async (session) => {
      const { note } = await this.checkpoints.findIn(session, [partnership, size]);
      const key = await session.one<{ key_id: string; pem: string }>(keyOf, [partnership, given.key, given.authority]);
      if (!key)
        throw refused('/key', 'not-there', 'Expected the id of a public key that this authority recorded here.');
      const signature = Buffer.from(given.signature, 'base64');
      const text = Buffer.from(writeCosigned(given.authority, note));
      if (!verify(null, text, createPublicKey(key.pem), signature)) {
        throw refused(
          '/signature',
          'does-not-verify',
          'Expected an Ed25519 signature of this authority and this note.',
        );
      }
      const kept = `\\x${signature.toString('hex')}`;
      await session.rows(keep, [partnership, size, given.authority, key.key_id, kept]);
      return this.checkpoints.findIn(session, [partnership, size]);
    });
  }
}

function refused(pointer: string, code: string, detail: string) {
  return invalid([{ pointer, code, detail }]);
}
