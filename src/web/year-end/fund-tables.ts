import type { YearEndFund } from '../../features/ledger/dto/year-end.js';
import { named, nameOf, type Place } from '../ledger/place.js';
import { sumPounds } from '../ledger/sum.js';
import { showPounds } from '../shared/words.js';

/** A table of a statement: what each row is called, its figures, and what they come to. */
export interface StatementTable {
  readonly heading: string;
  readonly of: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  readonly total?: { readonly name: string; readonly cells: readonly string[] };
}

type Amounts = readonly (string | null)[];
type Row = readonly [name: string, amounts: Amounts];

const show = (amount: string | null): string => (amount === null ? '' : showPounds(amount));

/** A table with the sums of its columns; a column in which something is not known has none. */
function table(
  heading: string,
  of: string,
  columns: readonly string[],
  rows: readonly Row[],
  total: string,
): StatementTable {
  const sums = columns.map((_, i) => {
    const known = rows.map(([, amounts]) => amounts[i] ?? null);
    return known.every((amount) => amount !== null) ? sumPounds(known) : null;
  });
  return {
    ...{ heading, of, columns },
    rows: rows.map(([name, amounts]) => ({ name, cells: amounts.map(show) })),
    total: { name: total, cells: sums.map(show) },
  };
}

/** What came in: from each partner, in money and in kind, and from outside. */
function funding(place: Place, { partners, lines }: YearEndFund): StatementTable {
  const grants = lines.filter(({ granted }) => /[1-9]/.test(granted));
  return table(
    'Funding',
    'From',
    ['Billed less let off', 'In kind'],
    [
      ...partners.map(({ partner, billed, rebated, inKind }): Row => [
        nameOf(place, partner),
        [less(billed, rebated), inKind],
      ]),
      ...grants.map(({ line, name, granted }): Row => [`Grant: ${name ?? named(line)}`, [granted, '0.00']]),
    ],
    'Funding',
  );
}

const less = (amount: string, off: string): string =>
  sumPounds([amount, off.startsWith('-') ? off.slice(1) : `-${off}`]);

function spending({ lines }: YearEndFund): StatementTable {
  const spent = lines.filter(({ budget, spent: n, inKind }) => budget !== null || /[1-9]/.test(n + inKind));
  return table(
    'Spending',
    'Line',
    ['Budget', 'Spent', 'Over (−under)', 'In kind'],
    spent.map(({ line, name, budget, spent: n, over, inKind }): Row => [
      name ?? named(line),
      [budget, n, over, inKind],
    ]),
    'Spending',
  );
}

const balances = [
  ['Held by the host', 'cash'],
  ['Owed by partners, less what they are owed', 'owed'],
  ['In reserve', 'reserve'],
  ['Carried forward from settled underspends', 'carriedForward'],
  ['Not settled: came in and was not spent', 'unsettled'],
] as const;

/** What it opens and closes with: the first two are held and owed, the rest say for what. */
function openingAndClosing({ opening, closing }: YearEndFund): StatementTable {
  return {
    ...{ heading: 'Opening and closing balances', of: 'Balance', columns: ['At the beginning', 'At the end'] },
    rows: balances.map(([name, field]) => ({ name, cells: [show(opening[field]), show(closing[field])] })),
  };
}

const owedColumns = [
  ['At the start', 'owedBefore'],
  ['Billed', 'billed'],
  ['Let off', 'rebated'],
  ['Paid', 'paid'],
  ['At the end', 'owedAfter'],
  ['Settled since', 'settledLater'],
  ['Proposed', 'proposed'],
] as const;

/** What was settled since and what is proposed stand there where there is some. */
function owed(place: Place, { partners }: YearEndFund): StatementTable {
  const columns = owedColumns.filter(([, field], i) => i < 5 || partners.some((one) => /[1-9]/.test(one[field])));
  return table(
    'What each partner owes, or is owed (−)',
    'Partner',
    columns.map(([heading]) => heading),
    partners.map((one): Row => [nameOf(place, one.partner), columns.map(([, field]) => one[field])]),
    'Total',
  );
}

/** A fund's year: what came in, what was spent, what it opens and closes with, and what each partner owes. */
export function fundTables(place: Place, fund: YearEndFund): readonly StatementTable[] {
  return [funding(place, fund), spending(fund), openingAndClosing(fund), owed(place, fund)];
}
