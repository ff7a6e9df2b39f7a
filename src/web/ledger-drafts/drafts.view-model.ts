import type { LedgerDraft } from '../../features/ledger/dto/draft.js';
import type { Listed } from '../../features/shared/record-kind.js';
import { showDay } from '../account/show-moment.js';
import { entryName } from '../ledger/ledger-names.js';
import { ledgerCrumbs, ledgerOf, nameOf, type Place, whoIs } from '../ledger/place.js';
import { type Download, downloads } from '../shared/downloads.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import type { Link, Page } from '../shared/page.js';
import { showDate, showPounds } from '../shared/words.js';

/** Where a draft stands, in words for people. */
const states: Readonly<Record<string, { readonly list: string; readonly tag: Tag }>> = {
  proposed: { list: 'Waiting for approval', tag: { text: 'Waiting', classes: 'govuk-tag--yellow' } },
  approved: { list: 'Approved', tag: { text: 'Approved', classes: 'govuk-tag--green' } },
  rejected: { list: 'Rejected', tag: { text: 'Rejected', classes: 'govuk-tag--red' } },
};

export type State = 'proposed' | 'approved' | 'rejected';

export function readState(given: unknown): State {
  return given === 'approved' || given === 'rejected' ? given : 'proposed';
}

export function stateTag(state: string): Tag {
  return states[state]?.tag ?? { text: state, classes: 'govuk-tag--grey' };
}

interface Shown {
  readonly href: string;
  readonly kind: string;
  readonly reason: string;
  readonly partner: string;
  readonly amount: string;
  readonly when: string;
  readonly entered: string;
  readonly tags: readonly Tag[];
}

export interface DraftsPage {
  readonly page: Page;
  readonly partnership: string;
  readonly heading: string;
  readonly add: string;
  /** Where many come at once. */
  readonly imports: string;
  /** The other lists. */
  readonly others: readonly Link[];
  readonly drafts: readonly Shown[];
  readonly next: string | undefined;
  readonly files: readonly Download[];
}

/** What was proposed and waits for approval, or was approved, or was rejected. */
export function draftsPage(place: Place, state: State, found: Listed<LedgerDraft>): DraftsPage {
  const here = `${ledgerOf(place)}/drafts`;
  const heading = states[state]?.list ?? state;
  return {
    page: {
      title: `${heading}: ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(place, { text: heading }),
    },
    ...{ partnership: place.partnership.name, heading, add: `${here}/new` },
    imports: `/partnerships/${place.partnership.id}/imports`,
    others: Object.entries(states)
      .filter(([name]) => name !== state)
      .map(([name, { list }]) => ({ text: list, href: `${here}?state=${name}` })),
    drafts: found.items.map((draft) => showDraft(place, draft)),
    next: found.next === null ? undefined : `${here}${found.next}`,
    files: downloads(place.partnership.id, ['ledger/drafts'], `?state=${state}`),
  };
}

function showDraft(place: Place, draft: LedgerDraft): Shown {
  const tag = illustrativeTag(draft.illustrative);
  const newest = draft.versions.at(-1);
  return {
    href: `${ledgerOf(place)}/drafts/${draft.id}`,
    kind: entryName(draft.kind),
    reason: draft.reason,
    partner: draft.authority ? nameOf(place, draft.authority) : '',
    amount: showPounds(draft.amount),
    when: showDate(draft.effectiveOn),
    entered: `${showDay(newest?.recordedAt ?? draft.recordedAt)}, ${whoIs(place, newest?.recordedBy ?? draft.recordedBy)}`,
    tags: [
      ...(tag ? [tag] : []),
      ...(draft.needsTwoCouncils && draft.state === 'proposed'
        ? [{ text: 'Needs another council', classes: 'govuk-tag--blue' }]
        : []),
    ],
  };
}
