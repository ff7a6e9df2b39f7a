import { recordId } from '../../record-id.js';
import type { KeptProvision } from '../../records.js';
import { type Bill, instalments, payments } from '../instalments.js';
import { paidSoFar, quarters } from '../quarters.js';

const source = 'Illustrative: an equal part of a share that an illustrative funding schedule gives';
const partYear = { year: '2020-21', dueOn: ['2020-11-01', '2021-01-01'], paidOn: ['2020-11-12', '2021-01-14'] };
const thisYear = { year: '2026-27', dueOn: quarters['2026-27'], paidOn: paidSoFar };

const bills: readonly Bill[] = [
  { ...partYear, authority: 'kent', total: '631600.00' },
  { ...partYear, authority: 'medway', total: '252400.00' },
  { ...partYear, authority: 'bexley', total: '105000.00' },
  { ...thisYear, authority: 'kent', total: '1708000.00' },
  { ...thisYear, authority: 'medway', total: '722000.00' },
  { ...thisYear, authority: 'bexley', total: '300000.00' },
].map((bill) => ({ ...bill, partnership: 'kent-bexley-medway', source }));

export const contributions = bills.flatMap(instalments);
export const receipts = bills.flatMap(payments);

/** Every council's own budget provides for its whole bill. */
export const provisions: readonly KeptProvision[] = bills
  .filter(({ year }) => year === '2026-27')
  .map(({ authority, total }) => ({
    id: recordId(`kent-bexley-medway/provision/${authority}/2026-27`),
    authority,
    financialYear: '2026-27',
    amount: total,
    decidedOn: '2026-02-25',
    source: "Illustrative: a council's own budget that provides for the whole of an illustrative bill",
    illustrative: true,
  }));
