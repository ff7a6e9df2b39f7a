import type { Action } from '../../features/access/permissions.js';

/** A list to take away, for those who may read it. */
export interface Download {
  readonly text: string;
  readonly action: Action;
  readonly csv: string;
  readonly xlsx: string;
}

const kinds = {
  contributions: ['Contributions', 'contribution.read'],
  'ledger/entries': ['Entries of the ledger', 'ledger.read'],
  'ledger/drafts': ['Entries proposed for the ledger', 'ledger-draft.read'],
  'ledger/reconciliations': ['What the host’s ledger was held against', 'reconciliation.read'],
  'ledger/host-lines': ['Lines of the host’s ledger', 'reconciliation.read'],
  'ledger/host-matches': ['What people said of them', 'reconciliation.read'],
  'ledger/closings': ['Closings of months', 'ledger.read'],
  'ledger/reopenings': ['Requests to open a month again', 'ledger.read'],
  'ledger/budget-lines': ['Budget lines', 'ledger.read'],
  'ledger/forecast-rows': ['Forecasts by line and month', 'ledger.read'],
  'ledger/commitments': ['Orders', 'ledger.read'],
  receipts: ['Receipts', 'receipt.read'],
  provisions: ['Provisions', 'provision.read'],
  'ledger/spending': ['Spending', 'ledger.read'],
  measures: ['Measures', 'measure.read'],
  'funding-sources': ['Funding sources', 'funding-source.read'],
  'funding-amounts': ['Amounts of funding', 'funding-amount.read'],
  'certainty-changes': ['Changes in the certainty of funding', 'certainty-change.read'],
  'planned-spends': ['Planned spending', 'planned-spend.read'],
  'package-returns': ['Live packages', 'package-return.read'],
  participations: ['Who takes part', 'participation.read'],
  agreements: ['Agreements', 'agreement.read'],
  'agreement-versions': ['Agreement versions', 'agreement-version.read'],
  decisions: ['Decisions', 'decision.read'],
  calculations: ['Recorded calculations', 'calculation.read'],
  grants: ['Roles', 'grant.read'],
} as const satisfies Readonly<Record<string, readonly [string, Action]>>;

export type DownloadKind = keyof typeof kinds;

export const downloadKinds = Object.keys(kinds) as DownloadKind[];

/** Where one report (of a ledger, where nothing is said) is as files; `at` is where its page is, `query` what it was asked. */
export function downloadsOf(
  text: string,
  at: string,
  query: string,
  action: Action = 'ledger.read',
): readonly Download[] {
  const file = (form: string) => `/api/v1${at}/all.${form}${query}`;
  return [{ text, action, csv: file('csv'), xlsx: file('xlsx') }];
}

/** Where these lists of a partnership are as files; all of them, or those of one year. */
export function downloads(partnership: string, which: readonly DownloadKind[], filter = ''): readonly Download[] {
  return which.map((kind) => {
    const [text, action] = kinds[kind];
    const file = (form: string) => `/api/v1/partnerships/${partnership}/${kind}/all.${form}${filter}`;
    return { text, action, csv: file('csv'), xlsx: file('xlsx') };
  });
}
