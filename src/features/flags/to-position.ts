import { type LocalDate } from '../../engine/calendar/local-date.js';
import { type FinancialYear } from '../../engine/calendar/financial-year.js';
import { type Pence } from '../../engine/money/pence.js';
import type {
  Certainty,
  RiskContribution,
  RiskPosition,
  RiskProvision,
  RiskSource,
  ScheduleInForce,
  YearBill,
} from '../../engine/risk/position.js';
import type { SchedulePots } from '../../engine/risk/schedule-pots.js';
import { defaultThresholds, readThresholds, type Thresholds } from '../../engine/risk/thresholds.js';
import { underLadders } from '../../engine/variance/agreed-ladders.js';
import type { OwedRow, PositionRow, ProvidedRow, SourceRow, VersionRow } from './position.query.js';

/** The database's own checks have made these what their types say. */
const pence = (text: string): Pence => BigInt(text) as Pence;
const date = (text: string): LocalDate => text as LocalDate;

/** What the rows say, as the engine's rules look at it. */
export function toPosition(
  row: PositionRow,
  asAt: LocalDate,
  schedule: SchedulePots | undefined,
  years: readonly YearBill[],
): RiskPosition {
  return {
    asAt,
    partners: inListingOrder(row.partners, schedule?.partners ?? []),
    thresholds: row.version ? thresholdsOf(row.version) : defaultThresholds,
    sources: row.sources.map(toSource),
    contributions: row.contributions.map(toContribution),
    provisions: row.provisions.map(toProvision),
    years,
    schedule: row.version && schedule ? inForce(row.version, schedule) : undefined,
  };
}

/** As the agreement in force lists them; whoever it does not list comes after, by id. */
function inListingOrder(partners: PositionRow['partners'], listed: readonly string[]): PositionRow['partners'] {
  const place = ({ id }: { readonly id: string }) => (listed.includes(id) ? listed.indexOf(id) : listed.length);
  return partners.toSorted((a, b) => place(a) - place(b));
}

function thresholdsOf({ thresholds }: VersionRow): Thresholds {
  const read = readThresholds(thresholds);
  if (!read.ok) throw new Error(`Recorded thresholds cannot be read: ${JSON.stringify(read.faults)}`);
  return read.value;
}

function inForce(version: VersionRow, { period, pots }: SchedulePots): ScheduleInForce {
  const { id, illustrative, number, agreement, clause, startsOn, decision } = version;
  const where = clause === null ? '' : `, ${clause}`;
  return {
    period,
    pots,
    named: `version ${number} of "${agreement}"${where}`,
    since: date(startsOn > decision.takenOn ? startsOn : decision.takenOn),
    ladders: laddersOf(version),
    records: [
      { kind: 'agreement-version', id, illustrative },
      { kind: 'decision', id: decision.id, illustrative: decision.illustrative },
    ],
  };
}

/** A reserve of which no record says what it holds is taken to be at its floor, and so to give nothing. */
function laddersOf({ schedule, ladders }: VersionRow): ScheduleInForce['ladders'] {
  if (!ladders) return undefined;
  const { floor = '0.00' } = (ladders as { readonly reserve?: { readonly floor?: string } }).reserve ?? {};
  return underLadders(schedule as Posted, ladders as Posted, { reserve: { balance: floor } });
}

type Posted = Readonly<Record<string, unknown>>;

function toSource({ pot, line, startsOn, amounts, changes, planned, returns, ...row }: SourceRow): RiskSource {
  return {
    ...row,
    pot: pot ?? undefined,
    line: line ?? undefined,
    startsOn: date(startsOn),
    amounts: amounts.map(({ from, until, amount, limitPerChild, announcedOn, ...kept }) => ({
      ...kept,
      from: date(from),
      until: date(until),
      amount: pence(amount),
      limitPerChild: limitPerChild === null ? undefined : pence(limitPerChild),
      announcedOn: date(announcedOn),
    })),
    changes: changes.map(({ certainty, happenedOn, confirmedUntil, ...kept }) => ({
      ...kept,
      certainty: certainty as Certainty,
      happenedOn: date(happenedOn),
      confirmedUntil: confirmedUntil === null ? undefined : date(confirmedUntil),
    })),
    planned: planned.map(({ authority, from, until, amount, plannedOn, ...kept }) => ({
      ...kept,
      authority: authority ?? undefined,
      from: date(from),
      until: date(until),
      amount: pence(amount),
      plannedOn: date(plannedOn),
    })),
    returns: returns.map(({ countedOn, costEach, ...kept }) => ({
      ...kept,
      countedOn: date(countedOn),
      costEach: pence(costEach),
    })),
  };
}

function toContribution({ dueOn, amount, receipts, ...row }: OwedRow): RiskContribution {
  const received = receipts.map((receipt) => ({
    ...receipt,
    receivedOn: date(receipt.receivedOn),
    amount: pence(receipt.amount),
  }));
  return { ...row, dueOn: date(dueOn), amount: pence(amount), receipts: received };
}

function toProvision({ year, amount, decidedOn, ...row }: ProvidedRow): RiskProvision {
  return { ...row, year: year as FinancialYear, amount: pence(amount), decidedOn: date(decidedOn) };
}
