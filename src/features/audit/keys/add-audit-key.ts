import { createPublicKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../../platform/database/context.js';
import { Database } from '../../../platform/database/database.js';
import { invalid } from '../../../platform/http/problem.js';
import { Ids } from '../../../platform/ids/ids.js';
import { addTo } from '../../shared/add-to.js';
import { provenanceColumns } from '../../shared/provenance.js';
import { keyIdOf } from '../checkpoints/checkpoint-key.js';
import { AuditKeyRow } from './audit-key.entity.js';
import { showAuditKey } from './audit-key.reader.js';
import type { AuditKey, NewAuditKey } from './dto/audit-key.js';

@Injectable()
export class AddAuditKey {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** Records the public key with which an authority will cosign. */
  run(context: Context, partnership: string, given: NewAuditKey): Promise<AuditKey> {
    const key = readPublicKey(given.pem);
    return this.database.write(within(context, partnership), async (session) =>
      showAuditKey(
        await addTo<AuditKeyRow>(session, AuditKeyRow, {
          partnership_id: partnership,
          id: this.ids.next(),
          authority_id: given.authority,
          key_id: keyIdOf(key),
          pem: key.export({ type: 'spki', format: 'pem' }).toString(),
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}

/** A private key would be taken for its public half; it is refused, because it should never have left its owner. */
function readPublicKey(pem: string): KeyObject {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === 'ed25519' && !pem.includes('PRIVATE')) return key;
  } catch {
    // What cannot be read is no key.
  }
  const detail = 'Expected an Ed25519 public key as PEM, "-----BEGIN PUBLIC KEY-----" first; never a private one.';
  throw invalid([{ pointer: '/pem', code: 'not-a-public-key', detail }]);
}
