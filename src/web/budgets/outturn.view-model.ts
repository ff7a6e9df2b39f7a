import type { Forecast } from '../../features/budgets/dto/forecast.js';
import type { LedgerOutturn, OutturnFigures } from '../../features/budgets/dto/outturn.js';
import type { ProjectedVariance } from '../../features/budgets/dto/projected-variance.js';
import { dayErrors, dayInput } from '../as-at/as-at.view-model.js';
import type { AsAt } from '../as-at/read-as-at.js';
import { entriesAt, ledgerCrumbs, ledgerOf, nameOf, type Place } from '../ledger/place.js';
import { sayReopened } from '../ledger/say-reopened.js';
import { illustrativeTag } from '../shared/illustrative.js';
import { sentence, showDate, showPounds, showYear } from '../shared/words.js';
import type { Projection } from './budgets.screen.js';
import { budgetFiles } from './files.js';
import { outturnBars, overOrUnder } from './outturn-bars.js';

/** What the address asked for. */
export interface OutturnPageAsked {
  readonly year: string;
  readonly fund: string;
  readonly asAt: AsAt;
  readonly knownAt: AsAt;
}

interface Found {
  readonly outturn: LedgerOutturn;
  readonly projection: Projection;
  readonly reports: readonly Forecast[];
}

const tag = (holds: boolean) =>
  holds ? { text: 'Holds', classes: 'govuk-tag--green' } : { text: 'Does not hold', classes: 'govuk-tag--red' };

/** `2026-09-01` as `September 2026`. */
export const showMonth = (month: string): string => showDate(month).replace(/^1 /, '');

/** A year's budget and outturn; or, where a date is none, the form that asks for another. */
export function outturnPage(place: Place, asked: OutturnPageAsked, found?: Found) {
  const { year, fund, asAt, knownAt } = asked;
  const errors = [...dayErrors('asAt', asAt), ...dayErrors('knownAt', knownAt)];
  const heading = `Budget and outturn ${showYear(year)}`;
  return {
    page: {
      title: `${heading}: ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, { text: heading }),
      ...(errors.length > 0 ? { errors } : {}),
    },
    ...{ partnership: place.partnership.name, heading, fund },
    form: {
      ...{ action: `${ledgerOf(place)}/outturn/${year}`, open: !asAt.ok || !knownAt.ok },
      asAt: dayInput(
        'asAt',
        asAt,
        'What counts up to the end of',
        'For example, 31 3 2027. Leave all three empty for today.',
      ),
      knownAt: dayInput(
        'knownAt',
        knownAt,
        'As it was known at the end of',
        'Leave all three empty for all that is known now.',
      ),
    },
    links: links(place, year, fund),
    found: found && shown(place, found),
    files: budgetFiles(place.partnership.id, year),
  };
}

const links = (place: Place, year: string, fund: string) => ({
  orders: `${ledgerOf(place)}/commitments?financialYear=${year}`,
  budgets: `${ledgerOf(place)}/budgets?year=${year}&fund=${fund}`,
  newForecast: `${ledgerOf(place)}/forecasts/new?year=${year}&fund=${fund}`,
});

function shown(place: Place, { outturn, projection, reports }: Found) {
  const { financialYear: year, report, actualsTo, lines, total, checks } = outturn;
  const known = outturn.knownAt === null ? '' : `, as known at ${showDate(outturn.knownAt)}`;
  const spent = actualsTo === null ? 'No month is closed yet' : `Actual spending to the end of ${showMonth(actualsTo)}`;
  const forecast = report ? `forecast of “${report.report}”, ${showDate(report.madeOn)}` : 'no forecast yet';
  return {
    tag: illustrativeTag(outturn.illustrative),
    reopened: outturn.reopened.map(sayReopened),
    when: `As at ${showDate(outturn.asAt)}${known}. ${spent}; ${forecast}.`,
    bars: outturnBars(lines),
    rows: lines.map((line) => ({
      name: line.name,
      href: entriesAt(place, { account: `budget-line:${line.line}`, line: line.line, financialYear: year }),
      cells: cells(line),
      over: sentence(overOrUnder(line.variance)),
    })),
    total: { cells: cells(total), over: sentence(overOrUnder(total.variance)) },
    checks: checks.map(({ holds, says }) => ({ tag: tag(holds), says })),
    variance: 'found' in projection ? projected(place, projection.found) : undefined,
    why: 'why' in projection ? projection.why : undefined,
    reports: reports.map((one) => ({
      text: `${one.report}, ${showDate(one.madeOn)}`,
      href: `${ledgerOf(place)}/forecasts/${one.id}`,
      outturn: `${ledgerOf(place)}/outturn/${year}?fund=${one.fund}&report=${one.id}`,
      current: one.id === report?.id,
    })),
  };
}

function cells({ budget, actual, committed, forecast, outturn }: OutturnFigures): readonly string[] {
  return [budget, actual, committed, forecast, outturn].map(showPounds);
}

function projected(place: Place, { partners, calculation }: ProjectedVariance) {
  return {
    says: saysOf(calculation),
    partners: partners.map(({ partner, amount }) => ({
      name: nameOf(place, partner),
      says: amount.startsWith('-')
        ? 'Would get back'
        : amount === '0.00'
          ? 'Nothing by the agreement'
          : 'Would pay more',
      amount: showPounds(amount.replace('-', '')),
    })),
    working: calculation.working.map(({ words }) => words),
    toDecide: calculation.toDecide.map(({ amount, why }) => `${showPounds(amount)}: ${why}`),
  };
}

/** What a projection is: how the year would end, what nobody bears, and that nothing of it is posted. */
function saysOf({ variance, undetermined }: ProjectedVariance['calculation']): string {
  const open =
    undetermined === '0.00' ? '' : ` Of that, ${showPounds(undetermined)} is nobody’s until the board decides.`;
  return `Projected: the year would end ${overOrUnder(variance)}.${open} Nothing of this is posted. It binds once the decision that settles the year is recorded.`;
}
