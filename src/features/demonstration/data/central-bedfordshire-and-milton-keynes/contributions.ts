import { recordId } from '../../record-id.js';
import type { KeptProvision } from '../../records.js';
import { type Bill, instalments, payments } from '../instalments.js';
import { paidSoFar, quarters } from '../quarters.js';

const partnership = 'central-bedfordshire-and-milton-keynes';

const bills: readonly Bill[] = [
  { authority: 'central-bedfordshire', total: '1074400.00' },
  { authority: 'milton-keynes', total: '923100.00' },
].map((bill) => ({
  ...bill,
  partnership,
  year: '2026-27',
  dueOn: quarters['2026-27'],
  paidOn: paidSoFar,
  source: 'Illustrative: a quarter of a share that an illustrative funding schedule gives',
}));

export const contributions = bills.flatMap(instalments);
export const receipts = bills.flatMap(payments);

/** Each council's own budget provides for its whole bill. */
export const provisions: readonly KeptProvision[] = bills.map(({ authority, total }) => ({
  id: recordId(`${partnership}/provision/${authority}/2026-27`),
  authority,
  financialYear: '2026-27',
  amount: total,
  decidedOn: '2026-02-26',
  source: "Illustrative: a council's own budget that provides for the whole of an illustrative bill",
  illustrative: true,
}));
