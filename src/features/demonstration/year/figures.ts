import { recordId } from '../record-id.js';

/** What is said of all that people of the demonstration do. */
export const madeUp = { source: 'Illustrative: nobody published it', illustrative: true };

interface Spent {
  readonly line: string;
  readonly effectiveOn: string;
  readonly amount: string;
  readonly reason: string;
}

const staffing = ['174200.00', '175900.00', '176400.00', '178100.00', '178900.00', '179300.00'];
const monthNames = ['April', 'May', 'June', 'July', 'August', 'September'];

/** What the host spent from April to September 2026. */
export const spending: readonly Spent[] = [
  ...staffing.map((amount, at) => ({
    ...{ line: 'staffing', amount, effectiveOn: `2026-0${at + 4}-28`, reason: `Social workers, ${monthNames[at]}` },
  })),
  { line: 'premises', amount: '29610.00', effectiveOn: '2026-06-24', reason: 'Rent of the office, quarter 1' },
  { line: 'premises', amount: '29610.00', effectiveOn: '2026-09-24', reason: 'Rent of the office, quarter 2' },
  { line: 'training', amount: '14900.00', effectiveOn: '2026-05-12', reason: 'Preparation courses, spring' },
  { line: 'training', amount: '20300.00', effectiveOn: '2026-08-20', reason: 'Preparation courses, summer' },
  { line: 'inter-agency-fees', amount: '31000.00', effectiveOn: '2026-06-10', reason: 'A placement with an agency' },
  { line: 'inter-agency-fees', amount: '62000.00', effectiveOn: '2026-09-15', reason: 'Two placements with an agency' },
];

/** What came in only after September was closed. */
export const cameLate: Spent = {
  ...{ line: 'training', amount: '1260.00', effectiveOn: '2026-09-22', reason: 'A course of September, invoiced late' },
};

/** From the first month that anything was posted in, April 2020, to September 2026: months are closed one after another. */
export const closedMonths: readonly string[] = Array.from({ length: 78 }, (_, at) => {
  const [year, month] = [2020 + Math.floor((at + 3) / 12), ((at + 3) % 12) + 1];
  return `${year}-${String(month).padStart(2, '0')}-01`;
});

const billOf = (authority: string, number: number) => recordId(`aspire/contribution/${authority}/2026-27/${number}`);
const fellDue = ['2026-04-01', '2026-07-01', '2026-10-01'];

/** The instalments that the host has billed. */
export const invoiced = ['bcp', 'dorset'].flatMap((authority) =>
  fellDue.map((happenedOn, at) => ({
    ...{ bill: billOf(authority, at + 1), happenedOn, invoice: `${authority.toUpperCase()} 2026-27 / ${at + 1}` },
  })),
);

/** Dorset disputes what fell due in October; the host explains it, and Dorset pays a part. */
export const october = billOf('dorset', 3);
export const partPaid = {
  effectiveOn: '2026-11-10',
  amount: '100000.00',
  reason: 'A part of instalment 3',
  reference: 'dorset 2026-27 3/4',
};

const received = [
  ...['2026-04-14,bcp 2026-27 1/4,Bournemouth Christchurch and Poole,372354.90'],
  ...['2026-04-14,dorset 2026-27 1/4,Dorset,258755.10'],
];

/** April to June in the host's own ledger: all that we have, and a charge of the bank that we have not. */
export const hostLedger = {
  opening: '2103700.00',
  csv: [
    'date,reference,description,amount',
    ...received,
    ...spending
      .filter(({ effectiveOn }) => effectiveOn < '2026-07-01')
      .map(({ effectiveOn, reason, amount }) => `${effectiveOn},,"${reason}",-${amount}`),
    '2026-06-30,,Charge of the bank,-12.50',
    '',
  ].join('\n'),
};
