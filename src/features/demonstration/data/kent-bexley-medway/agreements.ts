import { recordId } from '../../record-id.js';
import type { KeptAgreement, KeptAgreementVersion } from '../../records.js';
import { partYear, thisYear } from './schedules.js';

const agreement = recordId('kent-bexley-medway/agreement');

export const agreements: readonly KeptAgreement[] = [
  {
    id: agreement,
    title: 'Adoption Partnership South East partnership agreement',
    from: '2020-11-01',
    source:
      'Medway Council, Cabinet, decision 109/2020, https://democracy.medway.gov.uk/ieIssueDetails.aspx?IId=28720&Opt=3',
  },
];

export const agreementVersions: readonly KeptAgreementVersion[] = [
  {
    id: recordId('kent-bexley-medway/agreement-version/2020-21'),
    agreement,
    from: '2020-11-01',
    until: '2021-04-01',
    decision: recordId('kent-bexley-medway/decision/medway-109-2020'),
    clause: 'Financial protocol',
    schedule: partYear,
    source:
      'Illustrative: the funding schedule. The agreement and the decision on it are published; its financial protocol is exempt',
    illustrative: true,
  },
  {
    id: recordId('kent-bexley-medway/agreement-version/2026-27'),
    agreement,
    from: '2026-04-01',
    until: '2027-04-01',
    decision: recordId('kent-bexley-medway/decision/board-2026'),
    clause: 'Financial protocol',
    schedule: thisYear,
    source: 'Illustrative: nobody published a funding schedule for 2026-27',
    illustrative: true,
  },
];
