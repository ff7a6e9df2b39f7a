import { monthsOf } from '../../engine/ledger/budget/months.js';
import type { FinancialYear } from '../../engine/calendar/financial-year.js';
import type { Forecast } from '../../features/budgets/dto/forecast.js';
import type { LedgerOutturn, OutturnFigures } from '../../features/budgets/dto/outturn.js';
import { showMoment } from '../account/show-moment.js';
import { ledgerCrumbs, ledgerOf, named, type Place, whoIs } from '../ledger/place.js';
import { sayReopened } from '../ledger/say-reopened.js';
import { sumPounds } from '../ledger/sum.js';
import { downloads } from '../shared/downloads.js';
import { sourced } from '../shared/sourced.js';
import { showDate, showPounds, showYear } from '../shared/words.js';
import { changeOf, changeSaid } from './change.js';
import { showMonth } from './outturn.view-model.js';
import type { SaidBesideBefore } from './said.screen.js';

type Rows = readonly { readonly line: string; readonly month: string; readonly amount: string }[];

/** One report: what it said of each line and month, beside what was spent and what the report before said. */
export function saidPage(place: Place, { said, before, spent }: SaidBesideBefore) {
  const { forecast, outturn } = said;
  const { financialYear: year, fund, report } = forecast;
  const here = ledgerOf(place);
  const all = { text: `Budget and outturn ${showYear(year)}`, href: `${here}/outturn/${year}?fund=${fund}` };
  return {
    page: {
      title: `${report}: ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, all, { text: report }),
    },
    ...{ partnership: place.partnership.name, report, year: showYear(year), sourced: sourced(forecast) },
    facts: facts(place, forecast, outturn),
    reopened: outturn.reopened.map(sayReopened),
    before: before && { text: nameOf(before.forecast), href: `${here}/forecasts/${before.forecast.id}` },
    byThis: `${here}/outturn/${year}?fund=${fund}&report=${forecast.id}`,
    newForecast: `${here}/forecasts/new?year=${year}&fund=${fund}`,
    lines: linesOf(outturn, before?.outturn),
    total: [...cells(outturn.total), ...compared(outturn.total, before?.outturn.total)],
    months: outturn.lines.map(({ line, name }) => ({
      name,
      ...monthsOfLine(
        year,
        rowsOf(line, forecast.rows),
        before && rowsOf(line, before.forecast.rows),
        rowsOf(line, spent),
      ),
    })),
    files: downloads(place.partnership.id, ['ledger/forecast-rows'], `?forecast=${forecast.id}`),
  };
}

const nameOf = ({ report, madeOn }: Forecast): string => `${report}, ${showDate(madeOn)}`;

function facts(place: Place, forecast: Forecast, { actualsTo }: LedgerOutturn) {
  const closed = actualsTo === null ? 'None: no month was closed' : `The end of ${showMonth(actualsTo)}`;
  const decision = `/partnerships/${place.partnership.id}/decisions/${forecast.decision}`;
  return [
    { key: 'Day of the report', text: showDate(forecast.madeOn) },
    { key: 'Year', text: showYear(forecast.financialYear) },
    { key: 'Actual spending counts to', text: closed },
    ...(forecast.fund === 'pool' ? [] : [{ key: 'Fund', text: named(forecast.fund) }]),
    ...(forecast.decision === null
      ? []
      : [{ key: 'Decision', text: 'The decision that took note of it', href: decision }]),
    { key: 'Recorded', text: `${showMoment(forecast.recordedAt)}, by ${whoIs(place, forecast.recordedBy)}` },
  ];
}

function cells({ budget, actual, forecast, outturn }: OutturnFigures): readonly string[] {
  return [budget, actual, forecast, outturn].map(showPounds);
}

/** What the report before expected, and by how much this one differs; nothing where it is the first. */
function compared(now: OutturnFigures, before: OutturnFigures | undefined): readonly string[] {
  return before ? [showPounds(before.outturn), changeOf(before.outturn, now.outturn)] : [];
}

const none: OutturnFigures = {
  ...{ budget: '0.00', actual: '0.00', since: '0.00', committed: '0.00', forecast: '0.00', outturn: '0.00' },
  variance: '0.00',
};

function linesOf({ lines }: LedgerOutturn, before: LedgerOutturn | undefined) {
  return lines.map((line) => {
    const then = before && (before.lines.find((other) => other.line === line.line) ?? none);
    return { name: line.name, cells: [...cells(line), ...compared(line, then)] };
  });
}

const rowsOf = (line: string, rows: Rows): Rows => rows.filter((row) => row.line === line);

/** One line’s months: what this report said, what the one before did, the difference, and what was spent. */
function monthsOfLine(year: string, said: Rows, before: Rows | undefined, spent: Rows) {
  const at = (rows: Rows, month: string) => rows.find((row) => row.month === month)?.amount;
  const shown = (amount: string | undefined) => (amount === undefined ? '' : showPounds(amount));
  const sum = (rows: Rows) => showPounds(sumPounds(rows.map(({ amount }) => amount)));
  return {
    rows: monthsOf(year as FinancialYear).map((month) => {
      const now = at(said, month);
      const then = before && at(before, month);
      const compared = before ? [shown(then), changeSaid(then, now)] : [];
      return { month: showMonth(month), cells: [shown(now), ...compared, shown(at(spent, month))] };
    }),
    total: [sum(said), ...(before ? [sum(before), ''] : []), sum(spent)],
  };
}
