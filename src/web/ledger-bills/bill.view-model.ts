import type { BillStep, LedgerBillWithHistory } from '../../features/ledger/dto/bill.js';
import { showMoment } from '../account/show-moment.js';
import { ledgerCrumbs, ledgerOf, named, nameOf, type Place, whoIs } from '../ledger/place.js';
import { sayReopened } from '../ledger/say-reopened.js';
import { illustrativeTag } from '../shared/illustrative.js';
import type { Link } from '../shared/page.js';
import { sourced } from '../shared/sourced.js';
import { count, showDate, showPounds } from '../shared/words.js';
import { statusTag } from './bill-status.js';

/** The forms with which something is recorded of the bill, and what is wrong with what was sent. */
interface Recording {
  readonly forms?: readonly object[];
  readonly errors?: readonly Link[];
}

/** One bill: where it stands, and all that happened to it. */
export function billPage(
  place: Place,
  bill: LedgerBillWithHistory,
  asAt: string | undefined,
  { forms = [], errors = [] }: Recording = {},
) {
  const heading = `${bill.what}: ${showPounds(bill.amount)}`;
  const ledger = ledgerOf(place);
  return {
    page: {
      title: `${heading}, ${place.partnership.name}`,
      section: 'partnerships' as const,
      breadcrumbs: ledgerCrumbs(place, { text: 'Bills', href: `${ledger}/bills` }, { text: bill.what }),
      ...(errors.length > 0 ? { errors } : {}),
    },
    forms,
    partnership: place.partnership.name,
    ...{ heading, tag: statusTag(bill.status), madeUp: illustrativeTag(bill.illustrative) },
    when: asAt === undefined ? undefined : `As at ${showDate(asAt)}`,
    facts: facts(place, bill),
    reopened: bill.reopened.map(sayReopened),
    sourced: sourced(bill),
    steps: bill.history.map((step) => showStep(place, step)),
    waits: bill.status === 'budgeted' ? `${ledger}/drafts/${bill.id}` : undefined,
    entry: bill.status === 'budgeted' ? undefined : `${ledger}/entries/${bill.id}`,
    receipt: receiptFor(ledger, bill),
    api: `/api/v1${ledger}/bills/${bill.id}`,
  };
}

/** Where a payment of what is left of it can be entered; none where nothing is. */
function receiptFor(ledger: string, { id, status, left }: LedgerBillWithHistory): string | undefined {
  const owes = /^[0-9.]*[1-9]/.test(left) && status !== 'budgeted' && status !== 'reversed';
  return owes ? `${ledger}/drafts/new?kind=receipt&pays=${id}&amount=${left}` : undefined;
}

function facts(place: Place, bill: LedgerBillWithHistory) {
  const late = bill.daysLate > 0 ? `, ${count(bill.daysLate, 'day')} late` : '';
  const account = `${ledgerOf(place)}/statements-of-account/${bill.authority}`;
  const invoice = bill.invoice === null ? 'Not invoiced' : `${bill.invoice}, ${showDate(bill.invoicedOn ?? '')}`;
  return [
    { key: 'Partner', text: nameOf(place, bill.authority), href: account },
    { key: 'What it is', text: bill.kind === 'one-off' ? 'A one-off charge' : 'A contribution to a year’s share' },
    { key: 'Fund', text: named(bill.fund) },
    { key: 'Falls due', text: showDate(bill.dueOn) },
    { key: 'To be paid by', text: `${showDate(bill.payBy)}${late}` },
    { key: 'Amount', text: showPounds(bill.amount) },
    { key: 'Paid', text: showPounds(bill.paid) },
    { key: 'Left to pay', text: showPounds(bill.left) },
    { key: 'Host’s invoice', text: invoice },
    ...(bill.hostLedger === null ? [] : [{ key: 'In the host’s ledger', text: bill.hostLedger }]),
  ];
}

const happened: Readonly<Record<string, string>> = {
  proposed: 'Entered for approval',
  approved: 'Approved and posted',
  recorded: 'Posted without somebody else’s approval',
  invoiced: 'Invoiced by the host',
  disputed: 'Disputed',
  resolved: 'Dispute resolved',
  defaulted: 'Declared in default',
  received: 'Payment received',
  'receipt-reversed': 'Payment reversed',
  reversed: 'Reversed',
};

function showStep(place: Place, step: BillStep) {
  const { partnership } = place;
  return {
    what: happened[step.what] ?? step.what,
    href: step.entry === null ? undefined : `${ledgerOf(place)}/entries/${step.entry}`,
    on: showDate(step.on),
    amount: step.amount === null ? '' : showPounds(step.amount),
    says: [step.reference, step.reason].filter((words) => words !== null).join('. '),
    decision: step.decision === null ? undefined : `/partnerships/${partnership.id}/decisions/${step.decision}`,
    by: whoIs(place, step.recordedBy),
    recorded: showMoment(step.recordedAt),
  };
}
