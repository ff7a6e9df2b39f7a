import type { LedgerBillWithHistory } from '../../features/ledger/dto/bill.js';
import type { Decision } from '../../features/decisions/dto/decision.js';
import { canHappen, type Standing } from '../../engine/ledger/bills/standing.js';
import type { dateParts } from '../shared/filled.js';
import { dateInput, type Input, select, textInput, type Typed } from '../shared/inputs.js';
import { sentence, showDate } from '../shared/words.js';

/** What people record of a bill on its page, by the last part of where its form goes. */
export const markKinds = {
  invoices: 'invoiced',
  disputes: 'disputed',
  resolutions: 'resolved',
  defaults: 'defaulted',
} as const;
export type Marking = keyof typeof markKinds;

interface MarkForm {
  readonly heading: string;
  readonly button: string;
  readonly asks: readonly (readonly [field: string, label: string, hint?: string])[];
  /** What is said of the decision that it names, and a hint; none where it names none. */
  readonly decision?: readonly [label: string, hint?: string];
}

const forms: Readonly<Record<Marking, MarkForm>> = {
  invoices: {
    heading: 'Record the host’s invoice',
    button: 'Record the invoice',
    asks: [
      ['invoice', 'Reference of the invoice', 'For example, INV-2026-0412'],
      ['hostLedger', 'Where it stands in the host’s ledger, if it is known'],
      ['source', 'Where this comes from', 'For example, the invoice'],
    ],
  },
  disputes: {
    heading: 'Dispute this bill',
    button: 'Dispute it',
    asks: [
      ['reason', 'Why it is disputed'],
      ['source', 'Where this comes from', 'For example, the letter to the host'],
    ],
  },
  resolutions: {
    heading: 'Record how the dispute was resolved',
    button: 'Record it as resolved',
    asks: [
      ['reason', 'How it was resolved'],
      ['source', 'Where this comes from', 'For example, the minutes of the meeting'],
    ],
    decision: ['The decision behind it, if there was one'],
  },
  defaults: {
    heading: 'Record that the partner has defaulted',
    button: 'Record the default',
    asks: [['source', 'Where this comes from', 'For example, the minutes of the board']],
    decision: [
      'The decision that the partner is in default',
      'Only decisions recorded as approved are listed. Record the board’s decision first where it is not here',
    ],
  },
};

export const markFields = ['invoice', 'hostLedger', 'reason', 'decision', 'source'];

/** Who looks: the council in whose name they may record something of bills, and whether it hosts. */
export interface Looker {
  readonly authority: string | undefined;
  readonly hosts: boolean;
}

/** Where a bill stands by what was recorded of it. */
function standingOf({ history, status }: LedgerBillWithHistory): Standing {
  if (status === 'budgeted') return 'budgeted';
  const marked = history
    .map(({ what }) => what)
    .filter((what) => ['invoiced', 'disputed', 'resolved', 'defaulted'].includes(what));
  return (marked.at(-1) as Standing | undefined) ?? 'approved';
}

/** What somebody may record of a bill as it stands: the host that it billed, a partner that it disputes its own. */
export function marksFor(bill: LedgerBillWithHistory, { authority, hosts }: Looker): readonly Marking[] {
  if (authority === undefined || bill.status === 'reversed') return [];
  const own = bill.authority === authority;
  const defaults = hosts && bill.daysLate > 0;
  const may: Readonly<Record<Marking, boolean>> = {
    ...{ invoices: hosts, disputes: own, resolutions: hosts || own, defaults },
  };
  const standing = standingOf(bill);
  return (Object.keys(markKinds) as Marking[]).filter((kind) => may[kind] && canHappen(markKinds[kind], standing));
}

/** What stands in a form of a bill, and the decisions from which it chooses, the latest first. */
export interface Filling {
  readonly typed: Typed;
  readonly day: ReturnType<typeof dateParts>;
  readonly decisions: readonly Decision[];
}

/** The form with which one thing is recorded of a bill. */
export function markForm(marking: Marking, here: string, { typed, day, decisions }: Filling) {
  const { heading, button, asks, decision } = forms[marking];
  // A default takes a decision that approved it; a dispute may be resolved by one that did not.
  const fit = decisions.filter(({ outcome }) => marking !== 'defaults' || outcome === 'approved');
  const choices = fit.map(({ id, body, reference, takenOn, title }) => ({
    ...{ value: id, text: `${body}, ${reference}, ${showDate(takenOn)}: ${title}` },
  }));
  return {
    ...{ id: marking, heading, button, action: `${here}/${marking}` },
    day: dateInput(typed, 'happenedOn', sentence('when it happened'), day, 'For example, 12 5 2026'),
    ...(decision === undefined ? {} : { decision: select(typed, 'decision', decision[0], choices, decision[1]) }),
    inputs: asks.map(([field, label, hint]) => textInput(typed, field, label, hint)),
  };
}

type ShownForm = ReturnType<typeof markForm>;

/** The same forms, with the ids of all but the first their own: no two elements of a page share one. */
export function apart(shown: readonly ShownForm[]): readonly ShownForm[] {
  return shown.map((form, at) => (at === 0 ? form : withIds(form, (id) => `${form.id}-${id}`)));
}

function withIds({ day, decision, inputs, ...form }: ShownForm, own: (id: string) => string): ShownForm {
  const renamed = <I extends Input>(input: I): I => ({ ...input, id: own(input.id) });
  return {
    ...form,
    day: { ...renamed(day), items: day.items.map(renamed) },
    ...(decision ? { decision: renamed(decision) } : {}),
    inputs: inputs.map(renamed),
  };
}

/** What to say of each field, in the order in which a form has them. */
export const markSays = {
  happenedOn: 'Enter the day as a real date, today or earlier',
  'happenedOn before-the-last': 'Enter the day of what was last recorded of this bill, or a later one',
  'happenedOn not-overdue':
    'Enter a day on which the bill was overdue: a partner defaults on what it has not paid in time',
  invoice: 'Enter the reference of the invoice',
  'decision not-approved': 'Choose a decision that approved saying that the partner is in default',
  decision: 'Choose the decision',
  reason: 'Enter the reason',
  source: 'Enter where this comes from',
};
