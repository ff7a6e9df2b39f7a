import { type AccountKind } from '../accounts.js';
import { type Balance, composePosition } from '../position.js';

/** What the accounts came to before the year, what was posted in it, and what they came to at its end. */
export interface YearOf {
  readonly opening: readonly Balance[];
  readonly posted: readonly Balance[];
  readonly closing: readonly Balance[];
}

/** A partner's year: what it owed, was billed and let off, paid, owes, and gave in kind. In pence. */
export interface YearEndPartner {
  readonly partner: string;
  readonly owedBefore: bigint;
  readonly billed: bigint;
  readonly rebated: bigint;
  readonly paid: bigint;
  readonly owedAfter: bigint;
  readonly inKind: bigint;
}

/** A line's year, in pence. */
export interface YearEndLine {
  readonly line: string;
  readonly spent: bigint;
  readonly granted: bigint;
  readonly inKind: bigint;
}

/** What a fund holds and is owed, and for what: what is not yet settled is neither reserve nor carried forward. In pence. */
export interface YearEndBalance {
  readonly cash: bigint;
  readonly owed: bigint;
  readonly reserve: bigint;
  readonly carriedForward: bigint;
  readonly unsettled: bigint;
}

/** What came to a fund in the year, what was spent, and what was settled of the difference; in pence. */
export interface YearEndAccount {
  readonly contributed: bigint;
  readonly granted: bigint;
  readonly inKind: bigint;
  readonly spent: bigint;
  /** Funding less spending: above nothing it was not all spent. */
  readonly under: bigint;
  /** Of over- and underspends of this year or of an earlier one: above nothing borne by partners or the reserve. */
  readonly settled: bigint;
}

export interface YearEndCheck {
  readonly check: 'year-foots' | 'balance-foots' | 'bills-foot' | 'cash-foots' | 'in-kind-foots';
  readonly holds: boolean;
  /** What it comes to that ought to be nothing, in pence. */
  readonly off: bigint;
}

export interface YearEndFund {
  readonly fund: string;
  readonly partners: readonly YearEndPartner[];
  readonly lines: readonly YearEndLine[];
  readonly account: YearEndAccount;
  readonly opening: YearEndBalance;
  readonly closing: YearEndBalance;
  readonly checks: readonly YearEndCheck[];
}

const sumOf = (balances: readonly Balance[], kinds: readonly AccountKind[]): bigint =>
  balances.reduce((sum, { kind, pence }) => (kinds.includes(kind) ? sum + pence : sum), 0n);

const owed: readonly AccountKind[] = ['receivable', 'rebated', 'paid'];

/** Every account of a fund in which something stands, as text that names it. */
const nameOf = ({ kind, authority, line }: Balance): string => `${kind}:${authority ?? line ?? ''}`;

function ofPartner(partner: string, { opening, posted, closing }: YearOf): YearEndPartner {
  const own = (balances: readonly Balance[]) => balances.filter(({ authority }) => authority === partner);
  return {
    partner,
    owedBefore: sumOf(own(opening), owed),
    billed: sumOf(own(posted), ['receivable']),
    rebated: -sumOf(own(posted), ['rebated']),
    paid: -sumOf(own(posted), ['paid']),
    owedAfter: sumOf(own(closing), owed),
    inKind: -sumOf(own(posted), ['in-kind-given']),
  };
}

/** What is held and owed, and whose it is: the rest, which nobody has settled, is what came in and was not spent. */
function balanceOf(balances: readonly Balance[]): YearEndBalance {
  return {
    cash: sumOf(balances, ['cash']),
    owed: sumOf(balances, owed),
    reserve: -sumOf(balances, ['reserve']),
    carriedForward: -sumOf(balances, ['carried-forward']),
    unsettled: -sumOf(balances, ['contributed', 'variance', 'grant', 'budget-line']),
  };
}

function accountOf(posted: readonly Balance[]): YearEndAccount {
  const [contributed, granted] = [-sumOf(posted, ['contributed']), -sumOf(posted, ['grant'])];
  const spent = sumOf(posted, ['budget-line']);
  const under = contributed + granted - spent;
  return {
    ...{ contributed, granted, spent, under },
    inKind: sumOf(posted, ['in-kind-used']),
    settled: -sumOf(posted, ['variance']),
  };
}

/** How far the accounts that were posted to are from what they opened and closed at; nothing when the year foots. */
function offInYear({ opening, posted, closing }: YearOf): bigint {
  const off = new Map<string, bigint>();
  const add = (balances: readonly Balance[], sign: bigint) =>
    balances.forEach((one) => off.set(nameOf(one), (off.get(nameOf(one)) ?? 0n) + sign * one.pence));
  [opening, posted].forEach((balances) => add(balances, 1n));
  add(closing, -1n);
  return [...off.values()].reduce((sum, n) => sum + (n < 0n ? -n : n), 0n);
}

function checksOf(year: YearOf, balances: readonly YearEndBalance[]): readonly YearEndCheck[] {
  const offs = balances.map(
    ({ cash, owed: due, reserve, carriedForward, unsettled }) => cash + due - reserve - carriedForward - unsettled,
  );
  const [inYear, atEnds] = [offInYear(year), offs.reduce((sum, n) => sum + (n < 0n ? -n : n), 0n)];
  return [
    { check: 'year-foots', holds: inYear === 0n, off: inYear },
    { check: 'balance-foots', holds: atEnds === 0n, off: atEnds },
    ...composePosition(year.closing).checks.map(({ check, holds, off }) => ({ check, holds, off })),
  ];
}

function ofFund(fund: string, year: YearOf): YearEndFund {
  const all = [...year.opening, ...year.closing];
  const named = (field: 'authority' | 'line') =>
    [...new Set(all.map((one) => one[field]).filter((value) => value !== null))].sort();
  const [opening, closing] = [balanceOf(year.opening), balanceOf(year.closing)];
  return {
    ...{ fund, opening, closing },
    partners: named('authority').map((partner) => ofPartner(partner, year)),
    lines: named('line').map((line) => {
      const own = year.posted.filter((one) => one.line === line);
      return {
        ...{ line, spent: sumOf(own, ['budget-line']), granted: -sumOf(own, ['grant']) },
        inKind: sumOf(own, ['in-kind-used']),
      };
    }),
    account: accountOf(year.posted),
    checks: checksOf(year, [opening, closing]),
  };
}

/**
 * The memorandum account of a year, fund by fund, in pence: what it opened with, what came in and was spent, and what it
 * closes with. The ledger goes on, so a year opens with what the one before closed at: nothing is posted for it. What is held
 * and owed is what is in reserve, carried forward and not yet settled, at both ends; each check says how far off it is.
 */
export function composeYearEnd({ opening, posted, closing }: YearOf): readonly YearEndFund[] {
  const funds = [...new Set([...opening, ...posted, ...closing].map(({ fund }) => fund))].sort();
  return funds.map((fund) => {
    const own = (balances: readonly Balance[]) => balances.filter((one) => one.fund === fund);
    return ofFund(fund, { opening: own(opening), posted: own(posted), closing: own(closing) });
  });
}
