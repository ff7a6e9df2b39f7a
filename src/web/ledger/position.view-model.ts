import type { LedgerPosition } from '../../features/ledger/dto/position.js';
import { yearOver } from '../../features/shared/years-beside.js';
import { dayErrors, dayInput } from '../as-at/as-at.view-model.js';
import type { AsAt } from '../as-at/read-as-at.js';
import { type Download, downloads } from '../shared/downloads.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import type { Page } from '../shared/page.js';
import { showDate, showYear } from '../shared/words.js';
import { type Bar, picture } from './picture.js';
import { entriesAt, ledgerCrumbs, ledgerOf, named, nameOf, type Place } from './place.js';
import { type PositionTable, positionTables } from './position-tables.js';
import { sayReopened } from './say-reopened.js';

/** What the address asked for. */
export interface PositionAsked {
  readonly asAt: AsAt;
  readonly knownAt: AsAt;
  readonly fund: string | undefined;
}

export interface PositionPage {
  readonly page: Page;
  readonly partnership: string;
  readonly form: {
    readonly action: string;
    readonly open: boolean;
    /** The fund that is shown, kept where there is no choice of another. */
    readonly fund: string | undefined;
    /** The funds to choose from, where there are several. */
    readonly funds: readonly object[];
    readonly asAt: object;
    readonly knownAt: object;
  };
  /** None while a date asked for is not one. */
  readonly position: PositionShown | undefined;
  readonly entries: string;
  /** What waits for approval. */
  readonly drafts: string;
  /** Where each bill stands, and what is late. */
  readonly bills: string;
  readonly debts: string;
  /** Each partner's statement of account. */
  readonly accounts: readonly { readonly name: string; readonly href: string }[];
  /** The end of the last year that is over. */
  readonly yearEnd: { readonly text: string; readonly href: string } | undefined;
  /** Budgets, forecasts and orders of the year that it is. */
  readonly outturn: string;
  /** Where the whole ledger is worked out anew. */
  readonly check: string;
  /** Where it is held against the host's own. */
  readonly host: string;
  /** Where months are closed. */
  readonly months: string;
  readonly files: readonly Download[];
}

interface PositionShown {
  readonly when: string;
  readonly tag: Tag | undefined;
  readonly checked: boolean;
  /** Of each month that was opened again, that it was. */
  readonly reopened: readonly string[];
  /** The one fund that is shown, and where all of them are. */
  readonly fund: { readonly name: string; readonly all: string } | undefined;
  readonly bars: readonly Bar[];
  readonly tables: readonly PositionTable[];
}

/** What a partnership's ledger comes to; or, where a date is none, the form that asks for another. */
export function positionPage(place: Place, asked: PositionAsked, position?: LedgerPosition): PositionPage {
  const errors = [...dayErrors('asAt', asked.asAt), ...dayErrors('knownAt', asked.knownAt)];
  return {
    page: {
      title: `Ledger: ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place),
      ...(errors.length > 0 ? { errors } : {}),
    },
    partnership: place.partnership.name,
    form: form(place, asked, position?.everyFund ?? []),
    position: position && shown(place, position, asked.fund),
    entries: entriesAt(place, {}),
    drafts: `${ledgerOf(place)}/drafts`,
    bills: `${ledgerOf(place)}/bills`,
    debts: `${ledgerOf(place)}/aged-debt`,
    accounts: (position?.partners ?? []).map(({ partner }) => ({
      name: nameOf(place, partner),
      href: `${ledgerOf(place)}/statements-of-account/${partner}`,
    })),
    yearEnd: position && yearEndOver(place, position.asAt),
    outturn: `${ledgerOf(place)}/outturn`,
    check: `${ledgerOf(place)}/check`,
    host: `${ledgerOf(place)}/reconciliations`,
    months: `${ledgerOf(place)}/periods`,
    files: [
      ...(position ? [thisPosition(position, asked.fund)] : []),
      ...downloads(place.partnership.id, ['ledger/entries', 'ledger/drafts', 'contributions', 'receipts']),
    ],
  };
}

/** The last year that is over at the end of a day. */
function yearEndOver(place: Place, asAt: string): PositionPage['yearEnd'] {
  const year = yearOver(asAt);
  return year && { text: `Year end ${showYear(year)}`, href: `${ledgerOf(place)}/year-end/${year}` };
}

const asAtHint = 'For example, 31 3 2026. Leave all three empty for today.';
const knownAtHint =
  'For example, 30 4 2026. What was recorded later is left out. Leave all three empty for all that is known now.';

/** The figures of this page as files, as at the same days. */
function thisPosition({ partnership, asAt, knownAt }: LedgerPosition, fund: string | undefined): Download {
  const asked = Object.entries({ asAt, knownAt, fund }).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const file = (form: string) =>
    `/api/v1/partnerships/${partnership}/ledger/position/all.${form}?${new URLSearchParams(asked).toString()}`;
  return { text: 'These figures', action: 'ledger.read', csv: file('csv'), xlsx: file('xlsx') };
}

function form(place: Place, asked: PositionAsked, funds: readonly string[]): PositionPage['form'] {
  const { asAt, knownAt, fund } = asked;
  const choices = [['', 'Every fund'] as const, ...funds.map((one) => [one, named(one)] as const)];
  return {
    ...{ action: ledgerOf(place), open: !asAt.ok || !knownAt.ok, fund },
    funds: funds.length < 2 ? [] : choices.map(([value, text]) => ({ value, text, selected: value === (fund ?? '') })),
    asAt: dayInput('asAt', asAt, 'What counts up to the end of', asAtHint),
    knownAt: dayInput('knownAt', knownAt, 'As it was known at the end of', knownAtHint),
  };
}

function shown(place: Place, position: LedgerPosition, fund: string | undefined): PositionShown {
  const { asAt, knownAt, illustrative, checked, partners } = position;
  const known = knownAt === null ? '' : `, as known at ${showDate(knownAt)}`;
  return {
    when: `As at ${showDate(asAt)}${known}`,
    tag: illustrativeTag(illustrative),
    checked,
    reopened: position.reopened.map(sayReopened),
    fund: fund === undefined ? undefined : { name: named(fund), all: ledgerOf(place) },
    bars: picture(place, partners),
    tables: positionTables(place, position, fund),
  };
}
