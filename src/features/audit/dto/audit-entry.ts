import { ApiProperty } from '@nestjs/swagger';
import { CalendarDate, Choice, Count, Document, Moment, Words } from '../../shared/fields.js';

export const auditEvents = ['added', 'changed', 'removed', 'read', 'refused', 'erased'];
/** A position is a whole number that JavaScript holds exactly. */
export const MOST_POSITION = Number.MAX_SAFE_INTEGER;

const position = { example: 1, most: MOST_POSITION };

/** One thing that was done, read or refused: who, in which capacity, what, and when. */
export class AuditEntry {
  @Count({ says: 'Where it stands in the chain of the partnership, from 1 without a gap', ...position })
  position!: number;

  @Moment({ says: 'When, to the millisecond' })
  at!: string;

  @Choice(auditEvents, { says: 'What happened to the subject' })
  event!: string;

  @Words({ says: 'What it happened to: a kind of record' })
  subject!: string;

  @Words({ says: 'Which one, where it was one', nullable: true })
  record!: string | null;

  @Words({ says: 'What was being done, as the table of permissions calls it', nullable: true })
  action!: string | null;

  @Words({ says: 'Id of the person who did it; none for a process', nullable: true })
  person!: string | null;

  @Words({ says: 'The office they acted in', nullable: true })
  office!: string | null;

  @Words({ says: 'The role they acted in', nullable: true })
  capacity!: string | null;

  @Words({ says: 'The authority they acted for', nullable: true })
  authority!: string | null;

  @Words({ says: 'Id of the request', nullable: true })
  request!: string | null;

  @Words({ says: 'SHA-256 of the entry, which the next entry repeats' })
  hash!: string;

  @Document({ says: 'What was added, or how it was before and after; none once erased', nullable: true })
  detail!: object | null;

  @Count({ says: 'The position of the entry that erased the detail', ...position, nullable: true })
  erasedBy!: number | null;
}

/** What the database's own check of a chain found. */
export class TrailCheck {
  @Count({ says: 'How many entries the chain has', ...position })
  size!: number;

  @Count({
    says: 'The first position that is not as it must be; none when all of it holds',
    ...position,
    nullable: true,
  })
  firstBadPosition!: number | null;

  @Words({ says: 'Why', nullable: true })
  why!: string | null;

  @ApiProperty({
    description:
      'Records that are not what the trail says was recorded, at most 100 of each kind: what, which, the position of the entry, and why',
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  rowsAtFault!: readonly object[];

  @ApiProperty({ description: 'Kinds of record that you may not read, so they were not compared', type: [String] })
  notCompared!: readonly string[];

  @CalendarDate({ says: 'The day on which it was checked, in London' })
  checkedOn!: string;
}

/** Why a detail is to be erased. */
export class NewErasure {
  @Words({
    says: 'Why: the request or the rule that asks for it',
    example: 'Names a child; request 12 of 3 June',
    most: 1000,
  })
  why!: string;
}

/** A detail that was erased. */
export class Erasure {
  @Count({ says: 'The position whose detail is gone', ...position })
  position!: number;

  @Count({ says: 'The position of the entry that says so', ...position })
  erasedBy!: number;
}
