import { Injectable } from '@nestjs/common';
import { add } from '../../platform/database/add.js';
import type { Value, WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { ParticipationRow } from './participation.entity.js';
import { PartnershipRow } from './partnership.entity.js';

const mayBeNamed = statement(`insert into partnership_authority (partnership_id, authority_id) values ($1, $2)
  on conflict do nothing`);

type NewParticipationRow = NewRow<ParticipationRow> & { readonly authority_id: string };

/** The only file that writes partnerships, the authorities each may name, and participations. */
@Injectable()
export class PartnershipStore {
  addPartnership(session: WriteSession, row: Partial<Record<keyof PartnershipRow, Value>>): Promise<PartnershipRow> {
    return add(session, PartnershipRow, row);
  }

  /** From its first participation on, the partnership's other records may name the authority too. */
  async addParticipation(session: WriteSession, row: NewParticipationRow): Promise<ParticipationRow> {
    await session.rows(mayBeNamed, [row.partnership_id, row.authority_id]);
    return addTo(session, ParticipationRow, row);
  }
}
