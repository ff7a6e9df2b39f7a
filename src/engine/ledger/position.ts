import { type AccountKind } from './accounts.js';

/** What one account comes to, in signed pence. A sum may pass what a single amount may be, so it is a plain whole number. */
export interface Balance {
  readonly fund: string;
  readonly kind: AccountKind;
  readonly authority: string | null;
  readonly line: string | null;
  readonly pence: bigint;
}

/** What a partner was billed, let off and paid, what it still owes, and what it gave in kind; in pence. */
export interface PartnerPosition {
  readonly partner: string;
  readonly billed: bigint;
  readonly rebated: bigint;
  readonly paid: bigint;
  readonly outstanding: bigint;
  readonly inKind: bigint;
}

/** What a fund was brought, spent and holds; in pence. `variance` is what has been settled on the partners. */
export interface FundPosition {
  readonly fund: string;
  readonly contributed: bigint;
  readonly granted: bigint;
  readonly spent: bigint;
  readonly cash: bigint;
  readonly reserve: bigint;
  readonly variance: bigint;
  readonly carriedForward: bigint;
}

/** What was spent, received and used in kind on one line of a fund; in pence. */
export interface LinePosition {
  readonly fund: string;
  readonly line: string;
  readonly spent: bigint;
  readonly granted: bigint;
  readonly inKind: bigint;
}

export interface PositionCheck {
  readonly check: 'bills-foot' | 'cash-foots' | 'in-kind-foots';
  readonly fund: string;
  readonly holds: boolean;
  /** What it comes to that ought to be nothing, in pence. */
  readonly off: bigint;
}

export interface Position {
  readonly partners: readonly PartnerPosition[];
  readonly funds: readonly FundPosition[];
  readonly lines: readonly LinePosition[];
  readonly checks: readonly PositionCheck[];
}

/** The accounts that come to nothing together, whatever is posted: each kind of entry stays within one of these. */
const together: Readonly<Record<PositionCheck['check'], readonly AccountKind[]>> = {
  'bills-foot': ['receivable', 'rebated', 'contributed', 'variance', 'reserve', 'carried-forward'],
  'cash-foots': ['cash', 'paid', 'grant', 'budget-line'],
  'in-kind-foots': ['in-kind-used', 'in-kind-given'],
};

const sumOf = (balances: readonly Balance[], kinds: readonly AccountKind[]): bigint =>
  balances.reduce((sum, { kind, pence }) => (kinds.includes(kind) ? sum + pence : sum), 0n);

/** The values of a field, once each, in their order as text. */
function named(balances: readonly Balance[], field: 'authority' | 'fund' | 'line'): readonly string[] {
  const values = balances.map((balance) => balance[field]).filter((value) => value !== null);
  return [...new Set(values)].sort();
}

function ofPartner(partner: string, own: readonly Balance[]): PartnerPosition {
  const [billed, rebated, paid] = [sumOf(own, ['receivable']), -sumOf(own, ['rebated']), -sumOf(own, ['paid'])];
  const inKind = -sumOf(own, ['in-kind-given']);
  return { partner, billed, rebated, paid, outstanding: billed - rebated - paid, inKind };
}

function ofFund(fund: string, own: readonly Balance[]): FundPosition {
  return {
    fund,
    contributed: -sumOf(own, ['contributed']),
    granted: -sumOf(own, ['grant']),
    spent: sumOf(own, ['budget-line']),
    cash: sumOf(own, ['cash']),
    reserve: -sumOf(own, ['reserve']),
    variance: -sumOf(own, ['variance']),
    carriedForward: -sumOf(own, ['carried-forward']),
  };
}

function ofLine(fund: string, line: string, own: readonly Balance[]): LinePosition {
  return {
    fund,
    line,
    spent: sumOf(own, ['budget-line']),
    granted: -sumOf(own, ['grant']),
    inKind: sumOf(own, ['in-kind-used']),
  };
}

function checksOf(fund: string, own: readonly Balance[]): readonly PositionCheck[] {
  const checks = Object.entries(together) as [PositionCheck['check'], readonly AccountKind[]][];
  return checks.map(([check, kinds]) => {
    const off = sumOf(own, kinds);
    return { check, fund, holds: off === 0n, off };
  });
}

/** Puts what the accounts come to side by side: by partner, by fund and by line, and checks what has to come to nothing. */
export function composePosition(balances: readonly Balance[]): Position {
  const funds = named(balances, 'fund').map((fund) => [fund, balances.filter((one) => one.fund === fund)] as const);
  return {
    partners: named(balances, 'authority').map((partner) =>
      ofPartner(
        partner,
        balances.filter(({ authority }) => authority === partner),
      ),
    ),
    funds: funds.map(([fund, own]) => ofFund(fund, own)),
    lines: funds.flatMap(([fund, own]) =>
      named(own, 'line').map((line) =>
        ofLine(
          fund,
          line,
          own.filter((one) => one.line === line),
        ),
      ),
    ),
    checks: funds.flatMap(([fund, own]) => checksOf(fund, own)),
  };
}
