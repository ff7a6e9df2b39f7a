import type { LedgerPosition } from '../../features/ledger/dto/position.js';
import type { Tag } from '../shared/illustrative.js';
import { showPounds } from '../shared/words.js';
import { entriesAt, lineOf, named, nameOf, type Place } from './place.js';
import { type Column, fundColumns, lineColumns, partnerColumns } from './position-columns.js';
import { sumPounds } from './sum.js';

/** A figure, and where the entries behind it are; none where there is nothing. */
interface Cell {
  readonly text: string;
  readonly href: string | undefined;
}

export interface PositionTable {
  readonly id: string;
  readonly heading: string;
  readonly of: string;
  readonly says: string;
  /** What to say where there is no row. */
  readonly empty: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[];
  /** What the rows come to; none where there is but one. */
  readonly total: readonly string[] | undefined;
  readonly checks: readonly { readonly says: string; readonly tag: Tag }[];
}

type Filters = Readonly<Record<string, string | undefined>>;

/** What the ledger comes to by partner, by fund and by line, each total with what checks it. */
export function positionTables(place: Place, position: LedgerPosition, fund?: string): readonly PositionTable[] {
  return [byPartner(place, position, fund), byFund(place, position), byLine(place, position)];
}

function byPartner(place: Place, position: LedgerPosition, fund?: string): PositionTable {
  return {
    ...{ id: 'partners', heading: 'By partner', of: 'Partner', empty: 'No partner has been billed or has paid.' },
    says: 'Still owed is what was billed, less what was let off and paid. What is given in kind stands outside cash.',
    ...body(place, position, partnerColumns, position.partners, (row) => ({
      name: nameOf(place, row.partner),
      behind: (account) => ({ fund, partner: row.partner, account: account && `${account}:${row.partner}` }),
    })),
    checks: checksOf(position, 'bills-foot'),
  };
}

function byFund(place: Place, position: LedgerPosition): PositionTable {
  return {
    ...{ id: 'funds', heading: 'By fund', of: 'Fund', empty: 'Nothing was posted to any fund.' },
    says: 'What came to it, what was spent from it, and what the host holds for it.',
    ...body(place, position, fundColumns, position.funds, (row) => ({
      name: named(row.fund),
      behind: (account) => ({ fund: row.fund, account }),
    })),
    checks: checksOf(position, 'cash-foots'),
  };
}

function byLine(place: Place, position: LedgerPosition): PositionTable {
  const several = position.funds.length > 1;
  return {
    ...{
      id: 'lines',
      heading: 'By line',
      of: 'Line',
      empty: 'Nothing was spent on a budget line or received for one.',
    },
    says: 'What was spent on each budget line, what came in for it, and what was used on it of things given in kind.',
    ...body(place, position, lineColumns, position.lines, (row) => ({
      name: several ? `${lineOf(place, row.line)} (${named(row.fund)})` : lineOf(place, row.line),
      behind: (account) => ({ fund: row.fund, line: row.line, account: account && `${account}:${row.line}` }),
    })),
    checks: checksOf(position, 'in-kind-foots'),
  };
}

interface Row {
  readonly name: string;
  /** Which entries are behind a figure that shows this kind of account. */
  readonly behind: (account: string | undefined) => Filters;
}

function body<F extends string, R extends Readonly<Record<F, string>>>(
  place: Place,
  { asAt, knownAt }: LedgerPosition,
  columns: readonly Column<F>[],
  rows: readonly R[],
  show: (row: R) => Row,
): Pick<PositionTable, 'columns' | 'rows' | 'total'> {
  return {
    columns: columns.map(({ heading }) => heading),
    rows: rows.map((row) => {
      const { name, behind } = show(row);
      const cells = columns.map(({ field, account }) => ({
        text: showPounds(row[field]),
        href: /[1-9]/.test(row[field]) ? entriesAt(place, { ...behind(account), asAt, knownAt }) : undefined,
      }));
      return { name, cells };
    }),
    total:
      rows.length < 2 ? undefined : columns.map(({ field }) => showPounds(sumPounds(rows.map((row) => row[field])))),
  };
}

function checksOf({ checks, funds }: LedgerPosition, name: string): PositionTable['checks'] {
  return checks
    .filter(({ check }) => check === name)
    .map(({ fund, holds, says }) => ({
      says: funds.length > 1 ? `${named(fund)}: ${says}` : says,
      tag: holds
        ? { text: 'Holds', classes: 'govuk-tag--green' }
        : { text: 'Does not hold', classes: 'govuk-tag--red' },
    }));
}
