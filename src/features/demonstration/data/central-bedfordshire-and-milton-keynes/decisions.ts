import { recordId } from '../../record-id.js';
import type { KeptDecision } from '../../records.js';
import { panel } from './sources.js';

export const decisions: readonly KeptDecision[] = [
  {
    id: recordId('central-bedfordshire-and-milton-keynes/decision/panel-2018'),
    authority: 'central-bedfordshire',
    body: 'Corporate parenting panel',
    reference: 'October 2018',
    takenOn: '2018-10-26',
    outcome: 'noted',
    approves: 'nothing',
    title:
      'Combining adoption services with Milton Keynes from April 2019, fully operational in October 2019; the Adoption Support Fund is "not consistent reliable funding"',
    source: `${panel}. The day was not found: that of the report, the latest it can have been, stands for it`,
  },
  {
    id: recordId('central-bedfordshire-and-milton-keynes/decision/board-2026'),
    body: 'Adoption Connects partnership board',
    reference: 'Budget 2026-27',
    takenOn: '2026-02-12',
    outcome: 'approved',
    approves: 'budget',
    title: 'Budget for 2026-27: core service by units, management in equal parts, early permanence by percentages',
    source: 'Illustrative: nobody published a budget for 2026-27 or a decision on it',
    illustrative: true,
  },
];
