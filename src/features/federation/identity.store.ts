import { Injectable } from '@nestjs/common';
import { add } from '../../platform/database/add.js';
import type { Value, WriteSession } from '../../platform/database/session.js';
import { FederatedIdentityEndRow } from './identity-end.entity.js';
import { FederatedIdentityRow } from './identity.entity.js';

/** The only file that writes which subject is which person, and that it is no more. */
@Injectable()
export class IdentityStore {
  add(session: WriteSession, row: Partial<Record<keyof FederatedIdentityRow, Value>>): Promise<FederatedIdentityRow> {
    return add(session, FederatedIdentityRow, row);
  }

  end(session: WriteSession, identity: string, reason: string): Promise<FederatedIdentityEndRow> {
    return add(session, FederatedIdentityEndRow, { id: identity, source: reason });
  }
}
