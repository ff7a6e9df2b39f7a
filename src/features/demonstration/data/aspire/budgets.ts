import { recordId } from '../../record-id.js';
import type { KeptBudget, KeptCommitment, KeptForecast } from '../../records.js';

const financialYear = '2026-27';
const madeUp = { source: 'Illustrative: nobody published it', illustrative: true };

export const budgets: readonly KeptBudget[] = [
  {
    id: recordId('aspire/budget/2026-27'),
    ...{ financialYear, kind: 'original', from: '2026-04-01', decision: recordId('aspire/decision/board-2026') },
    lines: [
      { line: 'staffing', name: 'Staffing', amount: '2140000.00' },
      { line: 'training', name: 'Training', amount: '96000.00' },
      { line: 'premises', name: 'Premises', amount: '118440.00' },
      { line: 'inter-agency-fees', name: 'Inter-agency fees', amount: '170000.00' },
    ],
    source: 'Illustrative: the lines of the funding schedule of 2026-27, which nobody published',
    illustrative: true,
  },
];

const months = [
  ...['2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01'],
  ...['2026-10-01', '2026-11-01', '2026-12-01', '2027-01-01', '2027-02-01', '2027-03-01'],
];
const each = (line: string, amount: string) => months.map((month) => ({ line, month, amount }));

export const forecasts: readonly KeptForecast[] = [
  {
    id: recordId('aspire/forecast/2026-27/month-6'),
    ...{ financialYear, report: 'Month 6 monitoring', madeOn: '2026-10-12' },
    rows: [
      ...each('staffing', '178400.00'),
      ...each('training', '7500.00'),
      ...each('premises', '9870.00'),
      ...each('inter-agency-fees', '15800.00'),
    ],
    ...madeUp,
  },
  {
    id: recordId('aspire/forecast/2026-27/month-7'),
    ...{ financialYear, report: 'Month 7 monitoring', madeOn: '2026-11-09' },
    rows: [
      ...each('staffing', '177500.00'),
      ...each('training', '7800.00'),
      ...each('premises', '9870.00'),
      ...each('inter-agency-fees', '17200.00'),
    ],
    ...madeUp,
  },
];

export const commitments: readonly KeptCommitment[] = [
  {
    id: recordId('aspire/commitment/preparation-courses'),
    ...{ line: 'training', amount: '8400.00', supplier: 'A training provider', reference: 'PO 1' },
    ...{ what: 'Preparation courses, winter', orderedOn: '2026-10-05', expectedIn: '2027-01-01' },
    ...madeUp,
  },
];
