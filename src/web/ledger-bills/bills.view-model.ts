import type { LedgerBill } from '../../features/ledger/dto/bill.js';
import type { Listed } from '../../features/shared/record-kind.js';
import { ledgerCrumbs, ledgerOf, nameOf, type Place } from '../ledger/place.js';
import { sayReopened } from '../ledger/say-reopened.js';
import { sumPounds } from '../ledger/sum.js';
import { downloadsOf } from '../shared/downloads.js';
import { illustrativeTag } from '../shared/illustrative.js';
import { count, showDate, showPounds } from '../shared/words.js';
import { statusChoices, statusTag } from './bill-status.js';
import { type DaysAsked, daysIn } from './days.js';

/** What a list of bills was asked: its filters besides the days. */
export interface BillsAsked extends DaysAsked {
  readonly filters: Readonly<Partial<Record<'authority' | 'status' | 'cursor', string>>>;
}

/** What partners are billed, and where each bill stands; or, where a date is none, the form that asks for another. */
export function billsPage(place: Place, asked: BillsAsked, found?: Listed<LedgerBill> & { readonly today: string }) {
  const here = `${ledgerOf(place)}/bills`;
  const items = found?.items ?? [];
  const whole = found?.next === null && asked.filters.cursor === undefined && items.length > 1;
  const total = (field: 'amount' | 'paid' | 'left') => showPounds(sumPounds(items.map((bill) => bill[field])));
  const { authority, status } = asked.filters;
  const filters = { authority, status };
  return {
    page: {
      title: `Bills: ${place.partnership.name}`,
      section: 'partnerships' as const,
      breadcrumbs: ledgerCrumbs(place, { text: 'Bills' }),
      ...(asked.errors.length > 0 ? { errors: asked.errors } : {}),
    },
    partnership: place.partnership.name,
    form: {
      ...{ action: here, open: !asked.ok, inputs: asked.inputs, statuses: statusChoices(filters.status) },
      partners: [['', 'Any'] as const, ...place.names].map(([value, text]) => ({
        ...{ value, text, selected: value === (filters.authority ?? '') },
      })),
    },
    narrowed: narrowed(place, asked),
    when: found && `As at ${showDate(asked.days.asAt ?? found.today)}`,
    all: here,
    found: found !== undefined,
    reopened: [...new Set(items.flatMap((bill) => bill.reopened.map(sayReopened)))],
    bills: items.map((bill) => showBill(place, bill, daysIn(asked.days))),
    total: whole ? { amount: total('amount'), paid: total('paid'), left: total('left') } : undefined,
    next: found?.next ? `${here}${found.next}` : undefined,
    debts: `${ledgerOf(place)}/aged-debt${daysIn(asked.days)}`,
    files: downloadsOf('Bills', `${ledgerOf(place)}/bills`, daysIn(asked.days, filters)),
  };
}

/** What the list is narrowed down to, in words. */
function narrowed(place: Place, { filters, days }: BillsAsked): string {
  const { authority, status } = filters;
  return [
    ...(authority === undefined ? [] : [nameOf(place, authority)]),
    ...(status === undefined ? [] : [statusTag(status).text]),
    ...(days.asAt === undefined ? [] : [`as at ${showDate(days.asAt)}`]),
    ...(days.knownAt === undefined ? [] : [`as known at ${showDate(days.knownAt)}`]),
  ].join(', ');
}

function showBill(place: Place, bill: LedgerBill, days: string) {
  const madeUp = illustrativeTag(bill.illustrative);
  return {
    href: `${ledgerOf(place)}/bills/${bill.id}${days}`,
    what: bill.what,
    partner: nameOf(place, bill.authority),
    tag: statusTag(bill.status),
    madeUp,
    due: showDate(bill.dueOn),
    payBy: showDate(bill.payBy),
    late: bill.daysLate > 0 ? `${count(bill.daysLate, 'day')} late` : undefined,
    ...{ amount: showPounds(bill.amount), paid: showPounds(bill.paid), left: showPounds(bill.left) },
  };
}
