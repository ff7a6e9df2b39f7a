import { type FinancialYear } from '../../engine/calendar/financial-year.js';
import type { YearEndFund, YearEndStatement } from '../../features/ledger/dto/year-end.js';
import { yearBeside } from '../../features/shared/years-beside.js';
import { dayErrors, dayInput } from '../as-at/as-at.view-model.js';
import type { AsAt } from '../as-at/read-as-at.js';
import { ledgerCrumbs, ledgerOf, named, type Place } from '../ledger/place.js';
import { monthName, sayReopened } from '../ledger/say-reopened.js';
import { downloadsOf } from '../shared/downloads.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import { blank, textInput, type Typed } from '../shared/inputs.js';
import { showDate, showYear } from '../shared/words.js';
import { fundTables, type StatementTable } from './fund-tables.js';
import { type Shared, sharedOut } from './shared-out.js';

/** What a page was asked, and what stands in the form that closes the year. */
export interface YearEndDrawn {
  readonly asked: { readonly fund: string | undefined; readonly knownAt: AsAt };
  /** By which two sendings of that form are one. */
  readonly key: string;
  readonly typed?: Typed;
}

interface FundShown {
  readonly name: string | undefined;
  readonly result: string;
  readonly tables: readonly StatementTable[];
  readonly shared: readonly Shared[];
}

export const yearEndOf = (place: Place, year: string): string => `${ledgerOf(place)}/year-end/${year}`;

/** Where the year before is, or after; nowhere where there is none. */
function beside(place: Place, year: FinancialYear, years: -1 | 1, query: string): string | undefined {
  const other = yearBeside(year, years);
  return other && `${yearEndOf(place, other)}${query}`;
}

const digestOf = (digest: string | null) => digest?.slice(0, 23) ?? '';

/** The memorandum account of a year, as it stands on one page. */
export function yearEndPage(place: Place, statement: YearEndStatement, { key, asked, typed = blank }: YearEndDrawn) {
  const year = statement.year as FinancialYear;
  const heading = `Year end ${showYear(year)}`;
  const errors = [...typed.errors, ...dayErrors('knownAt', asked.knownAt)];
  const query = queryOf(statement, asked.fund);
  const settlement = `${ledgerOf(place)}/year-end/${year}/settlement`;
  return {
    page: {
      title: `${heading}: ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, { text: heading }),
      ...(errors.length > 0 ? { errors } : {}),
    },
    ...{ partnership: place.partnership.name, heading, when: whenOf(statement) },
    tag: illustrativeTag(statement.illustrative),
    form: form(place, statement, asked),
    only: statement.everyFund.length > 1 && asked.fund !== undefined ? named(asked.fund) : undefined,
    state: stateTag(statement),
    told: [...soFar(statement), ...frozenWords(statement)],
    checked: statement.checked,
    reopened: statement.reopened.map(sayReopened),
    funds: statement.funds.map((fund) => showFund(place, statement, fund)),
    checks: statement.checks.map(({ fund, holds, says }) => ({
      says: statement.funds.length > 1 ? `${named(fund)}: ${says}` : says,
      tag: checkTag(holds),
    })),
    months: statement.months.map(showMonth),
    before: beside(place, year, -1, query),
    after: beside(place, year, 1, query),
    settle: [
      { text: 'Propose a true-up', href: `${settlement}?kind=true-up` },
      { text: 'Propose the settlement of the variance', href: settlement },
    ],
    close: statement.closed || statement.knownAt !== null ? undefined : closing(place, year, key, typed),
    files: [...downloadsOf('These figures', yearEndOf(place, year), query), ...frozenFiles(place, statement)],
  };
}

/** What was frozen when the year was closed, as files. */
function frozenFiles(place: Place, { closed }: YearEndStatement) {
  const at = (id: string) => `${ledgerOf(place)}/year-closings/${id}`;
  return closed ? downloadsOf('What was frozen when it was closed', at(closed.id), '') : [];
}

function showMonth({ startsOn, digest }: YearEndStatement['months'][number]) {
  return { name: monthName(startsOn), digest: digest === null ? 'Open' : digestOf(digest) };
}

function stateTag({ closed }: YearEndStatement): Tag {
  return closed ? { text: 'Closed', classes: 'govuk-tag--green' } : { text: 'Open', classes: 'govuk-tag--yellow' };
}

const checkTag = (holds: boolean): Tag =>
  holds ? { text: 'Holds', classes: 'govuk-tag--green' } : { text: 'Does not hold', classes: 'govuk-tag--red' };

/** That the year goes on, so that nobody takes what is shown for its outturn. */
function soFar({ months }: YearEndStatement): readonly string[] {
  const open = months.filter(({ digest }) => digest === null).length;
  if (open === 0) return [];
  const are = open === 1 ? 'month is' : 'months are';
  return [`${open} of its ${months.length} ${are} open, so this is how the year stands so far and not its outturn.`];
}

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

const knownAtHint =
  'For example, 30 6 2026. What was recorded later is left out. Leave all three empty for all that is known now.';

/** What asks for another day that it was known at, and for one fund where there are several. */
function form(place: Place, { year, everyFund }: YearEndStatement, { fund, knownAt }: YearEndDrawn['asked']) {
  const choices = [['', 'Every fund'] as const, ...everyFund.map((one) => [one, named(one)] as const)];
  return {
    ...{ action: yearEndOf(place, year), open: !knownAt.ok, fund },
    funds:
      everyFund.length < 2 ? [] : choices.map(([value, text]) => ({ value, text, selected: value === (fund ?? '') })),
    knownAt: dayInput('knownAt', knownAt, 'As it was known at the end of', knownAtHint),
  };
}

function whenOf({ asAt, knownAt }: YearEndStatement): string {
  return `As at ${showDate(asAt)}${knownAt === null ? '' : `, as known at ${showDate(knownAt)}`}`;
}

/** The same day and fund in an address, after its question mark. */
function queryOf({ knownAt }: YearEndStatement, fund: string | undefined): string {
  const given = Object.entries({ fund, knownAt }).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
