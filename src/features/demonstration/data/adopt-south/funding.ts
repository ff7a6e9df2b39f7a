import { recordId } from '../../record-id.js';
import type { KeptFundingAmount, KeptPackageReturn, KeptPlannedSpend } from '../../records.js';
import { supportFund, supportFundHistory, supportFundId } from '../support-fund.js';

const fundingSource = supportFundId('adopt-south');

export const fundingSources = [supportFund('adopt-south')];
export const certaintyChanges = supportFundHistory('adopt-south');

export const fundingAmounts: readonly KeptFundingAmount[] = [
  {
    id: recordId('adopt-south/funding-amount/support-fund/2026-27'),
    fundingSource,
    from: '2026-04-01',
    until: '2027-04-01',
    amount: '1150000.00',
    limitPerChild: '3000.00',
    announcedOn: '2026-02-10',
    source: 'Illustrative: the amount; nobody published what the four councils draw. The limit of £3,000 is published',
    illustrative: true,
  },
];

const perYear = [
  ['hampshire', '480000.00'],
  ['isle-of-wight', '90000.00'],
  ['portsmouth', '230000.00'],
  ['southampton', '350000.00'],
] as const;

/** All of it lies before the day to which the fund runs. */
export const plannedSpends: readonly KeptPlannedSpend[] = perYear.map(([authority, amount]) => ({
  id: recordId(`adopt-south/planned-spend/support-fund/${authority}/2026-27`),
  fundingSource,
  authority,
  from: '2026-04-01',
  until: '2027-04-01',
  amount,
  plannedOn: '2026-01-27',
  source: 'Illustrative: nobody published what each council means to draw',
  illustrative: true,
}));

export const packageReturns: readonly KeptPackageReturn[] = [];
