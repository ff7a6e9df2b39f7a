import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { proposedKinds } from '../../../engine/ledger/propose.js';
import { CalendarDate, Choice, Count, Moment, Pounds, Slug, Uuid, Words, YesNo } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';
import { EntryLine } from './entry.js';
import { LineStanding } from './line-standing.js';

export const draftKinds = [...proposedKinds, 'reversal'] as const;
export type ProposableKind = (typeof draftKinds)[number];

/** Drafts that there are: some follow from a settlement, and are proposed by nothing else. */
const shownKinds = [...draftKinds, 'variance', 'reserve'] as const;
export type DraftKind = (typeof shownKinds)[number];

/** What stays as it is, whatever else of a draft is changed. */
class DraftOf {
  @Choice(draftKinds, {
    says: 'What kind of thing happened; a reversal turns an entry that was posted',
    example: 'spending',
  })
  kind!: ProposableKind;

  @Slug({ says: 'The partner that it concerns, where it is one’s', optional: true })
  authority?: string | null;
}

class DraftSays {
  @CalendarDate({ says: 'For which day it counts', example: '2026-05-12' })
  effectiveOn!: string;

  @Words({ says: 'What it is for; of a reversal, why', example: 'Social workers, May', most: 200 })
  reason!: string;

  @Pounds({ says: 'How much; of a reversal, what it reverses says', example: '41250.00', optional: true })
  amount?: string | null;

  @Slug({ says: 'The fund; "pool" when left out', optional: true })
  fund?: string | null;

  @Slug({ says: 'The budget line or grant, where it is of one', example: 'staffing', optional: true })
  line?: string | null;

  @Uuid({ says: 'The contribution that it pays; of spending, the order', optional: true })
  pays?: string | null;

  @Uuid({ says: 'The entry that it reverses', optional: true })
  reverses?: string | null;

  @Words({ says: 'The reference in the host’s own ledger, of an invoice or a payment', optional: true, most: 200 })
  reference?: string | null;

  @Uuid({ says: 'The decision behind it', optional: true })
  decision?: string | null;
}

/** An entry to be proposed. */
export class NewDraft extends IntersectionType(DraftOf, DraftSays, Sourced) {}

/** What a draft is to say from now on, all of it; its kind and whom it concerns stay. */
export class NewDraftVersion extends IntersectionType(DraftSays, Sourced) {}

class Deciding {
  @Words({ says: 'The digest of the version that was read: only the newest can be decided', most: 71 })
  digest!: string;
}

/** That what a draft says is to be posted. */
export class NewDraftApproval extends IntersectionType(Deciding, Sourced) {}

/** That it is not, and why. */
export class NewDraftRejection extends IntersectionType(Deciding, Sourced) {
  @Words({ says: 'Why it is not posted', example: 'The invoice says another amount' })
  reason!: string;
}

/** One version of a draft: who entered it, what it said, and the digest of that. */
export class DraftVersion {
  @Count({ says: 'Which version', most: 1_000_000 })
  number!: number;

  @Words({ says: 'SHA-256 of what it says' })
  digest!: string;

  @Slug({ says: 'The authority that entered it; null for a service', nullable: true })
  enteredFor!: string | null;

  @Words({ says: 'The office that entered it' })
  recordedBy!: string;

  @Moment({ says: 'When it was entered' })
  recordedAt!: string;

  @CalendarDate({ says: 'For which day it was to count' })
  effectiveOn!: string;

  @Pounds({ says: 'How much it was' })
  amount!: string;

  @Slug({ says: 'The fund it named' })
  fund!: string;

  @Words({ says: 'What it said it was for' })
  reason!: string;

  @Words({ says: 'The reference in the host’s own ledger', nullable: true })
  reference!: string | null;

  @Uuid({ says: 'The decision behind it', nullable: true })
  decision!: string | null;

  @Uuid({ says: 'What it was to pay', nullable: true })
  pays!: string | null;

  @Words({ says: 'Where it came from' })
  source!: string;

  @ApiProperty({ type: [EntryLine], description: 'What it would have posted' })
  lines!: EntryLine[];
}

/** How a draft was decided. */
export class DraftOutcome {
  @Choice(['approved', 'rejected'], { says: 'What was decided' })
  outcome!: string;

  @Words({ says: 'Why, of a rejection', nullable: true })
  reason!: string | null;

  @Slug({ says: 'The authority that decided it' })
  authority!: string;

  @Words({ says: 'The office that decided it' })
  recordedBy!: string;

  @Moment({ says: 'When it was decided' })
  recordedAt!: string;
}

class DraftShown {
  @Choice(shownKinds, { says: 'What kind of thing happened' })
  kind!: DraftKind;

  @Slug({ says: 'The partner that it concerns, where it is one’s', nullable: true })
  authority!: string | null;

  @CalendarDate({ says: 'For which day it counts' })
  effectiveOn!: string;

  @Words({ says: 'What it is for; of a reversal, why' })
  reason!: string;

  @Slug({ says: 'The budget line or grant, where it is of one', nullable: true })
  line!: string | null;

  @Uuid({ says: 'The contribution that it pays; of spending, the order', nullable: true })
  pays!: string | null;

  @Uuid({ says: 'The entry that it reverses', nullable: true })
  reverses!: string | null;

  @Words({ says: 'The reference in the host’s own ledger', nullable: true })
  reference!: string | null;

  @Uuid({ says: 'The decision behind it', nullable: true })
  decision!: string | null;

  @Uuid({ says: 'The settlement of a year that it follows from', nullable: true })
  settlement!: string | null;

  @Slug({ says: 'The fund' })
  fund!: string;

  @Pounds({ says: 'How much' })
  amount!: string;

  @Choice(['proposed', 'approved', 'rejected'], { says: 'Where it stands' })
  state!: string;

  @Words({ says: 'SHA-256 of what its newest version says: whoever decides names it' })
  digest!: string;

  @YesNo({ says: 'Whether it takes somebody of another authority than those that entered it to approve it' })
  needsTwoCouncils!: boolean;

  @ApiProperty({
    type: LineStanding,
    nullable: true,
    description: 'Of spending that waits for approval: where its budget line would stand once it was posted',
  })
  lineStanding!: LineStanding | null;

  @ApiProperty({ type: [EntryLine], description: 'What would be posted' })
  lines!: EntryLine[];

  @ApiProperty({ type: [DraftVersion], description: 'Every version, the oldest first' })
  versions!: DraftVersion[];

  @ApiProperty({ type: DraftOutcome, nullable: true, description: 'How it was decided' })
  outcome!: DraftOutcome | null;
}

/** What somebody proposes for the ledger, as its newest version says, and what became of it. */
export class LedgerDraft extends IntersectionType(Identified, DraftShown, Recorded) {}
