import { recordId } from '../../record-id.js';
import type { KeptProvision } from '../../records.js';
import { type Bill, instalments, payments } from '../instalments.js';
import { paidSoFar, paidThrough, quarters } from '../quarters.js';

const published =
  'Illustrative: quarters of the share of the published £2,103,700 for 2020-21 at the published 59 to 41; no instalment, and no payment, was published';
const raised = 'Illustrative: quarters of the share of an illustrative budget for 2026-27';

/** Dorset has not paid the instalment of 1 October 2026. */
const bills: readonly Bill[] = [
  bill('bcp', '2020-21', '1241183.00', paidThrough['2020-21'], published),
  bill('dorset', '2020-21', '862517.00', paidThrough['2020-21'], published),
  bill('bcp', '2026-27', '1489419.60', paidSoFar, raised),
  bill('dorset', '2026-27', '1035020.40', paidSoFar.slice(0, 2), raised),
];

function bill(
  authority: string,
  year: '2020-21' | '2026-27',
  total: string,
  paidOn: readonly string[],
  source: string,
): Bill {
  return { partnership: 'aspire', authority, year, total, dueOn: quarters[year], paidOn, source };
}

export const contributions = bills.flatMap(instalments);
export const receipts = bills.flatMap(payments);

/** Dorset's budget provides £50,020.40 less than its bill. */
export const provisions: readonly KeptProvision[] = [
  {
    id: recordId('aspire/provision/bcp/2026-27'),
    authority: 'bcp',
    financialYear: '2026-27',
    amount: '1489419.60',
    decidedOn: '2026-02-24',
    source: "Illustrative: a council's own budget that provides for the whole of an illustrative bill",
    illustrative: true,
  },
  {
    id: recordId('aspire/provision/dorset/2026-27'),
    authority: 'dorset',
    financialYear: '2026-27',
    amount: '985000.00',
    decidedOn: '2026-02-17',
    source: "Illustrative: a council's own budget that provides less than an illustrative bill",
    illustrative: true,
  },
];
