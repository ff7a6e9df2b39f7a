import { expect, it } from '@jest/globals';
import type { BillStep, LedgerBillWithHistory } from '../../features/ledger/dto/bill.js';
import { blank } from '../shared/inputs.js';
import { apart, markForm, marksFor } from './marks.js';

const bill = (status: string, daysLate: number, ...history: readonly string[]): LedgerBillWithHistory => ({
  ...{ id: 'b', authority: 'dorset', kind: 'contribution', status, what: 'Quarter 1', fund: 'pool' },
  ...{ dueOn: '2026-04-01', payBy: '2026-05-01', financialYear: '2026-27', invoicedOn: null },
  ...{ amount: '1.00', paid: '0.00', left: '1.00', daysLate, invoice: null, hostLedger: null },
  ...{ source: 'Test', illustrative: true, recordedBy: 'Somebody', recordedAt: '2026-04-01T09:00:00Z', reopened: [] },
  history: history.map((what) => ({ what }) as BillStep),
});
const host = { authority: 'bcp', hosts: true };
const own = { authority: 'dorset', hosts: false };

it('lets a host say that a partner has defaulted, and only on what was invoiced, is late and is not disputed', () => {
  const may = (of: ReturnType<typeof bill>, looker = host) => marksFor(of, looker);
  expect(may(bill('overdue', 9, 'approved', 'invoiced'))).toEqual(['defaults']);
  expect(may(bill('overdue', 9, 'approved', 'invoiced', 'disputed', 'resolved'))).toEqual(['defaults']);
  expect(may(bill('invoiced', 0, 'approved', 'invoiced'))).toEqual([]);
  expect(may(bill('overdue', 9, 'approved'))).toEqual(['invoices']);
  expect(may(bill('disputed', 9, 'approved', 'invoiced', 'disputed'))).toEqual(['resolutions']);
  expect(may(bill('overdue', 9, 'approved', 'invoiced'), own)).toEqual(['disputes']);
  expect(may(bill('overdue', 9, 'approved', 'invoiced', 'defaulted'))).toEqual([]);
});

it('gives each of several forms on a page ids of its own', () => {
  const both = marksFor(bill('overdue', 9, 'approved', 'invoiced'), { authority: 'dorset', hosts: true });
  expect(both).toEqual(['disputes', 'defaults']);
  const filling = { typed: blank, day: { day: '', month: '', year: '' }, decisions: [] };
  const shown = apart(both.map((marking) => markForm(marking, '/here', filling)));
  const ids = shown.flatMap(({ day, decision, inputs }) => [
    ...[day.id, ...day.items.map(({ id }) => id), ...(decision ? [decision.id] : []), ...inputs.map(({ id }) => id)],
  ]);
  expect(new Set(ids).size).toBe(ids.length);
  expect([shown[0]?.inputs[0]?.id, shown[1]?.decision?.id]).toEqual(['reason', 'defaults-decision']);
});
