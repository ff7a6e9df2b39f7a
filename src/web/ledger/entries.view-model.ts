import type { LedgerEntry } from '../../features/ledger/dto/entry.js';
import type { Listed } from '../../features/shared/record-kind.js';
import { showDay } from '../account/show-moment.js';
import { dayErrors, dayInput } from '../as-at/as-at.view-model.js';
import { type Download, downloadsOf } from '../shared/downloads.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import type { Page } from '../shared/page.js';
import { showDate, showPounds } from '../shared/words.js';
import type { EntriesAsked } from './entries-asked.js';
import { amountHeading, amountOf } from './entry-amounts.js';
import { entryName, entryNames } from './ledger-names.js';
import { narrowed } from './narrowed.js';
import { ledgerCrumbs, ledgerOf, named, nameOf, type Place, whoIs } from './place.js';
import { sumPounds } from './sum.js';

interface Shown {
  readonly href: string;
  readonly when: string;
  readonly kind: string;
  readonly reason: string;
  readonly partners: string;
  readonly amount: string;
  readonly recorded: string;
  readonly by: string;
  readonly tags: readonly Tag[];
}

export interface EntriesPage {
  readonly page: Page;
  readonly partnership: string;
  readonly form: object;
  /** What the list is narrowed down to besides what the form asks, a sentence each. */
  readonly only: readonly string[];
  readonly all: string;
  readonly amountHeading: string;
  readonly entries: readonly Shown[];
  /** What all of them come to; none where they go on on another page. */
  readonly total: string | undefined;
  readonly next: string | undefined;
  /** The same as files. */
  readonly files: readonly Download[];
}

/** What was posted to a ledger; or, where a date is none, the form that asks for another. */
export function entriesPage(
  place: Place,
  asked: EntriesAsked,
  funds: readonly string[],
  found?: Listed<LedgerEntry>,
): EntriesPage {
  const { filters } = asked;
  const here = `${ledgerOf(place)}/entries`;
  const errors = [
    ...dayErrors('from', asked.from),
    ...dayErrors('asAt', asked.asAt),
    ...dayErrors('knownAt', asked.knownAt),
  ];
  const items = found?.items ?? [];
  const whole = found?.next === null && filters['cursor'] === undefined && items.length > 0;
  return {
    page: {
      title: `Entries: ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, { text: 'Entries' }),
      ...(errors.length > 0 ? { errors } : {}),
    },
    partnership: place.partnership.name,
    form: form(place, asked, { action: here, funds }),
    only: narrowed(place, filters),
    all: here,
    amountHeading: amountHeading(filters),
    entries: items.map((entry) => showEntry(place, entry, amountOf(entry, filters))),
    total:
      whole && isOneSum(filters) ? showPounds(sumPounds(items.map((entry) => amountOf(entry, filters)))) : undefined,
    next: found?.next ? `${here}${found.next}` : undefined,
    files: downloadsOf('These entries', here, queryOf(filters)),
  };
}

/** Whether amounts add up to something: of one account, or of one kind. A bill and its payment together come to nothing that is owed. */
const isOneSum = ({ account, kind, partner }: EntriesAsked['filters']): boolean => Boolean(account ?? kind ?? partner);

/** What is asked, after the question mark of a file's address: whatever page of it is shown, the file has all. */
function queryOf(filters: EntriesAsked['filters']): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([name]) => name !== 'cursor')).toString();
  return query === '' ? '' : `?${query}`;
}

/** What the form does not ask, and is kept when it is sent; the fund too, where there is no choice of another. */
const kept = ['account', 'line', 'fund', 'financialYear'];

interface Form {
  readonly action: string;
  /** Every fund that the ledger has. */
  readonly funds: readonly string[];
}

function form(place: Place, { filters, from, asAt, knownAt }: EntriesAsked, { action, funds }: Form): object {
  const several = funds.length > 1;
  const choices = (all: Iterable<readonly [string, string]>, name: 'kind' | 'partner' | 'fund', any: string) =>
    [['', any] as const, ...all].map(([value, text]) => ({ value, text, selected: value === (filters[name] ?? '') }));
  return {
    action,
    open: !from.ok || !asAt.ok || !knownAt.ok,
    kept: kept
      .filter((name) => filters[name] !== undefined && !(several && name === 'fund'))
      .map((name) => ({ name, value: filters[name] })),
    funds: several
      ? choices(
          funds.map((fund) => [fund, named(fund)] as const),
          'fund',
          'Every fund',
        )
      : [],
    kinds: choices(Object.entries(entryNames), 'kind', 'Anything'),
    partners: choices(place.names, 'partner', 'Anybody'),
    from: dayInput('from', from, 'Counts for this day or a later one', 'For example, 1 4 2026'),
    asAt: dayInput('asAt', asAt, 'Counts for this day or an earlier one', 'For example, 31 3 2027'),
    knownAt: dayInput('knownAt', knownAt, 'Was known by the end of', 'For example, 30 4 2026'),
  };
}

function showEntry(place: Place, entry: LedgerEntry, amount: string): Shown {
  const partners = new Set(entry.lines.flatMap(({ authority }) => (authority === null ? [] : [authority])));
  return {
    href: `${ledgerOf(place)}/entries/${entry.id}`,
    when: showDate(entry.effectiveOn),
    kind: entryName(entry.kind),
    reason: entry.reason,
    partners: [...partners].map((partner) => nameOf(place, partner)).join(', '),
    amount: showPounds(amount),
    recorded: showDay(entry.recordedAt),
    by: whoIs(place, entry.recordedBy),
    tags: entryTags(entry),
  };
}

/** What has to be known of an entry before its figures are used. */
export function entryTags({ illustrative, reversedBy, checked }: LedgerEntry): readonly Tag[] {
  const madeUp = illustrativeTag(illustrative);
  return [
    ...(madeUp ? [madeUp] : []),
    ...(reversedBy === null ? [] : [{ text: 'Reversed', classes: 'govuk-tag--orange' }]),
    ...(checked ? [] : [{ text: 'Not checked', classes: 'govuk-tag--grey' }]),
  ];
}
