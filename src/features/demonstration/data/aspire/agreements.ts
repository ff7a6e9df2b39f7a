import { recordId } from '../../record-id.js';
import type { KeptAgreement, KeptAgreementVersion } from '../../records.js';

export const agreements: readonly KeptAgreement[] = [
  {
    id: recordId('aspire/agreement'),
    title: 'Aspire partnership agreement',
    from: '2019-04-01',
    source:
      'Illustrative: its title and first day. That the councils had entered into an agreement of three years is published: Dorset Council, corporate parenting board, https://moderngov.dorsetcouncil.gov.uk/mgAi.aspx?ID=3895',
    illustrative: true,
  },
];

const partners = [
  { id: 'bcp', name: 'Bournemouth, Christchurch and Poole Council', role: 'host' },
  { id: 'dorset', name: 'Dorset Council' },
];
const rounding = { unit: '0.01', remainder: { rule: 'largest-remainder' } };
const basis = { kind: 'stated-percent', percent: { bcp: '59', dorset: '41' } };

export const agreementVersions: readonly KeptAgreementVersion[] = [
  {
    id: recordId('aspire/agreement-version/2020-21'),
    agreement: recordId('aspire/agreement'),
    from: '2020-04-01',
    until: '2021-04-01',
    decision: recordId('aspire/decision/board-2020'),
    schedule: {
      period: '2020-21',
      partners,
      pots: [
        { id: 'pool', name: 'Net budget', kind: 'pooled', lines: [{ id: 'budget', amount: '2103700.00' }], basis },
      ],
      rounding,
    },
    source:
      'Net budget of £2,103,700 for 2020-21, of which one council pays 59% and the other 41%: Dorset Echo, https://dorsetecho.co.uk/news/19770615.adoptions-children-fallen-across-dorset',
  },
  {
    id: recordId('aspire/agreement-version/2026-27'),
    agreement: recordId('aspire/agreement'),
    from: '2026-04-01',
    until: '2027-04-01',
    decision: recordId('aspire/decision/board-2026'),
    schedule: {
      period: '2026-27',
      partners,
      pots: [
        {
          id: 'pool',
          name: 'Net budget',
          kind: 'pooled',
          lines: [
            { id: 'staffing', amount: '2140000.00' },
            { id: 'training', amount: '96000.00' },
            { id: 'premises', amount: '118440.00' },
            { id: 'inter-agency-fees', amount: '170000.00' },
          ],
          basis,
        },
      ],
      rounding,
    },
    source: 'Illustrative: the published budget of 2020-21 raised by a fifth, at the published 59 to 41',
    illustrative: true,
  },
];
