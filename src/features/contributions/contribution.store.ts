import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { closedMonthAt } from '../shared/closed-month.js';
import { ContributionRow } from './contribution.entity.js';
import { ProvisionRow } from './provision.entity.js';
import { ReceiptRow } from './receipt.entity.js';

/** The only file that writes contributions, receipts and provisions. */
@Injectable()
export class ContributionStore {
  addContribution(session: WriteSession, row: NewRow<ContributionRow>): Promise<ContributionRow> {
    return closedMonthAt('/dueOn', addTo(session, ContributionRow, row));
  }

  addReceipt(session: WriteSession, row: NewRow<ReceiptRow>): Promise<ReceiptRow> {
    return closedMonthAt('/receivedOn', addTo(session, ReceiptRow, row));
  }

  addProvision(session: WriteSession, row: NewRow<ProvisionRow>): Promise<ProvisionRow> {
    return addTo(session, ProvisionRow, row);
  }
}
