import { Injectable } from '@nestjs/common';
import { add } from '../../platform/database/add.js';
import type { Value, WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { PersonRow } from './person.entity.js';
import { RoleGrantApprovalRow } from './role-grant-approval.entity.js';
import { RoleGrantEndRow } from './role-grant-end.entity.js';
import { RoleGrantRow } from './role-grant.entity.js';

type Given<R> = Partial<Record<keyof R & string, Value>>;

/** The only file that writes people and their roles. */
@Injectable()
export class PeopleStore {
  addPerson(session: WriteSession, row: Given<PersonRow>): Promise<PersonRow> {
    return add(session, PersonRow, row);
  }

  /** Who gave it and for whom the database says by itself. */
  addGrant(session: WriteSession, row: Given<RoleGrantRow>): Promise<RoleGrantRow> {
    return add(session, RoleGrantRow, row);
  }

  addApproval(session: WriteSession, row: NewRow<RoleGrantApprovalRow>): Promise<RoleGrantApprovalRow> {
    return addTo(session, RoleGrantApprovalRow, row);
  }

  addEnd(session: WriteSession, row: Given<RoleGrantEndRow>): Promise<RoleGrantEndRow> {
    return add(session, RoleGrantEndRow, row);
  }
}
