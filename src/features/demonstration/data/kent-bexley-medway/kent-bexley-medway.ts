import type { PartnershipRecords } from '../../records.js';
import { agreementVersions, agreements } from './agreements.js';
import { contributions, provisions, receipts } from './contributions.js';
import { decisions } from './decisions.js';
import { certaintyChanges, fundingAmounts, fundingSources, packageReturns, plannedSpends } from './funding.js';
import { participations, partnership } from './partnership.js';

export const kentBexleyMedway: PartnershipRecords = {
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
  budgets: [],
  forecasts: [],
  commitments: [],
};
