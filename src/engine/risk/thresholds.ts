import { type Pence, pence } from '../money/pence.js';
import { type Fraction, compare, fraction, readDecimal } from '../money/fraction.js';
import { type Fault, type Outcome, accept, refuse } from '../outcome.js';
import { readStatedAmount } from '../reading/money-field.js';
import { readFields } from '../reading/fields.js';
import { readOneOf } from '../reading/one-of.js';
import { type Place, type Read, at, fault, note, placeAt } from '../reading/place.js';

/** From when the flags stand. Each belongs to the agreement version; where that is silent, ours holds (funding-risk.md). */
export interface Thresholds {
  /** A source that pays for more than this percentage of a pot or line raises `source-concentration`. */
  readonly sourceConcentrationPercent: Fraction;
  /** Days past due from which a contribution is overdue. */
  readonly overdueDays: number;
  /** Days past due from which it is in default. Not less than `overdueDays`. */
  readonly defaultDays: number;
  /** Weeks before a period's start from which an unconfirmed source raises `source-unconfirmed`. */
  readonly unconfirmedWeeks: number;
  /** Above how much an entry of the ledger is entered and approved by different authorities; nothing, so always, when left out. */
  readonly twoCouncilsAbove: Pence;
  /** Whether spending past a budget line of the ledger only warns or is stopped. */
  readonly overspendOfLine: OverspendOfLine;
  /** Those that the agreement version itself names. */
  readonly agreed: readonly ThresholdName[];
}

const overspends = ['warns', 'stops'] as const;
type OverspendOfLine = (typeof overspends)[number];

const names = [
  'sourceConcentrationPercent',
  'overdueDays',
  'defaultDays',
  'unconfirmedWeeks',
  'twoCouncilsAbove',
  'overspendOfLine',
] as const;
export type ThresholdName = (typeof names)[number];

export const defaultThresholds: Thresholds = {
  sourceConcentrationPercent: fraction(25n),
  overdueDays: 30,
  defaultDays: 90,
  unconfirmedWeeks: 13,
  twoCouncilsAbove: pence(0n),
  overspendOfLine: 'warns',
  agreed: [],
};

/** Ten years and two years: beyond these a threshold is a slip of the pen. */
const MOST_DAYS = 3_660;
const MOST_WEEKS = 104;

function readPercent(place: Place, raw: unknown): Read<Fraction> {
  const wants = 'a percentage from 0 to 100 as text, such as "25"';
  const percent = readDecimal(raw);
  if (!percent) return note(place, 'not-a-decimal', wants, raw);
  return compare(percent, fraction(100n)) > 0 ? note(place, 'over-limit', wants, raw) : percent;
}

function readWhole(place: Place, raw: unknown, most: number): Read<number> {
  const wants = `a whole number from 1 to ${most}`;
  if (typeof raw !== 'number' || !Number.isInteger(raw)) return note(place, 'not-a-whole-number', wants, raw);
  return raw < 1 || raw > most ? note(place, 'over-limit', wants, raw) : raw;
}

/**
 * Thresholds as an agreement version states them: an object with any of the names above and no other; ours stand for those
 * it leaves out. Refused with faults that point into it: unknown names, what is not a whole number or a percentage, and a
 * default that would come before the overdue.
 */
export function readThresholds(raw: unknown): Outcome<Thresholds> {
  const faults: Fault[] = [];
  const place = placeAt('', faults);
  const fields = readFields(place, raw, names) ?? new Map<string, unknown>();
  const read = <T>(name: ThresholdName, reads: (place: Place, raw: unknown) => Read<T>, ours: T): T =>
    fields.has(name) ? (reads(at(place, name), fields.get(name)) ?? ours) : ours;
  const days = (place: Place, raw: unknown) => readWhole(place, raw, MOST_DAYS);
  const thresholds: Thresholds = {
    sourceConcentrationPercent: read(names[0], readPercent, defaultThresholds.sourceConcentrationPercent),
    overdueDays: read(names[1], days, defaultThresholds.overdueDays),
    defaultDays: read(names[2], days, defaultThresholds.defaultDays),
    unconfirmedWeeks: read(names[3], (p, r) => readWhole(p, r, MOST_WEEKS), defaultThresholds.unconfirmedWeeks),
    twoCouncilsAbove: read(names[4], readStatedAmount, defaultThresholds.twoCouncilsAbove),
    overspendOfLine: read(names[5], (p, r) => readOneOf(p, r, overspends), defaultThresholds.overspendOfLine),
    agreed: names.filter((name) => fields.has(name)),
  };
  if (faults.length === 0) inOrder(place, thresholds);
  return faults.length > 0 ? refuse(faults) : accept(thresholds);
}

/** A contribution cannot be in default before it is overdue. */
function inOrder(place: Place, { overdueDays, defaultDays, agreed }: Thresholds): void {
  if (defaultDays >= overdueDays) return;
  const named = agreed.includes('defaultDays') ? 'defaultDays' : 'overdueDays';
  const wants = `defaultDays of at least overdueDays; came ${defaultDays} and ${overdueDays}`;
  fault(at(place, named), 'bounds-cross', `Expected ${wants}`);
}
