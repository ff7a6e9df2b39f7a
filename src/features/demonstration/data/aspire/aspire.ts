import type { PartnershipRecords } from '../../records.js';
import { agreementVersions, agreements } from './agreements.js';
import { budgets, commitments, forecasts } from './budgets.js';
import { contributions, provisions, receipts } from './contributions.js';
import { decisions } from './decisions.js';
import { certaintyChanges, fundingAmounts, fundingSources } from './funding.js';
import { participations, partnership } from './partnership.js';
import { packageReturns, plannedSpends } from './support-fund-use.js';

export const aspire: PartnershipRecords = {
  partnership,
  participations,
  decisions,
  agreements,
  agreementVersions,
  contributions,
  receipts,
  provisions,
  fundingSources,
  fundingAmounts,
  certaintyChanges,
  plannedSpends,
  packageReturns,
  budgets,
  forecasts,
  commitments,
};
