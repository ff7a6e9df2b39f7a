import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { settlementKinds as entryKinds } from '../../../engine/ledger/year-end/proposed.js';
import { CalendarDate, Choice, Count, Slug, Uuid, Words, Year } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';
import { EntryLine } from './entry.js';

export const settlementKinds = ['true-up', 'variance'] as const;
export type SettlementKind = (typeof settlementKinds)[number];
const states = ['nil', 'proposed', 'in-part', 'settled', 'undone'] as const;

class SettlementOf {
  @Choice(settlementKinds, {
    says: 'What is settled: the contributions of the year on later data, or its over- or underspend',
    example: 'true-up',
  })
  kind!: SettlementKind;

  @Year({ says: 'Of which financial year, which has to be over', example: '2025-26' })
  financialYear!: string;

  @Uuid({ says: 'The decision that settles it' })
  decision!: string;

  @Words({
    says: 'What each entry that follows is for',
    example: 'Outturn of 2025-26, as the board settled it',
    most: 200,
  })
  why!: string;
}

/** What a year is to be settled at. */
export class NewSettlement extends IntersectionType(SettlementOf, Sourced) {
  @Uuid({
    says: 'The recorded calculation that says at what; left out where the decision says that there is nothing to settle',
    optional: true,
  })
  calculation?: string | null;

  @Slug({ says: 'The fund; "pool" when left out', optional: true })
  fund?: string | null;

  @CalendarDate({
    says: 'For which day its entries count: the last of the year, when left out, or a later one',
    example: '2026-03-31',
    optional: true,
  })
  effectiveOn?: string | null;
}

class SettledEntry {
  @Uuid({ says: 'The draft; once approved, the entry under the same id' })
  draft!: string;

  @Choice(entryKinds, { says: 'What kind of entry' })
  kind!: string;

  @Slug({ says: 'The partner that it concerns, where it is one’s', nullable: true })
  authority!: string | null;

  @Choice(['proposed', 'approved', 'rejected', 'reversed'], { says: 'What became of it' })
  state!: string;

  @ApiProperty({ type: [EntryLine], description: 'What it moves' })
  lines!: EntryLine[];
}

class SettlementShown {
  @Slug({ says: 'The fund' })
  fund!: string;

  @Count({ says: 'Which settlement of its kind, fund and year', most: 1_000_000 })
  number!: number;

  @Uuid({ says: 'The recorded calculation; null where there is nothing to settle', nullable: true })
  calculation!: string | null;

  @Words({ says: 'SHA-256 of its whole answer', nullable: true })
  answerDigest!: string | null;

  @CalendarDate({ says: 'For which day its entries count' })
  effectiveOn!: string;

  @Words({ says: 'Who decided it and under which reference, for whoever may read that', nullable: true })
  decidedBy!: string | null;

  @CalendarDate({ says: 'When it was decided', nullable: true })
  decidedOn!: string | null;

  @Choice(states, {
    says: 'Where it stands: nothing to post, proposed, only some of it posted or rejected, all posted, or all rejected or reversed',
  })
  state!: (typeof states)[number];

  @ApiProperty({
    type: [SettledEntry],
    description: 'The entries that follow from the calculation, each approved like any other',
  })
  entries!: SettledEntry[];
}

/** What a year was settled at: exactly what a recorded calculation says, by a decision. */
export class LedgerSettlement extends IntersectionType(Identified, SettlementOf, SettlementShown, Recorded) {}
