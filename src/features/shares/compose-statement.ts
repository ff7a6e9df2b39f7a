import { digest } from '../../engine/digest.js';
import { displayPercent } from '../../engine/shares/display-percent.js';
import { type FinancialYear, yearPeriod } from '../../engine/calendar/financial-year.js';
import type { PartnerStatement, ShareStatement, StatementPart } from './dto/share-statement.js';
import { statementChecks } from './statement-checks.js';
import { addUp, asPence, type PartnerAmounts, partnerAmounts, showAmounts } from './statement-rows.js';
import type { MoneyInYear, StatementRow } from './statement.query.js';
import type { YearCalculation } from './year-calculations.js';

interface Asked {
  readonly partnership: string;
  readonly year: FinancialYear;
  readonly asAt: string;
}

/** Puts the calculations of a year beside what was billed and paid. Adds; rounds nothing. */
export function composeStatement(
  asked: Asked,
  calculations: readonly YearCalculation[],
  row: StatementRow,
): ShareStatement {
  const parts = calculations.map((calculation) => showPart(calculation, row.names));
  const rows = partnerAmounts(calculations, row.money);
  const total = addUp(rows);
  const partners = rows.map((each) => showPartner(each, total.share, row.names));
  const totals = showAmounts(total);
  const unallocated = calculations.flatMap(({ answer }) => answer.unallocated);
  return {
    ...asked,
    illustrative: isIllustrative(calculations, row.money),
    reopened: [...row.reopened],
    period: yearPeriod(asked.year),
    parts,
    partners,
    totals,
    unallocated: [...unallocated],
    checks: statementChecks(calculations, row.money, total),
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

function showPartner(
  { partner, amounts }: PartnerAmounts,
  total: bigint,
  names: StatementRow['names'],
): PartnerStatement {
  return {
    partner,
    name: names[partner] ?? partner,
    displayPercent: displayPercent(asPence(amounts.share), asPence(total)),
    ...showAmounts(amounts),
  };
}

function isIllustrative(calculations: readonly YearCalculation[], money: readonly MoneyInYear[]): boolean {
  const behind = calculations.flatMap(({ version }) => [version, version.decision]);
  return [...behind, ...money].some(({ illustrative }) => illustrative);
}
