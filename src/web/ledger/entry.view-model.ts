import type { LedgerEntry } from '../../features/ledger/dto/entry.js';
import { showMoment } from '../account/show-moment.js';
import type { Tag } from '../shared/illustrative.js';
import type { Page } from '../shared/page.js';
import { type Sourced, sourced } from '../shared/sourced.js';
import { showDate, showPounds, showYear } from '../shared/words.js';
import { entryTags } from './entries.view-model.js';
import { amountOf } from './entry-amounts.js';
import { accountWords, entryName } from './ledger-names.js';
import { ledgerCrumbs, ledgerOf, named, type Place, whoIs, whoseOf } from './place.js';
import { sumPounds } from './sum.js';

interface Fact {
  readonly key: string;
  readonly text: string;
  readonly href?: string;
}

export interface EntryPage {
  readonly page: Page;
  readonly partnership: string;
  readonly heading: string;
  readonly reason: string;
  readonly tags: readonly Tag[];
  readonly facts: readonly Fact[];
  readonly sourced: Sourced;
  readonly lines: readonly { readonly name: string; readonly whose: string; readonly amount: string }[];
  readonly total: string;
  readonly digest: string;
  /** Where it can be reversed; none where it has been, or is a reversal itself. */
  readonly reverse: string | undefined;
  /** The same entry for programs. */
  readonly api: string;
}

/** One entry: what it says, what it rests on, and what it reverses or is reversed by. `own` is the one council that whoever looks may propose for. */
export function entryPage(place: Place, entry: LedgerEntry, own?: string): EntryPage {
  const heading = `${entryName(entry.kind)}: ${showPounds(amountOf(entry, {}))}`;
  return {
    page: {
      title: `${heading}, ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(
        place,
        { text: 'Entries', href: `${ledgerOf(place)}/entries` },
        { text: entryName(entry.kind) },
      ),
    },
    partnership: place.partnership.name,
    ...{ heading, reason: entry.reason, tags: entryTags(entry), digest: entry.digest },
    facts: facts(place, entry),
    sourced: sourced(entry),
    lines: entry.lines.map(({ account, authority, line, amount }) => ({
      name: accountWords(account).name,
      whose: whoseOf(place, { authority, line }),
      amount: showPounds(amount),
    })),
    total: showPounds(sumPounds(entry.lines.map(({ amount }) => amount))),
    reverse: mayReverse(entry, own) ? `${ledgerOf(place)}/drafts/new?kind=reversal&reverses=${entry.id}` : undefined,
    api: `/api/v1${ledgerOf(place)}/entries/${entry.id}`,
  };
}

/** An entry is reversed once, a reversal never; whoever acts for one council alone proposes it of what concerns that council. */
function mayReverse({ kind, reversedBy, lines }: LedgerEntry, own: string | undefined): boolean {
  const concerns = lines.find(({ authority }) => authority !== null)?.authority;
  return reversedBy === null && kind !== 'reversal' && (own === undefined || own === concerns);
}

/** Kinds of entry that a record of the same id has posted. */
const recordsOf: Readonly<Record<string, readonly [folder: string, text: string]>> = {
  contribution: ['contributions', 'The contribution that is due'],
  receipt: ['receipts', 'The receipt'],
};

function facts(place: Place, entry: LedgerEntry): readonly Fact[] {
  const { partnership } = place;
  const to = (id: string | null, key: string, text: string, folder: string): readonly Fact[] =>
    id === null ? [] : [{ key, text, href: `/partnerships/${partnership.id}/${folder}/${id}` }];
  const [folder, record] = (entry.checked ? undefined : recordsOf[entry.kind]) ?? [];
  return [
    {
      key: 'Counts for',
      text: `${showDate(entry.effectiveOn)}, in the financial year ${showYear(entry.financialYear)}`,
    },
    { key: 'Fund', text: named(entry.fund) },
    ...(entry.reference === null ? [] : [{ key: 'Reference in the host’s ledger', text: entry.reference }]),
    ...to(entry.decision, 'Decided by', 'The decision behind it', 'decisions'),
    ...(entry.kind === 'spending'
      ? to(entry.pays, 'Pays', 'The order that it pays', 'ledger/commitments')
      : to(entry.pays, 'Pays', 'The bill that it pays', 'ledger/entries')),
    ...to(entry.reverses, 'Reverses', 'The entry that it reverses', 'ledger/entries'),
    ...to(entry.reversedBy, 'Reversed by', 'The entry that reverses it', 'ledger/entries'),
    { key: 'Recorded', text: `${showMoment(entry.recordedAt)}, by ${whoIs(place, entry.recordedBy)}` },
    {
      key: 'Approved',
      text: entry.checked
        ? 'By somebody other than who entered it'
        : 'By nobody: it was recorded without a second person',
    },
    ...(folder === undefined ? [] : to(entry.id, 'Recorded as', record ?? '', folder)),
  ];
}
