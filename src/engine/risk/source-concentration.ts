import { type Fraction, ZERO, compare, divide, fromPence, fraction, isZero, multiply, sum } from '../money/fraction.js';
import { formatDecimal, showDecimal } from '../money/decimal.js';
import { type AmountPart, amountOver } from './amount-over.js';
import { billOf, burdenOf } from './bill.js';
import { confirmationOf, firstDayOut } from './confirmation.js';
import { LAST_DATE, latestOf } from './days.js';
import { type Flag } from './flag.js';
import { type RiskPosition, type RiskPot, type RiskSource, type ScheduleInForce } from './position.js';
import { potOf, spread } from './pot-share.js';
import { type FlagRule, raise, refer } from './raise.js';
import { remedies } from './remedies.js';
import { sayExact, sayPeriod, sayPounds, sayThreshold } from './words.js';

const HUNDRED = fraction(100n);

/** A source beside what it pays for. */
interface Beside {
  readonly schedule: ScheduleInForce;
  readonly paysFor: { readonly called: string; readonly gross: Fraction };
  readonly parts: readonly AmountPart[];
  readonly exact: Fraction;
  readonly percent: Fraction;
}

/**
 * `source-concentration`: what one outside source gives for the period of the schedule in force is more than
 * `sourceConcentrationPercent` (25) of the gross amount of the pot, or the line, that it pays for; compared exactly, so
 * that exactly 25% raises nothing. One flag per source. Pounds: that amount, spread down the overspend ladder in force or,
 * where there is none, by the partners' exact shares of the pot: what each would have to find were it lost. It bites on the first day of the period for which the source is not
 * confirmed. It first stood when the schedule was in force and the whole amount announced.
 */
export const sourceConcentration: FlagRule = (position) =>
  position.sources.flatMap((source) => {
    const beside = besideOf(position, source);
    if (!beside || compare(beside.percent, position.thresholds.sourceConcentrationPercent) <= 0) return [];
    return flagOf(position, source, beside);
  });

function besideOf(position: RiskPosition, source: RiskSource): Beside | undefined {
  const { schedule } = position;
  const paysFor = paidFor(potOf(position, source), source);
  if (!schedule || !paysFor || compare(paysFor.gross, ZERO) <= 0) return undefined;
  const parts = amountOver(source, schedule.period);
  const exact = sum(parts.map((part) => part.exact));
  if (isZero(exact)) return undefined;
  return { schedule, paysFor, parts, exact, percent: divide(multiply(exact, HUNDRED), paysFor.gross) };
}

function paidFor(pot: RiskPot | undefined, { line }: RiskSource): Beside['paysFor'] | undefined {
  if (!pot || line === undefined) return pot && { called: `the pot "${pot.name}"`, gross: pot.gross };
  const found = pot.lines.find(({ id }) => id === line);
  return found && { called: `the line "${line}" of the pot "${pot.name}"`, gross: fromPence(found.amount) };
}

function flagOf(position: RiskPosition, source: RiskSource, beside: Beside): readonly Flag[] {
  const { schedule, paysFor, parts, exact, percent } = beside;
  const borne = spread(position, source, exact);
  const bill = billOf(position, burdenOf(borne.parts));
  if (bill.total === 0n) return [];
  const most = showDecimal(position.thresholds.sourceConcentrationPercent);
  const said = `${formatDecimal(percent, 2)}%`;
  const out = firstDayOut(source, confirmationOf(source)) ?? LAST_DATE;
  const announced = parts.map(({ amount }) => amount.announcedOn);
  return [
    raise(position, {
      code: 'source-concentration',
      about: source.id,
      title: `${source.name} pays for more than ${most}% of ${paysFor.called}`,
      words: `It pays ${sayPounds(bill.total)} of ${sayExact(paysFor.gross)}, ${said} of ${paysFor.called}, in ${sayPeriod(schedule.period)}.`,
      bill,
      bitesOn: latestOf(schedule.period.from, out),
      graveOn: undefined,
      firstStood: latestOf(schedule.since, ...announced),
      rule: sayThreshold(
        position,
        'sourceConcentrationPercent',
        `One outside source pays for more than ${most}% of a pot or line`,
      ),
      records: [
        refer('funding-source', source),
        ...parts.map(({ amount }) => refer('funding-amount', amount)),
        ...source.changes.slice(-1).map((change) => refer('certainty-change', change)),
        ...schedule.records,
      ],
      couldDecide: [remedies.replace, remedies.reserve, remedies.underwrite, remedies.accept],
      working: [...parts.map(sayAmount), sayPercent(beside, said, most), borne.working],
    }),
  ];
}

function sayAmount({ amount, within, exact }: AmountPart): string {
  return `${sayPounds(amount.amount)} announced for ${sayPeriod(amount)}; ${sayPeriod(within)} counts, so ${sayExact(exact)}.`;
}

function sayPercent({ exact, paysFor }: Beside, said: string, most: string): string {
  return `${sayExact(exact)} ÷ ${sayExact(paysFor.gross)} (gross) = ${said} to two decimals; compared exactly, it is more than ${most}%.`;
}
