import { Injectable } from '@nestjs/common';
import { add } from '../../platform/database/add.js';
import type { Value, WriteSession } from '../../platform/database/session.js';
import { AuthorityRow } from './authority.entity.js';

/** The only file that writes authorities. */
@Injectable()
export class AuthorityStore {
  addAuthority(session: WriteSession, row: Partial<Record<keyof AuthorityRow, Value>>): Promise<AuthorityRow> {
    return add(session, AuthorityRow, row);
  }
}
