import type { Reconciliation } from '../../features/reconciliations/dto/reconciliation.js';
import { lineOf, named, type Place } from '../ledger/place.js';

const accounts: Readonly<Record<Reconciliation['account'], string>> = {
  cash: 'Cash held by the host',
  spending: 'Spending',
  contributions: 'Contributions billed',
};

export const accountChoices = Object.entries(accounts).map(([value, text]) => ({ value, text }));

/** What a reconciliation is of: `Spending on Premises, Pool`. */
export function heldName(
  place: Place,
  { account, line, fund }: Pick<Reconciliation, 'account' | 'line' | 'fund'>,
): string {
  return `${accounts[account]}${line === null ? '' : ` on ${lineOf(place, line)}`}, ${named(fund)}`;
}

export const partNames: Readonly<Record<string, string>> = {
  opening: 'Before the first day',
  matched: 'In both, the same',
  differs: 'In both, amounts differ',
  'only-host': 'Only in the host’s ledger',
  'only-ours': 'Only in ours',
  total: 'What both ledgers come to',
};

export const ruleNames: Readonly<Record<string, string>> = {
  'reference-and-amount': 'Same reference and amount',
  'amount-and-day': 'Same amount, days close together',
  'sum-by-reference': 'Same reference, same sum',
  'reference-alone': 'Same reference, other amounts',
  reversed: 'Reversed in ours',
  'by-hand': 'Said by hand',
  none: 'Nothing matches it',
};
