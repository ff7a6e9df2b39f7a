import { recordId } from '../../record-id.js';
import type {
  KeptCertaintyChange,
  KeptFundingAmount,
  KeptFundingSource,
  KeptPackageReturn,
  KeptPlannedSpend,
} from '../../records.js';
import { supportFund, supportFundHistory, supportFundId } from '../support-fund.js';

const fund = supportFundId('kent-bexley-medway');
const grant = recordId('kent-bexley-medway/funding-source/specialist-team-grant');
const notPublished =
  'Illustrative: a grant such as the government spoke of in February 2026; this one nobody published';

export const fundingSources: readonly KeptFundingSource[] = [
  supportFund('kent-bexley-medway'),
  {
    id: grant,
    name: 'Specialist team grant',
    funder: 'Department for Education',
    route: 'pooled',
    paysFor: 'A psychologist and a health visitor in the adoption support team, from January 2027',
    pot: 'core',
    line: 'staffing',
    from: '2027-01-01',
    source: notPublished,
    illustrative: true,
  },
];

/** Announced, and not confirmed six weeks before it is to start. */
export const certaintyChanges: readonly KeptCertaintyChange[] = [
  ...supportFundHistory('kent-bexley-medway'),
  {
    id: recordId('kent-bexley-medway/certainty-change/specialist-team-grant/2026-06-15'),
    fundingSource: grant,
    certainty: 'announced',
    happenedOn: '2026-06-15',
    nextDecisionBy: '2026-12-18',
    source: notPublished,
    illustrative: true,
  },
];

export const fundingAmounts: readonly KeptFundingAmount[] = [
  {
    id: recordId('kent-bexley-medway/funding-amount/support-fund/2026-27'),
    fundingSource: fund,
    from: '2026-04-01',
    until: '2027-04-01',
    amount: '980000.00',
    limitPerChild: '3000.00',
    announcedOn: '2026-02-10',
    source: 'Illustrative: the amount; nobody published what the three councils draw. The limit of £3,000 is published',
    illustrative: true,
  },
  {
    id: recordId('kent-bexley-medway/funding-amount/specialist-team-grant/2026-27'),
    fundingSource: grant,
    from: '2027-01-01',
    until: '2027-04-01',
    amount: '60000.00',
    announcedOn: '2026-06-15',
    source: notPublished,
    illustrative: true,
  },
];

const perYear = [
  ['kent', '620000.00'],
  ['medway', '215000.00'],
  ['bexley', '145000.00'],
] as const;

export const plannedSpends: readonly KeptPlannedSpend[] = [
  ...perYear.map(([authority, amount]) => ({
    id: recordId(`kent-bexley-medway/planned-spend/support-fund/${authority}/2026-27`),
    fundingSource: fund,
    authority,
    from: '2026-04-01',
    until: '2027-04-01',
    amount,
    plannedOn: '2026-02-03',
    source: 'Illustrative: nobody published what each council means to draw',
    illustrative: true,
  })),
  {
    id: recordId('kent-bexley-medway/planned-spend/specialist-team-grant/2026-27'),
    fundingSource: grant,
    from: '2027-01-01',
    until: '2027-04-01',
    amount: '60000.00',
    plannedOn: '2026-07-07',
    source: notPublished,
    illustrative: true,
  },
];

export const packageReturns: readonly KeptPackageReturn[] = [];
