import { Choice, Pounds, Slug, Words, Year } from '../../shared/fields.js';

/** Where a budget line would stand once what is proposed was posted. */
export class LineStanding {
  @Slug({ says: 'The line' })
  line!: string;

  @Year({ says: 'The financial year' })
  financialYear!: string;

  @Pounds({ says: 'What it may spend in the year; null where the year has no budget', nullable: true, anySign: true })
  budget!: string | null;

  @Pounds({ says: 'What was spent on it already', anySign: true })
  posted!: string;

  @Pounds({ says: 'What is committed on it by orders', anySign: true })
  committed!: string;

  @Pounds({ says: 'What this adds: its amount, less what it pays of an order', anySign: true })
  adds!: string;

  @Pounds({ says: 'By how much the line would be past its budget; nothing where it would not', nothingAllowed: true })
  passesBy!: string;

  @Choice(['warns', 'stops'], { says: 'What the agreement version in force says of spending past a line' })
  rule!: string;

  @Words({ says: 'The same in words' })
  says!: string;
}
