import type { Decision } from '../../features/decisions/dto/decision.js';
import type { Commitment } from '../../features/budgets/dto/commitment.js';
import type { LedgerBill } from '../../features/ledger/dto/bill.js';
import type { ProposableKind } from '../../features/ledger/dto/draft.js';
import type { LedgerEntry } from '../../features/ledger/dto/entry.js';
import { amountOf } from '../ledger/entry-amounts.js';
import { entryName } from '../ledger/ledger-names.js';
import { ledgerCrumbs, ledgerOf, lineOf, named, nameOf, type Place } from '../ledger/place.js';
import type { dateParts } from '../shared/filled.js';
import { dateInput, select, textInput, type Typed } from '../shared/inputs.js';
import { showDate, showPounds } from '../shared/words.js';
import { kindForms, kindsFor } from './kinds.js';

/** What a form chooses from. */
export interface Offered {
  /** Contributions and one-off charges of which something is left to pay. */
  readonly bills: readonly LedgerBill[];
  readonly lines: readonly string[];
  readonly funds: readonly string[];
  readonly decisions: readonly Decision[];
  /** Orders of which something is left. */
  readonly orders: readonly Commitment[];
  /** The one council that whoever proposes may propose for; any where there is none. */
  readonly own: string | undefined;
  /** The entry that is to be reversed, of a reversal. */
  readonly turned: LedgerEntry | undefined;
}

/** What stands in a form, and where it goes. */
export interface Proposed {
  readonly kind: ProposableKind;
  readonly typed: Typed;
  readonly day: ReturnType<typeof dateParts>;
  /** By which two sendings of one form are one. */
  readonly key: string;
  /** The draft that is changed; none where one is proposed. */
  readonly changes?: string;
}

const drafts = (place: Place) => `${ledgerOf(place)}/drafts`;
const waiting = (place: Place) => ({ text: 'Waiting for approval', href: drafts(place) });

/** Which kind of thing is to be proposed. */
export function choosePage(place: Place, own: boolean) {
  return {
    page: {
      title: 'What do you want to enter?',
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, waiting(place), { text: 'Enter' }),
    },
    partnership: place.partnership.name,
    kinds: kindsFor(own).map((kind) => ({
      text: kindForms[kind].name,
      says: kindForms[kind].says,
      href: `${drafts(place)}/new?kind=${kind}`,
    })),
  };
}

