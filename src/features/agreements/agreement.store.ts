import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { AgreementVersionRow } from './agreement-version.entity.js';
import { AgreementRow } from './agreement.entity.js';

const lastNumber = statement(
  'select coalesce(max(number), 0) as last from agreement_version where partnership_id = $1 and agreement_id = $2',
);

/** The only file that writes agreements and their versions. Which version is in force follows from them, by trigger. */
@Injectable()
export class AgreementStore {
  addAgreement(session: WriteSession, row: NewRow<AgreementRow>): Promise<AgreementRow> {
    return addTo(session, AgreementRow, row);
  }

  /** Numbers the version after the last of its agreement; two at once cannot take the same number. */
  async addVersion(session: WriteSession, row: NewVersion): Promise<AgreementVersionRow> {
    const found = await session.one<{ last: number }>(lastNumber, [row.partnership_id, row.agreement_id]);
    return addTo(session, AgreementVersionRow, { ...row, number: (found?.last ?? 0) + 1 });
  }
}

type NewVersion = NewRow<AgreementVersionRow> & { readonly agreement_id: string };
