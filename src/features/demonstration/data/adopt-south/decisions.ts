import { recordId } from '../../record-id.js';
import type { KeptDecision } from '../../records.js';
import { southampton } from './sources.js';

export const decisions: readonly KeptDecision[] = [
  {
    id: recordId('adopt-south/decision/southampton-2017'),
    authority: 'southampton',
    body: 'Cabinet',
    reference: 'CAB 16/17 18649',
    takenOn: '2017-04-18',
    outcome: 'approved',
    approves: 'direction',
    title:
      'In principle: a shared service hosted by Hampshire, contributions by a fair funding model and, for two years, no more than was spent before',
    source:
      'Southampton City Council, Cabinet, 18 April 2017, item 51, https://southampton.gov.uk/modernGov/ieIssueDetails.aspx?IId=18649&Opt=3&PlanId=0',
  },
  {
    id: recordId('adopt-south/decision/southampton-2018'),
    authority: 'southampton',
    body: 'Cabinet',
    reference: 'CAB 18/19 21092',
    takenOn: '2018-07-17',
    outcome: 'approved',
    approves: 'budget',
    title:
      'Regional adoption agency: the model, a contribution of £1.387 million fixed for 2019-20 and 2020-21, and leave to enter into the inter-agency agreement',
    source: southampton,
  },
  {
    id: recordId('adopt-south/decision/board-2026'),
    body: 'Adopt South governance board',
    reference: 'Contributions 2026-27',
    takenOn: '2026-01-27',
    outcome: 'approved',
    approves: 'budget',
    title: 'Contributions of £4,512,000 for 2026-27',
    source: 'Illustrative: nobody published contributions for 2026-27 or a decision on them',
    illustrative: true,
  },
];