/** The form with which an entry is proposed, or what is proposed is changed. */
export function proposePage(place: Place, offered: Offered, proposed: Proposed) {
  const { kind, typed, day, key, changes } = proposed;
  const { name, day: dayLabel } = kindForms[kind];
  const { turned } = offered;
  return {
    page: {
      title: `${changes === undefined ? 'Enter' : 'Change'}: ${name.toLowerCase()}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, waiting(place), { text: name }),
      ...(typed.errors.length > 0 ? { errors: typed.errors } : {}),
    },
    ...{ partnership: place.partnership.name, kind, key, reverses: turned?.id },
    action: changes === undefined ? drafts(place) : `${drafts(place)}/${changes}/versions`,
    button: changes === undefined ? 'Send for approval' : 'Save the change',
    turns: turned && sayTurned(turned),
    ...fieldsOf(place, offered, proposed),
    day: dateInput(typed, 'effectiveOn', dayLabel, day, 'For example, 12 5 2026'),
  };
}

/** What a reversal turns. */
function sayTurned(entry: LedgerEntry): string {
  return `${entryName(entry.kind)} of ${showDate(entry.effectiveOn)}: ${showPounds(amountOf(entry, {}))}, ${entry.reason}`;
}

const sourceHint = 'For example, the invoice, or the bank statement with its date';

/** What the form asks: what is chosen, what is typed before the day, and what is said of it after. */
function fieldsOf(place: Place, offered: Offered, { kind, typed, changes }: Proposed) {
  const { asks } = kindForms[kind];
  const asked = (name: (typeof asks)[number], input: () => object) => (asks.includes(name) ? [input()] : []);
  return {
    selects: [
      ...(changes === undefined ? asked('authority', () => partnerInput(place, offered, typed)) : []),
      ...asked('pays', () => billInput(place, offered, typed)),
      ...(kind === 'spending' && offered.orders.length > 0 ? [orderInput(place, offered, typed)] : []),
    ],
    inputs: [
      ...asked('line', () => lineInput(offered, typed)),
      ...asked('amount', () => textInput(typed, 'amount', 'Amount in pounds', 'For example, 41250.00')),
      // A receipt is in the fund of the bill that it pays.
      ...(kind === 'receipt' ? [] : asked('amount', () => fundInput(offered, typed))),
    ],
    words: [
      textInput(typed, 'reason', kind === 'reversal' ? 'Why it was wrong' : 'What it is for'),
      ...asked('reference', () =>
        textInput(typed, 'reference', referenceLabel(kind), 'The number of the invoice or payment'),
      ),
      textInput(typed, 'source', 'Where this comes from', sourceHint),
    ],
    decision: decisionInput(offered, typed),
  };
}

const referenceLabel = (kind: ProposableKind) =>
  `Reference in the host’s ledger${kind === 'receipt' ? '' : ', if there is one'}`;

function partnerInput({ names }: Place, { own }: Offered, typed: Typed): object {
  const partners = [...names].filter(([id]) => own === undefined || id === own);
  return select(
    typed,
    'authority',
    'Partner',
    partners.map(([value, text]) => ({ value, text })),
  );
}

function billInput(place: Place, { bills }: Offered, typed: Typed): object {
  const items = bills.map(({ id, authority, kind, what, left, dueOn, fund }) => ({
    value: id,
    text: `${nameOf(place, authority)}, ${what}${kind === 'one-off' ? ' (one-off charge)' : ''}, ${showPounds(left)} left, due ${showDate(dueOn)}${fund === 'pool' ? '' : `, ${named(fund)}`}`,
  }));
  const hint = 'Contributions and one-off charges of which something is left to pay, the latest first';
  return select(typed, 'pays', 'Which bill it pays', items, hint);
}

function orderInput(place: Place, { orders }: Offered, typed: Typed): object {
  const items = orders.map(({ id, supplier, reference, line, outstanding }) => ({
    value: id,
    text: `${supplier}, ${reference}: ${showPounds(outstanding)} left, ${lineOf(place, line)}`,
  }));
  return select(typed, 'pays', 'Which order it pays, if it pays one', items, 'Its line is that of the order');
}

function lineInput({ lines }: Offered, typed: Typed): object {
  const so = lines.length === 0 ? 'For example, Staffing' : `So far: ${lines.map(named).join(', ')}`;
  return textInput(typed, 'line', 'Budget line or grant', so);
}

function fundInput({ funds }: Offered, typed: Typed): object {
  const so =
    funds.length === 0
      ? 'Left out, it is the pool'
      : `So far: ${funds.map(named).join(', ')}. Left out, it is the pool`;
  return textInput(typed, 'fund', 'Fund, if it is not the pool', so);
}

function decisionInput({ decisions }: Offered, typed: Typed): object {
  const items = decisions.map(({ id, body, reference, takenOn, title }) => ({
    value: id,
    text: `${body}, ${showDate(takenOn)}, ${reference}: ${title}`,
  }));
  return select(typed, 'decision', 'The decision behind it, if there is one', items);
}

/** What to say of each field, in the order in which the form has them. */
export const proposeSays = {
  ' key-used-otherwise': 'This form was sent already. Open a new one to enter something else',
  kind: 'Choose what to enter',
  authority: 'Choose the partner',
  pays: 'Choose the bill that it pays',
  'pays not-there': 'Choose an order of the line that is entered, or the bill that is paid',
  'pays nothing-left': 'Nothing is left of that order: choose another, or none',
  reverses: 'Choose an entry that has not been reversed and is no reversal',
  line: 'Enter the budget line or grant',
  amount: 'Enter the amount in pounds, more than nothing, such as 41250.00',
  fund: 'Enter the fund in letters, digits and spaces',
  effectiveOn: 'Enter the day as a real date',
  'effectiveOn before-its-entry': 'Enter the day of the entry that is reversed, or a later one',
  'effectiveOn period-closed': 'The books of that month are closed. Enter a day in a month that is open',
  reason: 'Enter what it is for',
  reference: 'Enter the reference of the payment in the host’s ledger',
  source: 'Enter where this comes from',
  decision: 'Choose a decision of this partnership, or none',
};
