import type { LedgerBillWithHistory } from '../../features/ledger/dto/bill.js';
import { canHappen, type Standing } from '../../engine/ledger/bills/standing.js';
import type { dateParts } from '../shared/filled.js';
import { dateInput, textInput, type Typed } from '../shared/inputs.js';
import { sentence } from '../shared/words.js';

/** What people record of a bill on its page, by the last part of where its form goes. A default names a decision: by the API. */
export const markKinds = { invoices: 'invoiced', disputes: 'disputed', resolutions: 'resolved' } as const;
export type Marking = keyof typeof markKinds;

interface MarkForm {
  readonly heading: string;
  readonly button: string;
  readonly asks: readonly (readonly [field: string, label: string, hint?: string])[];
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
  },
};

export const markFields = ['invoice', 'hostLedger', 'reason', 'source'];

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
  const may: Readonly<Record<Marking, boolean>> = { invoices: hosts, disputes: own, resolutions: hosts || own };
  const standing = standingOf(bill);
  return (Object.keys(markKinds) as Marking[]).filter((kind) => may[kind] && canHappen(markKinds[kind], standing));
}

/** The form with which one thing is recorded of a bill. */
export function markForm(marking: Marking, here: string, typed: Typed, day: ReturnType<typeof dateParts>) {
  const { heading, button, asks } = forms[marking];
  return {
    ...{ id: marking, heading, button, action: `${here}/${marking}` },
    day: dateInput(typed, 'happenedOn', sentence('when it happened'), day, 'For example, 12 5 2026'),
    inputs: asks.map(([field, label, hint]) => textInput(typed, field, label, hint)),
  };
}

/** What to say of each field, in the order in which a form has them. */
export const markSays = {
  happenedOn: 'Enter the day as a real date, today or earlier',
  'happenedOn before-the-last': 'Enter the day of what was last recorded of this bill, or a later one',
  invoice: 'Enter the reference of the invoice',
  reason: 'Enter the reason',
  source: 'Enter where this comes from',
};
