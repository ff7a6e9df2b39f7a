import type { DraftVersion, LedgerDraft } from '../../features/ledger/dto/draft.js';
import { showMoment } from '../account/show-moment.js';
import { accountWords } from '../ledger/ledger-names.js';
import { ledgerOf, named, type Place, whoIs, whoseOf } from '../ledger/place.js';
import { showDate, showPounds } from '../shared/words.js';

interface Said {
  readonly text: string;
  readonly href?: string;
}

const nothing: Said = { text: 'Nothing' };
const linked = (id: string | null, text: string, at: string): Said =>
  id === null ? nothing : { text, href: `${at}/${id}` };

/** What one version says, under the same words in every version. */
function saidBy(place: Place, kind: string, version: DraftVersion): Readonly<Record<string, Said>> {
  const { effectiveOn, fund, reason, reference, source, amount, decision, pays, lines } = version;
  const paid = kind === 'spending' ? 'commitments' : 'entries';
  return {
    Amount: { text: showPounds(amount) },
    'Counts for': { text: showDate(effectiveOn) },
    Fund: { text: named(fund) },
    'What it is for': { text: reason },
    'Reference in the host’s ledger': reference === null ? nothing : { text: reference },
    'Decided by': linked(decision, 'The decision behind it', `/partnerships/${place.partnership.id}/decisions`),
    Pays: linked(pays, 'What it pays', `${ledgerOf(place)}/${paid}`),
    'Where this comes from': { text: source },
    'Would post': {
      text: lines
        .map((line) => `${accountWords(line.account).name}, ${whoseOf(place, line)}: ${showPounds(line.amount)}`)
        .join('; '),
    },
  };
}

const same = (one: Said, other: Said): boolean => one.text === other.text && one.href === other.href;

/** Every version, the newest first: who entered it, what it said, and what that changed of the one before. */
export function versionsShown(place: Place, { kind, versions }: LedgerDraft) {
  const shown = versions.map((version, at) => {
    const before = versions[at - 1];
    const was = before && saidBy(place, kind, before);
    const rows = Object.entries(saidBy(place, kind, version))
      .map(([key, now]) => ({ key, now, was: was?.[key] }))
      .map(({ key, now, was: then }) => ({ key, now, was: then && !same(then, now) ? then : undefined }));
    const changed = rows.flatMap((row) => (row.was ? [row.key.toLowerCase()] : []));
    return {
      name: `Version ${version.number}`,
      says: `${showMoment(version.recordedAt)}, by ${whoIs(place, version.recordedBy)}`,
      changed: changed.length > 0 ? `Changed: ${changed.join(', ')}` : before && 'Changed nothing',
      rows: rows.filter(({ now, was: then }) => now.text !== nothing.text || then),
    };
  });
  return shown.reverse();
}
