/** What somebody records of a bill once it is posted; all else that is said of one follows from days and money. */
export const billEventKinds = ['invoiced', 'disputed', 'resolved', 'defaulted'] as const;
export type BillEventKind = (typeof billEventKinds)[number];

/** Where a bill stands by what was recorded of it: proposed and not yet approved; approved; or as its last event says. */
export type Standing = 'budgeted' | 'approved' | BillEventKind;

/**
 * From where each event can happen (our decision). A bill goes out once; only what went out is disputed, and only what is
 * disputed is resolved; nobody defaults on what they dispute, and after a default nothing more is recorded: it may still be
 * paid. `ledger.check_bill_event` says the same in the database, and a test compares the two.
 */
export const happensFrom: Readonly<Record<BillEventKind, readonly Standing[]>> = {
  invoiced: ['approved'],
  disputed: ['invoiced', 'resolved'],
  resolved: ['disputed'],
  defaulted: ['invoiced', 'resolved'],
};

/** Whether an event can happen to a bill that stands there. */
export function canHappen(event: BillEventKind, standing: Standing): boolean {
  return happensFrom[event].includes(standing);
}

/** Where a posted bill stands after its events, in their order. Throws an Error at one that cannot happen there. */
export function standingAfter(events: readonly BillEventKind[]): Standing {
  return events.reduce<Standing>((standing, event) => {
    if (!canHappen(event, standing)) throw new Error(`A bill that is ${standing} cannot be ${event}`);
    return event;
  }, 'approved');
}
