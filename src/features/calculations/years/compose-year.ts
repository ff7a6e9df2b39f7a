import { days as daysOf, type Period, readPeriod } from '../../../engine/calendar/period.js';
import { digest } from '../../../engine/digest.js';
import { toPence, toPounds } from '../../shared/money.js';
import type { RecordedPart, RecordedPartCalculation, RecordedShare, RecordedYear } from '../dto/recorded-year.js';
import type { RecordedPartRow } from './recorded-parts.query.js';
import type { Statement, StatementPart } from './statement.js';
import { sumOf } from './sum-of.js';
import { yearChecks } from './year-checks.js';

type NameOf = (partner: string) => string;

/** Puts what was recorded of each part of a year together. Adds; calculates and rounds nothing. */
export function composeYear(statement: Statement, rows: readonly RecordedPartRow[]): RecordedYear {
  const { partnership, year, asAt } = statement;
  const names = new Map(statement.partners.map(({ partner, name }) => [partner, name]));
  const nameOf: NameOf = (partner) => names.get(partner) ?? partner;
  const found = statement.parts.map((part) => ({ part, row: rows.find((row) => isOf(row, part)) }));
  const parts = found.map(({ part, row }) => showPart(part, row, nameOf));
  const recorded = parts.flatMap(({ calculation }) => (calculation ? [calculation] : []));
  const partners = addUp(recorded, nameOf);
  const [total, unallocated] = [sumOf(recorded.map((one) => one.total)), sumOf(recorded.map((one) => one.unallocated))];
  const made = { partnership, year, partners, total: toPounds(total), unallocated: toPounds(unallocated) };
  return {
    ...made,
    asAt,
    illustrative: statement.illustrative || found.some(({ row }) => row?.illustrative === true),
    complete: recorded.length === parts.length,
    parts,
    checks: yearChecks(statement, parts, made),
    digest: digest({ ...made, parts: parts.map(sealed) }),
  };
}

/** Whether a calculation is of exactly these days under this version. */
function isOf(row: RecordedPartRow, { agreementVersion, period }: StatementPart): boolean {
  const of = readPeriod(row.days);
  return (
    row.version === agreementVersion.id && of.ok && of.value.from === period.from && of.value.until === period.until
  );
}

function showPart(part: StatementPart, row: RecordedPartRow | undefined, nameOf: NameOf): RecordedPart {
  const { period, agreementVersion } = part;
  return {
    from: period.from,
    until: period.until,
    days: daysOf(period as Period),
    agreementVersion: agreementVersion.id,
    agreement: agreementVersion.agreement,
    number: agreementVersion.number,
    calculation: row ? showCalculation(row, part, nameOf) : null,
  };
}

function showCalculation(row: RecordedPartRow, part: StatementPart, nameOf: NameOf): RecordedPartCalculation {
  return {
    ...{ id: row.id, why: row.why, engine: row.engine, digest: row.digest, total: row.total },
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
    answerDigest: row.answer_digest,
    sameDigest: row.digest === part.calculation.digest,
    unallocated: toPounds(sumOf(row.unallocated.map(({ amount }) => amount))),
    partners: row.partners.map(({ partner, amount }) => ({ partner, name: nameOf(partner), amount })),
  };
}

/** What each partner bears over all recorded parts, in the order in which the agreements list them. */
function addUp(recorded: readonly RecordedPartCalculation[], nameOf: NameOf): RecordedShare[] {
  const sums = new Map<string, bigint>();
  for (const { partner, amount } of recorded.flatMap(({ partners }) => partners)) {
    sums.set(partner, (sums.get(partner) ?? 0n) + toPence(amount));
  }
  return [...sums].map(([partner, amount]) => ({ partner, name: nameOf(partner), amount: toPounds(amount) }));
}

/** What the digest of the whole year says of a part. */
function sealed({ from, until, agreementVersion, calculation }: RecordedPart) {
  return {
    ...{ from, until, agreementVersion },
    ...(calculation && { digest: calculation.digest, answerDigest: calculation.answerDigest }),
  };
}
