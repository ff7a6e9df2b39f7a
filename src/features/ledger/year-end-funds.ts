import type { LocalDate } from '../../engine/calendar/local-date.js';
import type { Balance } from '../../engine/ledger/position.js';
import { besideBudget, type LineBudget } from '../../engine/ledger/year-end/budgeted.js';
import { composeYearEnd, type YearEndFund as Composed } from '../../engine/ledger/year-end/year-end.js';
import { toPence, toPounds } from '../shared/money.js';
import type { LedgerCheck } from './dto/position.js';
import type { LedgerSettlement } from './dto/settlement.js';
import type { LedgerYearClosing } from './dto/year-closing.js';
import type { YearEndFund, YearEndLine, YearEndPartner } from './dto/year-end.js';
import { inPounds } from './position.reader.js';
import { yearEndChecks } from './year-end-checks.js';
import type { YearEndFound } from './year-end.query.js';

/** What stands beside the accounts of a year. */
export interface Beside {
  readonly asAt: LocalDate;
  readonly settlements: readonly LedgerSettlement[];
  readonly closed: LedgerYearClosing | undefined;
  readonly openedWith: LedgerYearClosing | undefined;
  readonly fund: string | undefined;
}

type Account = Omit<Balance, 'pence'> & Readonly<Record<'opening' | 'posted' | 'closing', string>>;
type Budget = Omit<LineBudget, 'pence'> & { readonly fund: string; readonly pence: string };

/** A year's accounts, fund by fund, in pounds, and what checks them. */
export function composeFunds(
  found: YearEndFound,
  beside: Beside,
): { readonly funds: YearEndFund[]; readonly checks: LedgerCheck[] } {
  const accounts = JSON.parse(found.accounts) as readonly Account[];
  const budgets = JSON.parse(found.budgets) as readonly Budget[];
  const at = (when: 'opening' | 'posted' | 'closing'): readonly Balance[] =>
    accounts.map(({ fund, kind, authority, line, [when]: pence }) => ({
      fund,
      kind,
      authority,
      line,
      pence: BigInt(pence),
    }));
  const composed = composeYearEnd({ opening: at('opening'), posted: at('posted'), closing: at('closing') });
  const balances = { opening: at('opening'), closing: at('closing') };
  const funds = composed.map((one) => showFund(one, budgets, beside));
  return { funds, checks: [...yearEndChecks(composed, funds, { balances, found, ...beside })] };
}

function showFund(composed: Composed, all: readonly Budget[], beside: Beside): YearEndFund {
  const { fund, account, opening, closing } = composed;
  const budgets = all.filter((one) => one.fund === fund).map((one) => ({ ...one, pence: BigInt(one.pence) }));
  const budget = budgets.length > 0 ? budgets.reduce((sum, { pence }) => sum + pence, 0n) : null;
  return {
    fund,
    account: {
      ...inPounds(account),
      budget: perhaps(budget),
      variance: perhaps(budget === null ? null : account.spent - budget),
    },
    partners: partnersOf(composed, beside),
    lines: besideBudget(composed.lines, budgets).map(showLine),
    opening: inPounds(opening),
    closing: inPounds(closing),
  };
}

function showLine({ line, name, budget, over, ...amounts }: ReturnType<typeof besideBudget>[number]): YearEndLine {
  return { line, name, ...inPounds(amounts), budget: perhaps(budget), over: perhaps(over) };
}

const perhaps = (amount: bigint | null): string | null => (amount === null ? null : toPounds(amount));

function partnersOf({ fund, partners }: Composed, { settlements, asAt }: Beside): YearEndPartner[] {
  const own = settlements.filter((one) => one.fund === fund);
  const later = own.filter(({ effectiveOn }) => effectiveOn > asAt);
  const named = own.flatMap(({ entries }) => entries.flatMap(({ lines }) => lines.map(({ authority }) => authority)));
  const ids = new Set([...partners.map(({ partner }) => partner), ...named.filter((id) => id !== null)]);
  const nothing = { owedBefore: 0n, billed: 0n, rebated: 0n, paid: 0n, owedAfter: 0n, inKind: 0n };
  return [...ids].sort().map((partner) => {
    const found = partners.find((one) => one.partner === partner) ?? nothing;
    const { owedBefore, billed, rebated, paid, owedAfter, inKind } = found;
    return {
      ...{ partner, ...inPounds({ owedBefore, billed, rebated, paid, owedAfter, inKind }) },
      settledLater: toPounds(settledOn(later, partner, 'approved')),
      proposed: toPounds(settledOn(own, partner, 'proposed')),
    };
  });
}

/** What entries of settlements that stand so make a partner pay more, or get back. */
function settledOn(settlements: readonly LedgerSettlement[], partner: string, state: string): bigint {
  return settlements
    .flatMap(({ entries }) => entries.filter((entry) => entry.state === state))
    .flatMap(({ lines }) => lines.filter(({ authority }) => authority === partner))
    .reduce((sum, { amount }) => sum + toPence(amount), 0n);
}
