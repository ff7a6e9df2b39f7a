import { type LocalDate, daysBetween } from '../calendar/local-date.js';
import { type Period, overlap } from '../calendar/period.js';
import { sum } from '../money/fraction.js';
import { type AmountPart, amountOver } from './amount-over.js';
import { type Spread, billOf, burdenOf } from './bill.js';
import { type Confirmation, confirmationOf, firstDayOut } from './confirmation.js';
import { LAST_DATE, daysBefore, earliestOf, latestOf } from './days.js';
import { type Flag, type RecordRef } from './flag.js';
import { fundingPeriods } from './periods.js';
import { borneBy, plannedWithin, sayPart } from './planned-part.js';
import { type RiskPosition, type RiskSource } from './position.js';
import { spread } from './pot-share.js';
import { type FlagRule, raise, refer } from './raise.js';
import { remedies } from './remedies.js';
import { recordsOf, sayEnd } from './say-confirmation.js';
import { sayCount, sayDate, sayExact, sayPeriod, sayPounds, sayThreshold } from './words.js';

/**
 * `source-unconfirmed`: a funding period starts within `unconfirmedWeeks` (13) weeks after the day, or has started and not
 * ended, and on its start the source is not confirmed: its certainty is not "confirmed", or it is confirmed only until a day
 * before. A period that is wholly confirmed raises nothing. A funding period is that of an announced amount, or where none
 * is announced that of planned spend. One flag per source and period. Pounds, from the later of the period's start and the
 * day after the last confirmed one: off formula the planned spend by authority; through the pool the source's amount (the
 * planned spend where none is announced), spread down the overspend ladder in force or, where there is none, by the partners'
 * exact shares of the pot. It bites on the period's start; it first stood that many weeks before, or on the later event that
 * made it so.
 */
export const sourceUnconfirmed: FlagRule = (position) =>
  position.sources.flatMap((source) => {
    const confirmation = confirmationOf(source);
    return fundingPeriods(source)
      .filter((period) => isNear(position, period) && !isConfirmedAt(confirmation, period.from))
      .flatMap((period) => flagOf(position, source, confirmation, period));
  });

function isNear({ asAt, thresholds }: RiskPosition, { from, until }: Period): boolean {
  return asAt < until && daysBetween(asAt, from) <= thresholds.unconfirmedWeeks * 7;
}

function isConfirmedAt({ certainty, until }: Confirmation, day: LocalDate): boolean {
  return certainty === 'confirmed' && until !== undefined && until >= day;
}

/** What rests on the unconfirmed days: who bears it, how it was worked out, and on which records. */
interface Exposure extends Spread {
  readonly steps: readonly string[];
  /** Whether anything recorded puts pounds on it. */
  readonly known: boolean;
}

function exposureOf(position: RiskPosition, source: RiskSource, window: Period): Exposure {
  const amounts = source.route === 'pooled' ? amountOver(source, window) : [];
  if (amounts.length > 0) return byAmount(position, source, amounts);
  const parts = plannedWithin(source.planned, window);
  const borne = borneBy(position, source, parts);
  const none = `No spend is planned for ${sayPeriod(window)}, so no pounds can be put on it.`;
  return {
    ...borne,
    steps: parts.length > 0 ? [...parts.map((part) => sayPart(position, part)), borne.working] : [none],
    records: [...parts.map(({ row }) => refer('planned-spend', row)), ...borne.records],
    known: source.planned.some((row) => overlap(row, window)),
  };
}

function byAmount(position: RiskPosition, source: RiskSource, parts: readonly AmountPart[]): Exposure {
  const borne = spread(position, source, sum(parts.map(({ exact }) => exact)));
  const steps = parts.map(
    ({ amount, within, exact }) =>
      `${sayPounds(amount.amount)} announced for ${sayPeriod(amount)}; ${sayPeriod(within)} counts, so ${sayExact(exact)}.`,
  );
  const records = [...parts.map(({ amount }) => refer('funding-amount', amount)), ...borne.records];
  return { ...borne, steps: [...steps, borne.working], records, known: true };
}

function flagOf(
  position: RiskPosition,
  source: RiskSource,
  confirmation: Confirmation,
  period: Period,
): readonly Flag[] {
  const window = overlap({ from: firstDayOut(source, confirmation) ?? LAST_DATE, until: LAST_DATE }, period);
  if (!window) return [];
  const exposure = exposureOf(position, source, window);
  const bill = billOf(position, burdenOf(exposure.parts));
  if (exposure.known && bill.total === 0n) return [];
  return [
    raise(position, {
      code: 'source-unconfirmed',
      about: `${source.id}.${period.from}`,
      ...saying(position, source, confirmation, period),
      bill,
      bitesOn: period.from,
      graveOn: period.from,
      firstStood: firstStood(position, source, confirmation, period),
      records: [...recordsOf(source, confirmation), ...periodRecords(source, period), ...exposure.records],
      couldDecide: [remedies.seek, remedies.underwrite, remedies.ration, remedies.stop, remedies.reserve],
      working: [sayEnd(source, confirmation), ...exposure.steps, `Together ${sayPounds(bill.total)}.`],
    }),
  ];
}

function saying(position: RiskPosition, source: RiskSource, { certainty }: Confirmation, period: Period) {
  const { asAt, thresholds } = position;
  const starts = period.from <= asAt ? `started on ${sayDate(period.from)}` : `starts on ${sayDate(period.from)}`;
  const away = period.from <= asAt ? '' : `, in ${sayCount(daysBetween(asAt, period.from), 'day')}`;
  const stands =
    certainty === undefined
      ? 'nothing was ever said of how certain it is'
      : `it stands as "${certainty.replace('-', ' ')}"`;
  const weeks = sayCount(thresholds.unconfirmedWeeks, 'week');
  return {
    title: `${source.name} is not confirmed for ${sayPeriod(period)}`,
    words: `The period ${sayPeriod(period)} ${starts}${away}, and the source is not confirmed for its start: ${stands}.`,
    rule: sayThreshold(
      position,
      'unconfirmedWeeks',
      `A period that starts within ${weeks}, or has started, and a source not confirmed on its start. Pounds from the first day not confirmed: off formula the planned spend by authority, through the pool the source's amount, down the overspend ladder in force or, where there is none, by the partners' exact shares`,
    ),
  };
}

/** The announcements or, where there are none, the plans that make it a period. */
function periodRecords({ amounts, planned }: RiskSource, period: Period): readonly RecordRef[] {
  const announced = amounts
    .filter((amount) => overlap(amount, period))
    .map((amount) => refer('funding-amount', amount));
  if (announced.length > 0) return announced;
  return planned.filter((row) => overlap(row, period)).map((row) => refer('planned-spend', row));
}

function firstStood(
  { thresholds }: RiskPosition,
  source: RiskSource,
  confirmation: Confirmation,
  period: Period,
): LocalDate {
  const { until, leftBy, doubtedBy } = confirmation;
  const doubted = until !== undefined && until >= period.from ? doubtedBy : undefined;
  const announced = source.amounts.filter((amount) => overlap(amount, period)).map(({ announcedOn }) => announcedOn);
  const planned = source.planned.filter((row) => overlap(row, period)).map(({ plannedOn }) => plannedOn);
  const known = earliestOf(announced.length > 0 ? announced : planned);
  return latestOf(
    daysBefore(period.from, thresholds.unconfirmedWeeks * 7),
    leftBy?.happenedOn,
    doubted?.happenedOn,
    known,
  );
}
