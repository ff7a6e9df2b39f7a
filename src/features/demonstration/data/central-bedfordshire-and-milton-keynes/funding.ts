import { recordId } from '../../record-id.js';
import type {
  KeptCertaintyChange,
  KeptFundingAmount,
  KeptFundingSource,
  KeptPackageReturn,
  KeptPlannedSpend,
} from '../../records.js';
import { supportFund, supportFundHistory, supportFundId } from '../support-fund.js';
import { panel } from './sources.js';

const id = 'central-bedfordshire-and-milton-keynes';
const fund = supportFundId(id);
const grant = recordId(`${id}/funding-source/early-permanence-grant`);
const notPublished = 'Illustrative: a grant that nobody published';

export const fundingSources: readonly KeptFundingSource[] = [
  supportFund(id, {
    words: 'Central Bedfordshire was told in October 2018 that it is "not consistent reliable funding".',
    source: panel,
  }),
  {
    id: grant,
    name: 'Early permanence grant',
    funder: 'Department for Education',
    route: 'pooled',
    paysFor: 'Practitioners who prepare carers for children whose plan may become adoption',
    pot: 'early-permanence',
    from: '2026-04-01',
    source: notPublished,
    illustrative: true,
  },
];

export const certaintyChanges: readonly KeptCertaintyChange[] = [
  ...supportFundHistory(id),
  {
    id: recordId(`${id}/certainty-change/early-permanence-grant/2026-03-02`),
    fundingSource: grant,
    certainty: 'confirmed',
    happenedOn: '2026-03-02',
    confirmedUntil: '2027-03-31',
    source: notPublished,
    illustrative: true,
  },
];

export const fundingAmounts: readonly KeptFundingAmount[] = [
  {
    id: recordId(`${id}/funding-amount/support-fund/2026-27`),
    fundingSource: fund,
    from: '2026-04-01',
    until: '2027-04-01',
    amount: '420000.00',
    limitPerChild: '3000.00',
    announcedOn: '2026-02-10',
    source: 'Illustrative: the amount; nobody published what the two councils draw. The limit of £3,000 is published',
    illustrative: true,
  },
  {
    id: recordId(`${id}/funding-amount/early-permanence-grant/2026-27`),
    fundingSource: grant,
    from: '2026-04-01',
    until: '2027-04-01',
    amount: '90000.00',
    announcedOn: '2026-03-02',
    source: notPublished,
    illustrative: true,
  },
];

const perYear = [
  ['central-bedfordshire', '230000.00'],
  ['milton-keynes', '190000.00'],
] as const;

/** The grant's one year, 45% of its pot; and two years of the fund. */
export const plannedSpends: readonly KeptPlannedSpend[] = [
  {
    id: recordId(`${id}/planned-spend/early-permanence-grant/2026-27`),
    fundingSource: grant,
    from: '2026-04-01',
    until: '2027-04-01',
    amount: '90000.00',
    plannedOn: '2026-03-02',
    source: notPublished,
    illustrative: true,
  },
  ...perYear.flatMap(([authority, amount]) =>
    ['2026', '2027'].map((year) => ({
      id: recordId(`${id}/planned-spend/support-fund/${authority}/${year}`),
      fundingSource: fund,
      authority,
      from: `${year}-04-01`,
      until: `${Number(year) + 1}-04-01`,
      amount,
      plannedOn: '2026-02-12',
      source: 'Illustrative: nobody published what each council means to draw',
      illustrative: true,
    })),
  ),
];

export const packageReturns: readonly KeptPackageReturn[] = [];
