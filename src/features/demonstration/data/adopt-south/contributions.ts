import { recordId } from '../../record-id.js';
import type { KeptProvision } from '../../records.js';
import { type Bill, instalments, payments } from '../instalments.js';
import { paidSoFar, paidThrough, quarters } from '../quarters.js';

type Year = '2019-20' | '2020-21' | '2026-27';

const firstYear =
  'Illustrative: quarters of the contribution published for 2019-20; no instalment, and no payment, was published';
const secondYear =
  "Illustrative: quarters of the contribution for 2020-21, published except Hampshire's; no instalment, and no payment, was published";
const thisYear = 'Illustrative: quarters of an illustrative contribution for 2026-27';

const paidOn = { ...paidThrough, '2026-27': paidSoFar };

const bills: readonly Bill[] = [
  bill('hampshire', '2019-20', '1381000.00', firstYear),
  bill('isle-of-wight', '2019-20', '228000.00', firstYear),
  bill('portsmouth', '2019-20', '764000.00', firstYear),
  bill('southampton', '2019-20', '1387000.00', firstYear),
  bill('hampshire', '2020-21', '1381000.00', secondYear),
  bill('isle-of-wight', '2020-21', '228000.00', secondYear),
  bill('portsmouth', '2020-21', '764000.00', secondYear),
  bill('southampton', '2020-21', '1387000.00', secondYear),
  bill('hampshire', '2026-27', '1657200.00', thisYear),
  bill('isle-of-wight', '2026-27', '273600.00', thisYear),
  bill('portsmouth', '2026-27', '916800.00', thisYear),
  bill('southampton', '2026-27', '1664400.00', thisYear),
];

function bill(authority: string, year: Year, total: string, source: string): Bill {
  return { partnership: 'adopt-south', authority, year, total, dueOn: quarters[year], paidOn: paidOn[year], source };
}

export const contributions = bills.flatMap(instalments);
export const receipts = bills.flatMap(payments);

/** Every council's own budget provides for its whole bill. */
export const provisions: readonly KeptProvision[] = bills
  .filter(({ year }) => year === '2026-27')
  .map(({ authority, total }) => ({
    id: recordId(`adopt-south/provision/${authority}/2026-27`),
    authority,
    financialYear: '2026-27',
    amount: total,
    decidedOn: '2026-02-26',
    source: "Illustrative: a council's own budget that provides for the whole of an illustrative bill",
    illustrative: true,
  }));
