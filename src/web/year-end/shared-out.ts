import type { LedgerSettlement } from '../../features/ledger/dto/settlement.js';
import { ledgerOf, nameOf, type Place } from '../ledger/place.js';
import type { Tag } from '../shared/illustrative.js';
import { showDate, showPounds } from '../shared/words.js';

/** How a true-up or a variance was shared, in sentences. */
export interface Shared {
  readonly heading: string;
  readonly tag: Tag;
  readonly says: string;
  readonly parts: readonly { readonly text: string; readonly href: string; readonly state: string }[];
  readonly calculation: string | undefined;
}

const states: Readonly<Record<LedgerSettlement['state'], Tag>> = {
  nil: { text: 'Nothing to post', classes: 'govuk-tag--grey' },
  proposed: { text: 'Waiting', classes: 'govuk-tag--yellow' },
  'in-part': { text: 'In part', classes: 'govuk-tag--orange' },
  settled: { text: 'Settled', classes: 'govuk-tag--green' },
  undone: { text: 'Undone', classes: 'govuk-tag--grey' },
};

type Line = LedgerSettlement['entries'][number]['lines'][number];

const bare = (amount: string): string => showPounds(amount.replace('-', ''));

/** What a line means to people; nothing for what merely balances the others. */
function wordsOf(place: Place, { account, authority, amount }: Line): string | undefined {
  const back = amount.startsWith('-');
  if (authority !== null) return `${nameOf(place, authority)} ${back ? 'gets back' : 'pays'} ${bare(amount)}`;
  if (account === 'reserve') return `${bare(amount)} ${back ? 'goes into' : 'comes from'} the reserve`;
  return account === 'carried-forward' ? `${bare(amount)} is carried forward` : undefined;
}

/** How each true-up and variance of a fund was shared, by which decision, and what became of each entry. */
export function sharedOut(place: Place, settlements: readonly LedgerSettlement[]): readonly Shared[] {
  return settlements.map((one) => ({
    heading: one.kind === 'true-up' ? 'True-up of contributions' : 'Over- or underspend',
    tag: states[one.state],
    says: `${one.why}${one.decidedBy === null || one.decidedOn === null ? '' : `. Decided by ${one.decidedBy}, ${showDate(one.decidedOn)}`}`,
    parts: one.entries.flatMap(({ draft, state, lines }) =>
      lines.flatMap((line) => {
        const text = wordsOf(place, line);
        return text === undefined ? [] : [{ text, href: `${ledgerOf(place)}/drafts/${draft}`, state }];
      }),
    ),
    calculation:
      one.calculation === null ? undefined : `/partnerships/${place.partnership.id}/calculations/${one.calculation}`,
  }));
}
