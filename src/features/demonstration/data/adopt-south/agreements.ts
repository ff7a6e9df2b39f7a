import { recordId } from '../../record-id.js';
import type { KeptAgreement, KeptAgreementVersion } from '../../records.js';
import { hampshire, portsmouth, press, southampton } from './sources.js';

const agreement = recordId('adopt-south/agreement');

export const agreements: readonly KeptAgreement[] = [
  {
    id: agreement,
    title: 'Adopt South inter-agency agreement',
    from: '2019-04-01',
    source: `${southampton}; operating from 1 April 2019: ${hampshire}`,
  },
];

const partners = [
  { id: 'hampshire', name: 'Hampshire County Council', role: 'host' },
  { id: 'isle-of-wight', name: 'Isle of Wight Council' },
  { id: 'portsmouth', name: 'Portsmouth City Council' },
  { id: 'southampton', name: 'Southampton City Council' },
];

/** One pooled budget that the four stated amounts make up. */
function schedule(period: string, budget: string, amounts: Readonly<Record<string, string>>) {
  return {
    period,
    partners,
    pots: [
      {
        id: 'pool',
        name: 'Pooled budget',
        kind: 'pooled',
        lines: [{ id: 'budget', amount: budget }],
        basis: { kind: 'stated-amount', amounts },
      },
    ],
    rounding: { unit: '0.01', remainder: { rule: 'largest-remainder' } },
  };
}

const firstTwoYears = {
  hampshire: '1381000.00',
  'isle-of-wight': '228000.00',
  portsmouth: '764000.00',
  southampton: '1387000.00',
};

export const agreementVersions: readonly KeptAgreementVersion[] = [
  {
    id: recordId('adopt-south/agreement-version/2019-20'),
    agreement,
    from: '2019-04-01',
    until: '2020-04-01',
    decision: recordId('adopt-south/decision/southampton-2018'),
    schedule: schedule('2019-20', '3760000.00', firstTwoYears),
    source: `The four contributions: ${press}; ${southampton}; ${portsmouth}. The budget of £3,760,000 is their sum, not itself published`,
  },
  {
    id: recordId('adopt-south/agreement-version/2020-21'),
    agreement,
    from: '2020-04-01',
    until: '2021-04-01',
    decision: recordId('adopt-south/decision/southampton-2018'),
    schedule: schedule('2020-21', '3760000.00', firstTwoYears),
    source: `Illustrative: Hampshire's £1,381,000 is published for the first year and stands for the second too. The others are published: half of the island's £456,000 over two years, ${press}; £1,387,000 fixed for both years, ${southampton}; £764,000 a year until 2021, ${portsmouth}`,
    illustrative: true,
  },
  {
    id: recordId('adopt-south/agreement-version/2026-27'),
    agreement,
    from: '2026-04-01',
    until: '2027-04-01',
    decision: recordId('adopt-south/decision/board-2026'),
    schedule: schedule('2026-27', '4512000.00', {
      hampshire: '1657200.00',
      'isle-of-wight': '273600.00',
      portsmouth: '916800.00',
      southampton: '1664400.00',
    }),
    source: 'Illustrative: the published contributions of 2019-20, each raised by a fifth',
    illustrative: true,
  },
];
