import { digest } from '../../engine/digest.js';
import { displayPercent } from '../../engine/shares/display-percent.js';
import { type Pence, readPounds, sumPence } from '../../engine/money/pence.js';
import { type FinancialYear, yearPeriod } from '../../engine/calendar/financial-year.js';
import { toPence, toPounds } from '../shared/money.js';
import type { PartnerStatement, ShareStatement, StatementPart, StatementTotals } from './dto/share-statement.js';
import { statementChecks } from './statement-checks.js';
import type { MoneyInYear, StatementRow } from './statement.query.js';
import type { YearCalculation } from './year-calculations.js';

interface Asked {
  readonly partnership: string;
  readonly year: FinancialYear;
  readonly asAt: string;
}

const nothing = 0n as Pence;

/** Puts the calculations of a year beside what was billed and paid. Adds; rounds nothing. */
export function composeStatement(
  asked: Asked,
  calculations: readonly YearCalculation[],
  row: StatementRow,
): ShareStatement {
  const parts = calculations.map((calculation) => showPart(calculation, row.names));
  const partners = showPartners(calculations, row);
  const totals = addUp(partners);
  const unallocated = calculations.flatMap(({ answer }) => answer.unallocated);
  return {
    ...asked,
    illustrative: isIllustrative(calculations, row.money),
    period: yearPeriod(asked.year),
    parts,
    partners,
    totals,
    unallocated: [...unallocated],
    checks: statementChecks(calculations, partners, totals),
    digest: digest({ ...asked, calculations: calculations.map(({ answer }) => answer.digest), partners, totals }),
  };
}

function showPart({ version, period, answer }: YearCalculation, names: StatementRow['names']): StatementPart {
  const authorityName = version.decision.authority === null ? null : (names[version.decision.authority] ?? null);
  const decision = { ...version.decision, authorityName };
  const { id, number, agreement, from, until, clause, source, illustrative } = version;
  const agreementVersion = { id, number, agreement, from, until, clause, source, illustrative };
  return { period, agreementVersion, decision, calculation: answer };
}

/** In the order in which the agreement lists them; then whoever was billed without a share. */
function showPartners(calculations: readonly YearCalculation[], { money, names }: StatementRow): PartnerStatement[] {
  const shares = new Map<string, Pence>();
  for (const { partner, amount } of calculations.flatMap(({ answer }) => answer.partners)) {
    shares.set(partner, sumPence([shares.get(partner) ?? nothing, toPence(amount)]));
  }
  for (const { partner } of money) if (!shares.has(partner)) shares.set(partner, nothing);
  const total = sumPence(shares.values());
  const paidBy = new Map(money.map((line) => [line.partner, line]));
  return [...shares].map(([partner, share]) => ({
    partner,
    name: names[partner] ?? partner,
    displayPercent: displayPercent(share, total),
    ...sums(share, paidBy.get(partner)),
  }));
}

function sums(share: Pence, money: MoneyInYear | undefined): StatementTotals {
  const [billed, due, paid] = [money?.billed, money?.due, money?.paid].map((text) => BigInt(text ?? '0'));
  const shown = { share, billed, due, paid, outstanding: share - (paid ?? 0n) };
  return Object.fromEntries(Object.entries(shown).map(([name, amount]) => [name, toPounds(amount ?? 0n)])) as never;
}

function addUp(partners: readonly PartnerStatement[]): StatementTotals {
  const total = (name: keyof StatementTotals) =>
    toPounds(sumPence(partners.map((partner) => readPounds(partner[name]) ?? nothing)));
  return {
    share: total('share'),
    billed: total('billed'),
    due: total('due'),
    paid: total('paid'),
    outstanding: total('outstanding'),
  };
}

function isIllustrative(calculations: readonly YearCalculation[], money: readonly MoneyInYear[]): boolean {
  const behind = calculations.flatMap(({ version }) => [version, version.decision]);
  return [...behind, ...money].some(({ illustrative }) => illustrative);
}
