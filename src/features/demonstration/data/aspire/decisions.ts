import { recordId } from '../../record-id.js';
import type { KeptDecision } from '../../records.js';

export const decisions: readonly KeptDecision[] = [
  {
    id: recordId('aspire/decision/bournemouth-2017'),
    authority: 'bcp',
    body: 'Cabinet of Bournemouth Borough Council, a predecessor',
    reference: 'Cabinet, 25 January 2017',
    takenOn: '2017-01-25',
    outcome: 'approved',
    approves: 'business-case',
    title: 'Regional adoption agency for the whole of Dorset: business case, with Bournemouth as host',
    source:
      'Bournemouth Borough Council, 25 January 2017, https://www.newsanyway.com/2022/08/31/regional-adoption-agency-approved-by-cabinet/',
  },
  {
    id: recordId('aspire/decision/dorset-2017'),
    authority: 'dorset',
    body: 'Cabinet of Dorset County Council, a predecessor',
    reference: 'Cabinet, 1 February 2017',
    takenOn: '2017-02-01',
    outcome: 'approved',
    approves: 'business-case',
    title: 'Regional adoption agency for the whole of Dorset: business case, with Bournemouth as host',
    source:
      'Dorset County Council, 6 February 2017, https://news.dorsetforyou.gov.uk/2017/02/06/new-adoption-agency-for-dorset-approved/',
  },
  {
    id: recordId('aspire/decision/board-2020'),
    body: 'Aspire partnership board',
    reference: 'Budget 2020-21',
    takenOn: '2020-03-10',
    outcome: 'approved',
    approves: 'budget',
    title: 'Net budget of £2,103,700 for 2020-21, shared 59 to 41',
    source: 'Illustrative: the budget and the shares were published, the decision that approved them was not found',
    illustrative: true,
  },
  {
    id: recordId('aspire/decision/board-2026'),
    body: 'Aspire partnership board',
    reference: 'Budget 2026-27',
    takenOn: '2026-02-24',
    outcome: 'approved',
    approves: 'budget',
    title: 'Net budget of £2,524,440 for 2026-27, shared 59 to 41',
    source: 'Illustrative: nobody published a budget for 2026-27 or a decision on it',
    illustrative: true,
  },
];
