import type { Commitment } from '../../features/budgets/dto/commitment.js';
import type { Listed } from '../../features/shared/record-kind.js';
import { ledgerCrumbs, ledgerOf, lineOf, type Place } from '../ledger/place.js';
import { downloads } from '../shared/downloads.js';
import type { dateParts } from '../shared/filled.js';
import { illustrativeTag } from '../shared/illustrative.js';
import { dateInput, textInput, type Typed } from '../shared/inputs.js';
import { showDate, showPounds } from '../shared/words.js';
import { showMonth } from './outturn.view-model.js';

const states: Readonly<Record<string, object>> = {
  open: { text: 'Open', classes: 'govuk-tag--blue' },
  paid: { text: 'Paid', classes: 'govuk-tag--green' },
  released: { text: 'Let go', classes: 'govuk-tag--grey' },
};

const orders = (place: Place) => `${ledgerOf(place)}/commitments`;

/** Orders placed against budget lines, the newest first. */
export function ordersPage(place: Place, { items, next }: Listed<Commitment>) {
  return {
    page: {
      title: `Orders: ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, { text: 'Orders' }),
    },
    partnership: place.partnership.name,
    create: `${orders(place)}/new`,
    orders: items.map((order) => ({
      href: `${orders(place)}/${order.id}`,
      name: `${order.supplier}, ${order.reference}`,
      what: order.what,
      line: lineOf(place, order.line),
      expected: showMonth(order.expectedIn),
      amounts: [order.amount, order.paid, order.released, order.outstanding].map(showPounds),
      tags: [states[order.state], illustrativeTag(order.illustrative)].filter((tag) => tag !== undefined),
    })),
    next: next === null ? undefined : `${orders(place)}${next}`,
    files: downloads(place.partnership.id, ['ledger/commitments']),
  };
}

export interface Letting {
  readonly typed: Typed;
  readonly key: string;
}

/** One order with what was paid on it and let go, and the form that lets go of what is left. */
export function orderPage(place: Place, order: Commitment, { typed, key }: Letting) {
  const { supplier, reference, releases, payments } = order;
  return {
    page: {
      title: `${supplier}, ${reference}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, { text: 'Orders', href: orders(place) }, { text: reference }),
      ...(typed.errors.length > 0 ? { errors: typed.errors } : {}),
    },
    ...{ partnership: place.partnership.name, heading: `${supplier}, ${reference}`, what: order.what, key },
    state: states[order.state],
    tag: illustrativeTag(order.illustrative),
    facts: factsOf(place, order),
    payments: payments.map(({ entry, effectiveOn, amount }) => ({
      ...{ href: `${ledgerOf(place)}/entries/${entry}`, text: `${showPounds(amount)} on ${showDate(effectiveOn)}` },
    })),
    releases: releases.map(
      ({ amount, releasedOn, reason }) => `${showPounds(amount)} on ${showDate(releasedOn)}: ${reason}`,
    ),
    pay:
      order.state === 'open'
        ? `${ledgerOf(place)}/drafts/new?kind=spending&line=${order.line}&pays=${order.id}`
        : undefined,
    release:
      order.state === 'open'
        ? {
            action: `${orders(place)}/${order.id}/releases`,
            inputs: [
              textInput(typed, 'amount', 'How much to let go, in pounds', 'Leave empty for all that is left'),
              textInput(typed, 'reason', 'Why'),
            ],
          }
        : undefined,
  };
}

function factsOf(place: Place, order: Commitment) {
  return [
    { key: 'Line', text: lineOf(place, order.line) },
    { key: 'Ordered', text: `${showPounds(order.amount)} on ${showDate(order.orderedOn)}` },
    { key: 'Expected to be paid in', text: showMonth(order.expectedIn) },
    { key: 'Paid', text: showPounds(order.paid) },
    { key: 'Let go', text: showPounds(order.released) },
    { key: 'Still to come', text: showPounds(order.outstanding) },
  ];
}

export interface Ordering {
  readonly typed: Typed;
  readonly day: ReturnType<typeof dateParts>;
  readonly month: ReturnType<typeof dateParts>;
  readonly key: string;
}

/** The form that records an order. */
export function newOrderPage(place: Place, { typed, day, month, key }: Ordering) {
  return {
    page: {
      title: 'Record an order',
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, { text: 'Orders', href: orders(place) }, { text: 'Record an order' }),
      ...(typed.errors.length > 0 ? { errors: typed.errors } : {}),
    },
    ...{ partnership: place.partnership.name, key, action: orders(place) },
    inputs: [
      textInput(typed, 'line', 'Budget line', 'For example, Training'),
      textInput(typed, 'amount', 'Amount in pounds', 'For example, 8400.00'),
      textInput(typed, 'supplier', 'Supplier'),
      textInput(typed, 'reference', 'Number of the order'),
      textInput(typed, 'what', 'What was ordered'),
    ],
    day: dateInput(typed, 'orderedOn', 'When it was ordered', day, 'For example, 14 9 2026'),
    month: dateInput(
      typed,
      'expectedIn',
      'A day of the month in which it is expected to be paid',
      month,
      'For example, 1 12 2026',
    ),
    source: textInput(typed, 'source', 'Where this comes from', 'For example, the purchase order'),
  };
}

/** What to say of each field, in the order in which the forms have them. */
export const orderSays = {
  ' key-used-otherwise': 'This form was sent already. Open a new one to enter something else',
  line: 'Enter the budget line',
  amount: 'Enter the amount in pounds, more than nothing, such as 8400.00',
  'amount past-its-line': 'The agreement stops spending past a budget line, and this order would pass it',
  'amount more-than-left': 'Enter no more than is left of the order',
  supplier: 'Enter the supplier',
  reference: 'Enter the number of the order',
  'reference already-recorded': 'That order is recorded already',
  what: 'Enter what was ordered',
  reason: 'Enter why it is let go',
  orderedOn: 'Enter the day of the order as a real date',
  expectedIn: 'Enter a day of the month as a real date',
  source: 'Enter where this comes from',
};
