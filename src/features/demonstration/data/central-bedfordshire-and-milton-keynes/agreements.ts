import { recordId } from '../../record-id.js';
import type { KeptAgreement, KeptAgreementVersion } from '../../records.js';

const agreement = recordId('central-bedfordshire-and-milton-keynes/agreement');

export const agreements: readonly KeptAgreement[] = [
  {
    id: agreement,
    title: 'Adoption Connects partnership agreement',
    from: '2019-04-01',
    source: 'Illustrative: its title and first day; no agreement between the two councils was found',
    illustrative: true,
  },
];

/** Children placed, at a price each; the head of service half and half; a grant pays for part of early permanence. */
const schedule = {
  period: '2026-27',
  partners: [
    { id: 'central-bedfordshire', name: 'Central Bedfordshire Council', role: 'host' },
    { id: 'milton-keynes', name: 'Milton Keynes City Council' },
  ],
  pots: [
    {
      id: 'core',
      name: 'Core service',
      kind: 'pooled',
      basis: {
        kind: 'units',
        units: { 'central-bedfordshire': '34', 'milton-keynes': '29' },
        unitPrice: '28500.00',
      },
    },
    {
      id: 'management',
      name: 'Management',
      kind: 'pooled',
      lines: [{ id: 'head-of-service', amount: '92000.00' }],
      basis: { kind: 'equal' },
    },
    {
      id: 'early-permanence',
      name: 'Early permanence',
      kind: 'pooled',
      lines: [{ id: 'practitioners', amount: '200000.00' }],
      less: [{ id: 'early-permanence-grant', amount: '90000.00' }],
      basis: { kind: 'stated-percent', percent: { 'central-bedfordshire': '54', 'milton-keynes': '46' } },
    },
  ],
  rounding: { unit: '0.01', remainder: { rule: 'largest-remainder' } },
};

export const agreementVersions: readonly KeptAgreementVersion[] = [
  {
    id: recordId('central-bedfordshire-and-milton-keynes/agreement-version/2026-27'),
    agreement,
    from: '2026-04-01',
    until: '2027-04-01',
    decision: recordId('central-bedfordshire-and-milton-keynes/decision/board-2026'),
    schedule,
    source: 'Illustrative: no funding schedule of the two councils was found',
    illustrative: true,
  },
];
