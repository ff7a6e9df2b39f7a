import type { LedgerDraft } from '../../features/ledger/dto/draft.js';
import { showMoment } from '../account/show-moment.js';
import { accountWords, entryName } from '../ledger/ledger-names.js';
import { ledgerCrumbs, ledgerOf, lineOf, named, nameOf, type Place, whoIs, whoseOf } from '../ledger/place.js';
import { blank, textInput, type Typed } from '../shared/inputs.js';
import { sourced } from '../shared/sourced.js';
import { ownCouncil } from '../visitor/own-council.js';
import type { Visitor } from '../visitor/visitor.js';
import { showDate, showPounds } from '../shared/words.js';
import { stateTag } from './drafts.view-model.js';
import { versionsShown } from './versions.js';

/** Whoever looks at a draft, as far as it decides what they may do with it. */
export interface Looker {
  /** Whether they entered any version of it. */
  readonly entered: boolean;
  /** The one council whose proposals they may change; any where there is none. */
  readonly changesFor: string | undefined;
  /** The council they act for. */
  readonly council: string | undefined;
}

/** Whoever looks at a draft, from who is signed in and whether they entered any version of it. */
export function lookerOf(visitor: Visitor | undefined, entered: boolean): Looker {
  return { entered, changesFor: ownCouncil(visitor, 'ledger-draft.add'), council: visitor?.authority };
}

/** What is proposed, who entered each version, and what whoever looks may do about it. */
export function draftPage(place: Place, draft: LedgerDraft, looker: Looker, typed: Typed = blank) {
  const name = entryName(draft.kind);
  const here = `${ledgerOf(place)}/drafts/${draft.id}`;
  const heading = `${name}: ${showPounds(draft.amount)}`;
  const waits = draft.state === 'proposed';
  const why = waits ? whyNot(draft, looker) : undefined;
  return {
    page: {
      title: `${heading}, ${place.partnership.name}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(
        place,
        { text: 'Waiting for approval', href: `${ledgerOf(place)}/drafts` },
        { text: name },
      ),
      ...(typed.errors.length > 0 ? { errors: typed.errors } : {}),
    },
    ...{ partnership: place.partnership.name, heading, reason: draft.reason, sourced: sourced(draft) },
    ...{ state: stateTag(draft.state), waits, digest: draft.digest, why },
    standing: draft.lineStanding && { says: draft.lineStanding.says, past: draft.lineStanding.passesBy !== '0.00' },
    facts: facts(place, draft),
    lines: draft.lines.map((line) => ({
      name: accountWords(line.account).name,
      whose: whoseOf(place, line),
      amount: showPounds(line.amount),
    })),
    versions: versionsShown(place, draft),
    entry: draft.state === 'approved' ? `${ledgerOf(place)}/entries/${draft.id}` : undefined,
    change: mayChange(draft, looker) ? `${here}/change` : undefined,
    approve: why === undefined ? `${here}/approvals` : undefined,
    reject: `${here}/rejections`,
    own: looker.entered,
    source: textInput(typed, 'source', 'What you checked it against', 'For example, the invoice or the bank statement'),
    rejection: textInput(typed, 'reason', looker.entered ? 'Why you withdraw it' : 'Why it is not to be posted'),
  };
}

/** Whether whoever looks may change it; what follows from a settlement nobody does. */
function mayChange({ authority, settlement }: LedgerDraft, { changesFor }: Looker): boolean {
  return settlement === null && (changesFor === undefined || changesFor === authority);
}

/** Why whoever looks does not approve it, in words; nothing where they may. */
function whyNot({ needsTwoCouncils, versions }: LedgerDraft, { entered, council }: Looker): string | undefined {
  if (entered) return 'You entered this, so somebody else approves it.';
  const ours = council !== undefined && versions.some(({ enteredFor }) => enteredFor === council);
  if (!needsTwoCouncils || !ours) return undefined;
  return 'Your council entered this. At this amount the agreement has somebody of another council approve it.';
}

interface Fact {
  readonly key: string;
  readonly text: string;
  readonly href?: string;
}

function facts(place: Place, draft: LedgerDraft): readonly Fact[] {
  const { partnership } = place;
  const to = (id: string | null | undefined, key: string, text: string, folder: string): readonly Fact[] =>
    id ? [{ key, text, href: `/partnerships/${partnership.id}/${folder}/${id}` }] : [];
  const { authority, line, reference, outcome } = draft;
  return [
    { key: 'Counts for', text: showDate(draft.effectiveOn) },
    ...(authority ? [{ key: 'Partner', text: nameOf(place, authority) }] : []),
    ...(line ? [{ key: 'Line', text: lineOf(place, line) }] : []),
    { key: 'Fund', text: named(draft.fund) },
    ...(reference ? [{ key: 'Reference in the host’s ledger', text: reference }] : []),
    ...to(draft.decision, 'Decided by', 'The decision behind it', 'decisions'),
    ...(draft.kind === 'spending'
      ? to(draft.pays, 'Pays', 'The order that it pays', 'ledger/commitments')
      : to(draft.pays, 'Pays', 'The bill that it pays', 'ledger/entries')),
    ...to(draft.reverses, 'Reverses', 'The entry that it reverses', 'ledger/entries'),
    { key: 'Approval', text: draft.needsTwoCouncils ? 'By somebody of another council' : 'By somebody else' },
    ...(outcome
      ? [
          {
            key: stateTag(outcome.outcome).text,
            text: `${showMoment(outcome.recordedAt)}, by ${whoIs(place, outcome.recordedBy)}`,
          },
        ]
      : []),
    ...(outcome?.reason ? [{ key: 'Why', text: outcome.reason }] : []),
  ];
}

/** What to say of each field of deciding. */
export const decideSays = { source: 'Enter what you checked it against', reason: 'Enter why' };
