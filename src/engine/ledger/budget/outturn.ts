import { type LocalDate } from '../../calendar/local-date.js';
import { type BudgetLine } from './read-budget.js';
import { type ForecastRow } from './read-forecast.js';

/** Pence of one line; a sum may pass what a single amount may be, so it is a plain whole number. */
export interface OfLine {
  readonly line: string;
  readonly pence: bigint;
}

/** Pence of one line in one month, named by its first day. */
export interface OfMonth extends OfLine {
  readonly month: LocalDate;
}

/** What an outturn is worked out from. */
export interface OutturnFacts {
  /** The first day of the last month whose actual spending counts; none where no month of the year does. */
  readonly actualsTo: LocalDate | null;
  readonly months: readonly LocalDate[];
  readonly budget: readonly BudgetLine[];
  readonly spent: readonly OfMonth[];
  readonly committed: readonly OfLine[];
  readonly forecast: readonly ForecastRow[];
}

/** One line, or all together, in pence. Forecast outturn is what was spent to that month and what is forecast after it. */
export interface OutturnFigures {
  readonly budget: bigint;
  readonly actual: bigint;
  /** What was spent after that month already: the forecast of those months stands for it. */
  readonly since: bigint;
  readonly committed: bigint;
  readonly forecast: bigint;
  readonly outturn: bigint;
  /** Outturn less budget: above nothing when more is spent. */
  readonly variance: bigint;
}

export interface OutturnLine extends OutturnFigures {
  readonly line: string;
  readonly name: string;
  /** The months after that one of which nothing is forecast. */
  readonly silent: readonly LocalDate[];
}

export interface OutturnCheck {
  readonly check:
    'budget-foots' | 'actual-foots' | 'committed-foots' | 'forecast-foots' | 'outturn-foots' | 'every-month-forecast';
  readonly holds: boolean;
  readonly off: bigint;
}

export interface Outturn {
  readonly lines: readonly OutturnLine[];
  readonly total: OutturnFigures;
  readonly checks: readonly OutturnCheck[];
}

const sum = (rows: readonly { readonly pence: bigint }[]): bigint => rows.reduce((so, { pence }) => so + pence, 0n);

type Counts = (month: LocalDate) => boolean;

function lineOf(line: string, facts: OutturnFacts, counts: Counts): OutturnLine {
  const own = <T extends { readonly line: string }>(rows: readonly T[]) => rows.filter((row) => row.line === line);
  const [found] = own(facts.budget);
  const spent = own(facts.spent);
  const after = own(facts.forecast).filter(({ month }) => !counts(month));
  const figures = {
    budget: found?.pence ?? 0n,
    actual: sum(spent.filter(({ month }) => counts(month))),
    since: sum(spent.filter(({ month }) => !counts(month))),
    committed: sum(own(facts.committed)),
    forecast: sum(after),
  };
  const outturn = figures.actual + figures.forecast;
  const silent = facts.months.filter((month) => !counts(month) && !after.some((row) => row.month === month));
  return { line, name: found?.name ?? line, ...figures, outturn, variance: outturn - figures.budget, silent };
}

/** The totals from what they are of, and not from the lines: so that a line that was lost shows. */
function totalOf(facts: OutturnFacts, counts: Counts): OutturnFigures {
  const budget = sum(facts.budget);
  const actual = sum(facts.spent.filter(({ month }) => counts(month)));
  const since = sum(facts.spent.filter(({ month }) => !counts(month)));
  const forecast = sum(facts.forecast.filter(({ month }) => !counts(month)));
  const outturn = actual + forecast;
  return { budget, actual, since, committed: sum(facts.committed), forecast, outturn, variance: outturn - budget };
}

function checksOf(lines: readonly OutturnLine[], total: OutturnFigures): readonly OutturnCheck[] {
  const foots = (['budget', 'actual', 'committed', 'forecast', 'outturn'] as const).map((name) => {
    const off = lines.reduce((so, line) => so + line[name], 0n) - total[name];
    return { check: `${name}-foots` as const, holds: off === 0n, off };
  });
  const silent = lines.some((line) => line.silent.length > 0 && (line.budget !== 0n || line.forecast !== 0n));
  return [...foots, { check: 'every-month-forecast', holds: !silent, off: 0n }];
}

/** What each line was to spend and is now expected to: every line that is budgeted, spent on, committed or forecast. */
export function composeOutturn(facts: OutturnFacts): Outturn {
  const counts: Counts = (month) => facts.actualsTo !== null && month <= facts.actualsTo;
  const budgeted = facts.budget.map(({ line }) => line);
  const others = [...facts.spent, ...facts.committed, ...facts.forecast].map(({ line }) => line).sort();
  const lines = [...new Set([...budgeted, ...others])].map((line) => lineOf(line, facts, counts));
  const total = totalOf(facts, counts);
  return { lines, total, checks: checksOf(lines, total) };
}
