import type { LedgerFund, LedgerLinePosition, LedgerPartner } from '../../features/ledger/dto/position.js';

/** A column of the position: its heading, the field it shows, and the one kind of account behind it, if it is one. */
export interface Column<F extends string> {
  readonly heading: string;
  readonly field: F;
  readonly account?: string;
}

const column = <F extends string>(heading: string, field: F, account?: string): Column<F> =>
  account === undefined ? { heading, field } : { heading, field, account };

export const partnerColumns: readonly Column<Exclude<keyof LedgerPartner, 'partner'>>[] = [
  column('Billed', 'billed', 'receivable'),
  column('Let off', 'rebated', 'rebated'),
  column('Paid', 'paid', 'paid'),
  column('Still owed', 'outstanding'),
  column('Given in kind', 'inKind', 'in-kind-given'),
];

export const fundColumns: readonly Column<Exclude<keyof LedgerFund, 'fund'>>[] = [
  column('From bills', 'contributed', 'contributed'),
  column('From grants', 'granted', 'grant'),
  column('Spent', 'spent', 'budget-line'),
  column('Held by the host', 'cash', 'cash'),
  column('In reserve', 'reserve', 'reserve'),
  column('Variance settled', 'variance', 'variance'),
  column('Carried forward', 'carriedForward', 'carried-forward'),
];

export const lineColumns: readonly Column<Exclude<keyof LedgerLinePosition, 'fund' | 'line'>>[] = [
  column('Spent', 'spent', 'budget-line'),
  column('Received', 'granted', 'grant'),
  column('Used in kind', 'inKind', 'in-kind-used'),
];
