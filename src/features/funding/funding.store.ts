import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { CertaintyChangeRow } from './certainty-change.entity.js';
import { FundingAmountRow } from './funding-amount.entity.js';
import { FundingSourceRow } from './funding-source.entity.js';
import { PackageReturnRow } from './package-return.entity.js';
import { PlannedSpendRow } from './planned-spend.entity.js';

/** The only file that writes funding sources and what is known of each. */
@Injectable()
export class FundingStore {
  addFundingSource(session: WriteSession, row: NewRow<FundingSourceRow>): Promise<FundingSourceRow> {
    return addTo(session, FundingSourceRow, row);
  }

  addFundingAmount(session: WriteSession, row: NewRow<FundingAmountRow>): Promise<FundingAmountRow> {
    return addTo(session, FundingAmountRow, row);
  }

  addCertaintyChange(session: WriteSession, row: NewRow<CertaintyChangeRow>): Promise<CertaintyChangeRow> {
    return addTo(session, CertaintyChangeRow, row);
  }

  addPlannedSpend(session: WriteSession, row: NewRow<PlannedSpendRow>): Promise<PlannedSpendRow> {
    return addTo(session, PlannedSpendRow, row);
  }

  addPackageReturn(session: WriteSession, row: NewRow<PackageReturnRow>): Promise<PackageReturnRow> {
    return addTo(session, PackageReturnRow, row);
  }
}
