import type { LedgerPosition } from '../../features/ledger/dto/position.js';
import type { LedgerReopening } from '../../features/ledger/dto/reopening.js';
import { showDay, showMoment } from '../account/show-moment.js';
import { ledgerCrumbs, ledgerOf, named, type Place, whoIs } from '../ledger/place.js';
import { monthName } from '../ledger/say-reopened.js';
import { downloads } from '../shared/downloads.js';
import type { Tag } from '../shared/illustrative.js';
import { textInput, type Typed } from '../shared/inputs.js';
import type { Link } from '../shared/page.js';
import { nth, showDate, showPounds } from '../shared/words.js';
import { latestClosing, type MonthsKnown, monthsOf, type MonthState, nextMonth } from './months.js';

export const periodsOf = (place: Place): string => `${ledgerOf(place)}/periods`;

const tags: Readonly<Record<MonthState, Tag>> = {
  closed: { text: 'Closed', classes: 'govuk-tag--green' },
  reopened: { text: 'Re-opened', classes: 'govuk-tag--orange' },
  open: { text: 'Open', classes: 'govuk-tag--blue' },
};

/** What was typed into the forms of the page. */
export interface PeriodsTyped {
  readonly close: Typed;
  readonly ask: Typed;
  readonly decide: Typed;
}

/** Whoever looks, as far as it decides what they may do about a request. */
export interface Looking {
  readonly council: string | undefined;
  readonly keys: { readonly close: string; readonly ask: string };
}

/** The months of a ledger: which are closed, which is next, and which somebody wants opened again. */
export function periodsPage(
  place: Place,
  known: MonthsKnown,
  toFreeze: LedgerPosition | undefined,
  typed: PeriodsTyped,
  looking: Looking,
) {
  const errors: readonly Link[] = [...typed.close.errors, ...typed.ask.errors, ...typed.decide.errors];
  return {
    page: {
      title: `Months: ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, { text: 'Months' }),
      ...(errors.length > 0 ? { errors } : {}),
    },
    partnership: place.partnership.name,
    ...monthsShown(place, known),
    next: closeForm(place, known, toFreeze, typed.close, looking.keys.close),
    ask: askForm(place, known, typed.ask, looking.keys.ask),
    requests: requests(place, known, looking.council),
    decide: {
      source: textInput(typed.decide, 'decideSource', 'What you checked it against', 'For example, the late invoice'),
      reason: textInput(typed.decide, 'decideReason', 'Why the month stays closed'),
    },
    files: downloads(place.partnership.id, ['ledger/closings', 'ledger/reopenings']),
  };
}

const SHOWN_AT_ONCE = 15;

/** The latest months, and those before them, which are folded away: an agency that has gone on for years has closed scores. */
function monthsShown(place: Place, known: MonthsKnown) {
  const all = [...openMonth(known), ...monthsOf(known)].map((month) => ({
    name: monthName(month.startsOn),
    tag: tags[month.state],
    closings: month.closings.map(({ id, number, recordedAt, recordedBy, digest }) => ({
      href: `${periodsOf(place)}/closings/${id}`,
      text: number === 1 ? 'What was frozen' : `What was frozen the ${nth(number)} time`,
      says: `${showDay(recordedAt)}, by ${whoIs(place, recordedBy)}`,
      digest,
    })),
  }));
  return { months: all.slice(0, SHOWN_AT_ONCE), earlier: all.slice(SHOWN_AT_ONCE) };
}

/** The month that comes next, unless it is among those that were closed before. */
function openMonth(known: MonthsKnown) {
  const next = nextMonth(known);
  const there = next === undefined || known.closings.some(({ startsOn }) => startsOn === next.startsOn);
  return there ? [] : [{ startsOn: next.startsOn, state: 'open' as const, closings: [] }];
}

function closeForm(place: Place, known: MonthsKnown, frozen: LedgerPosition | undefined, typed: Typed, key: string) {
  const next = nextMonth(known);
  if (next === undefined) return undefined;
  const month = monthName(next.startsOn);
  return {
    ...{ month, startsOn: next.startsOn, key, action: `${periodsOf(place)}/closings` },
    notOver: next.isOver ? undefined : `${month} is closed once it is over.`,
    says: `What every account comes to at the end of ${showDate(next.lastDay)} is frozen with its fingerprint. From then on ${month} takes no entry, unless two councils open it again.`,
    funds: (frozen?.funds ?? []).map((fund) => ({
      name: named(fund.fund),
      amounts: [fund.contributed, fund.granted, fund.spent, fund.cash].map(showPounds),
    })),
    why: textInput(typed, 'why', `Why ${month} is closed`, 'For example, agreed with the host’s ledger'),
    source: textInput(typed, 'source', 'Where this comes from', 'For example, the finance officers’ meeting of 9 May'),
  };
}

function askForm(place: Place, known: MonthsKnown, typed: Typed, key: string) {
  const latest = latestClosing(known);
  const waits = known.reopenings.some(({ closing, state }) => closing === latest?.id && state === 'asked');
  if (latest === undefined || waits) return undefined;
  const month = monthName(latest.startsOn);
  return {
    ...{ month, closing: latest.id, key, action: `${periodsOf(place)}/reopenings` },
    why: textInput(typed, 'askWhy', `Why ${month} has to be opened again`, 'For example, an invoice came late'),
    source: textInput(typed, 'askSource', 'Where this comes from', 'For example, the invoice'),
  };
}

const states: Readonly<Record<string, Tag>> = {
  asked: { text: 'Waits for another council', classes: 'govuk-tag--yellow' },
  approved: { text: 'Opened again', classes: 'govuk-tag--orange' },
  rejected: { text: 'Rejected', classes: 'govuk-tag--grey' },
};

/** Every request; the forms stand at the first that waits. */
function requests(place: Place, { reopenings }: MonthsKnown, council: string | undefined) {
  const first = reopenings.find(({ state }) => state === 'asked');
  return reopenings.map((one) => ({ ...request(place, one, council), decides: one === first }));
}

function request(place: Place, one: LedgerReopening, council: string | undefined) {
  const { id, startsOn, why, authority, state, outcome, recordedAt, recordedBy } = one;
  return {
    ...{ month: monthName(startsOn), why, tag: states[state] },
    asked: `Asked for by ${whoIs(place, recordedBy)}, ${showMoment(recordedAt)}`,
    decided: outcome === null ? undefined : sayDecided(place, outcome),
    action: `${periodsOf(place)}/reopenings/${id}`,
    own: state === 'asked' && council !== undefined && council === authority,
  };
}

function sayDecided(place: Place, given: NonNullable<LedgerReopening['outcome']>): string {
  const { outcome, recordedBy, recordedAt, reason } = given;
  const why = reason === null ? '' : `: “${reason}”`;
  return `${outcome === 'approved' ? 'Approved' : 'Rejected'} by ${whoIs(place, recordedBy)}, ${showMoment(recordedAt)}${why}`;
}
