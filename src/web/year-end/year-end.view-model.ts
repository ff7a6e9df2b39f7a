import { type FinancialYear } from '../../engine/calendar/financial-year.js';
import type { YearEndFund, YearEndStatement } from '../../features/ledger/dto/year-end.js';
import { yearBeside } from '../../features/shared/years-beside.js';
import { ledgerCrumbs, ledgerOf, named, type Place } from '../ledger/place.js';
import { monthName, sayReopened } from '../ledger/say-reopened.js';
import type { Download } from '../shared/downloads.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import { blank, textInput, type Typed } from '../shared/inputs.js';
import { showDate } from '../shared/words.js';
import { fundTables, type StatementTable } from './fund-tables.js';
import { type Shared, sharedOut } from './shared-out.js';

interface FundShown {
  readonly name: string | undefined;
  readonly result: string;
  readonly tables: readonly StatementTable[];
  readonly shared: readonly Shared[];
}

export const yearEndOf = (place: Place, year: string): string => `${ledgerOf(place)}/year-end/${year}`;

/** Where the year before is, or after; nowhere where there is none. */
function beside(place: Place, year: FinancialYear, years: -1 | 1): string | undefined {
  const other = yearBeside(year, years);
  return other && yearEndOf(place, other);
}

const digestOf = (digest: string | null) => digest?.slice(0, 23) ?? '';

/** The memorandum account of a year, as it stands on one page. */
export function yearEndPage(place: Place, statement: YearEndStatement, key: string, typed: Typed = blank) {
  const year = statement.year as FinancialYear;
  const settlement = `${ledgerOf(place)}/year-end/${year}/settlement`;
  return {
    page: {
      title: `Year end ${year}: ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, { text: `Year end ${year}` }),
      ...(typed.errors.length > 0 ? { errors: typed.errors } : {}),
    },
    ...{
      partnership: place.partnership.name,
      year,
      asAt: showDate(statement.asAt),
      tag: illustrativeTag(statement.illustrative),
    },
    state: stateTag(statement),
    frozen: frozenWords(statement),
    checked: statement.checked,
    reopened: statement.reopened.map(sayReopened),
    funds: statement.funds.map((fund) => showFund(place, statement, fund)),
    checks: statement.checks.map(({ fund, holds, says }) => ({
      says: statement.funds.length > 1 ? `${named(fund)}: ${says}` : says,
      tag: checkTag(holds),
    })),
    months: statement.months.map(({ startsOn, digest }) => ({
      name: monthName(startsOn),
      digest: digest === null ? 'Open' : digestOf(digest),
    })),
    before: beside(place, year, -1),
    after: beside(place, year, 1),
    settle: [
      { text: 'Propose a true-up', href: `${settlement}?kind=true-up` },
      { text: 'Propose the settlement of the variance', href: settlement },
    ],
    close: statement.closed ? undefined : closing(place, year, key, typed),
    files: [theseFigures(statement)],
  };
}

function stateTag({ closed }: YearEndStatement): Tag {
  return closed ? { text: 'Closed', classes: 'govuk-tag--green' } : { text: 'Open', classes: 'govuk-tag--yellow' };
}

const checkTag = (holds: boolean): Tag =>
  holds ? { text: 'Holds', classes: 'govuk-tag--green' } : { text: 'Does not hold', classes: 'govuk-tag--red' };

/** What was frozen, by the beginning of its digest. */
function frozenWords({ closed, openedWith }: YearEndStatement): readonly string[] {
  return [
    ...(openedWith ? [`It opens with what was frozen of the year before: ${digestOf(openedWith.digest)}.`] : []),
    ...(closed ? [`What it closes with is frozen: ${digestOf(closed.digest)}.`] : []),
  ];
}

function showFund(place: Place, statement: YearEndStatement, fund: YearEndFund): FundShown {
  return {
    name: statement.funds.length > 1 ? named(fund.fund) : undefined,
    result: resultWords(fund),
    tables: fundTables(place, fund),
    shared: sharedOut(
      place,
      statement.settlements.filter((one) => one.fund === fund.fund),
    ),
  };
}

/** Whether more or less was spent than budgeted, in a sentence. */
function resultWords({ account: { variance, budget } }: YearEndFund): string {
  if (variance === null || budget === null)
    return 'No budget is recorded for this year, so no line is over or under it.';
  if (!/[1-9]/.test(variance)) return 'What was spent is what was budgeted, to the penny.';
  const under = variance.startsWith('-');
  const pounds = `£${variance.replace('-', '').replaceAll(/\B(?=(\d{3})+\.)/g, ',')}`;
  return `${pounds} ${under ? 'less' : 'more'} was spent than budgeted: an ${under ? 'underspend' : 'overspend'}.`;
}

function closing(place: Place, year: string, key: string, typed: Typed) {
  return {
    ...{ action: `${ledgerOf(place)}/year-closings`, key, year },
    wrong: typed.errors.find(({ href }) => href === '#financialYear')?.text,
    why: textInput(typed, 'why', 'Why it is closed', 'For example, The board settled the outturn on 12 June'),
    source: textInput(typed, 'source', 'Where this comes from', 'For example, the minute of the board'),
  };
}

function theseFigures({ partnership, year }: YearEndStatement): Download {
  const file = (form: string) => `/api/v1/partnerships/${partnership}/ledger/year-end/${year}/all.${form}`;
  return { text: 'These figures', action: 'ledger.read', csv: file('csv'), xlsx: file('xlsx') };
}
