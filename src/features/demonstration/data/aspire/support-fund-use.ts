import { recordId } from '../../record-id.js';
import type { KeptPackageReturn, KeptPlannedSpend } from '../../records.js';
import { supportFundId } from '../support-fund.js';

const fundingSource = supportFundId('aspire');

/** The first was planned while nobody had confirmed the fund for it; the last lies after the day to which the fund runs. */
const years = [
  ['2025-26', '2025-04-01', '2026-04-01', '2025-02-18'],
  ['2026-27', '2026-04-01', '2027-04-01', '2026-02-24'],
  ['2027-28', '2027-04-01', '2028-04-01', '2026-02-24'],
  ['2028-29', '2028-04-01', '2029-04-01', '2026-02-24'],
] as const;

/** The published £730,525.60 of 2023-24, divided as the 52 adoptions of 2020-21 were: 29 and 23. */
const perYear = [
  ['bcp', '407408.51'],
  ['dorset', '323117.09'],
] as const;

export const plannedSpends: readonly KeptPlannedSpend[] = years.flatMap(([year, from, until, plannedOn]) =>
  perYear.map(([authority, amount]) => ({
    id: recordId(`aspire/planned-spend/support-fund/${authority}/${year}`),
    fundingSource,
    authority,
    from,
    until,
    amount,
    plannedOn,
    source:
      'Illustrative: the published £730,525.60 of 2023-24 for each year from 2025-26, divided between the councils as the published adoptions of 2020-21 were, 29 and 23',
    illustrative: true,
  })),
);

/** Live packages on 30 September 2026: how many at each cost. */
const packages = [
  ['bcp', 40, '2400.00'],
  ['bcp', 22, '3600.00'],
  ['bcp', 6, '4750.00'],
  ['dorset', 31, '2350.00'],
  ['dorset', 17, '3450.00'],
  ['dorset', 5, '4900.00'],
] as const;

export const packageReturns: readonly KeptPackageReturn[] = packages.map(([authority, children, costEach]) => ({
  id: recordId(`aspire/package-return/support-fund/${authority}/2026-09-30/${costEach}`),
  fundingSource,
  authority,
  countedOn: '2026-09-30',
  children,
  costEach,
  source: 'Illustrative: nobody published how many packages cost how much',
  illustrative: true,
}));
