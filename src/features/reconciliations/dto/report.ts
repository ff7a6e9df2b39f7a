import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { CoversReopened, type ReopenedMonth } from '../../shared/reopened.js';
import { CalendarDate, Choice, Count, Pounds, Uuid, Words, YesNo } from '../../shared/fields.js';
import { Reconciliation } from './reconciliation.js';

const signed = (says: string) => Pounds({ says, anySign: true });
const MANY = 1_000_000;

export const groupParts = ['matched', 'differs', 'only-host', 'only-ours'] as const;
export const groupRules = [
  ...['reference-and-amount', 'amount-and-day', 'sum-by-reference', 'reference-alone', 'reversed'],
  ...['by-hand', 'none'],
];

/** Part of the report: how many lines of each ledger it has, and what they come to. */
export class ReconciliationPart {
  @Choice(['opening', ...groupParts, 'total'], { says: 'Which part; the total is what both ledgers come to' })
  part!: string;

  @Count({ says: 'Lines of the host’s ledger', most: MANY })
  hostLines!: number;

  @Count({ says: 'Entries of ours', most: MANY })
  ourEntries!: number;

  @signed('What the host’s come to')
  host!: string;

  @signed('What ours come to')
  ours!: string;

  @signed('The host’s less ours')
  difference!: string;
}

export class ReconciledLine {
  @Uuid({ says: 'Its id: of a line of the host’s ledger, or of an entry of ours' })
  id!: string;

  @CalendarDate({ says: 'The day it counts for' })
  date!: string;

  @Words({ says: 'Its reference', nullable: true })
  reference!: string | null;

  @Words({ says: 'What it says', nullable: true })
  says!: string | null;

  @signed('How much')
  amount!: string;
}

/** Lines that are accounted for together; one that nothing matches stands by itself. */
export class ReconciliationGroup {
  @Choice([...groupParts], { says: 'In which part of the report' })
  part!: (typeof groupParts)[number];

  @Choice(groupRules, { says: 'What brought them together' })
  rule!: string;

  @Uuid({ says: 'What somebody said by hand, where somebody did', nullable: true })
  byHand!: string | null;

  @Words({ says: 'Why, as they said', nullable: true })
  reason!: string | null;

  @YesNo({ says: 'Whether it is explained' })
  explained!: boolean;

  @ApiProperty({ type: [ReconciledLine], description: 'Lines of the host’s ledger' })
  lines!: ReconciledLine[];

  @ApiProperty({ type: [ReconciledLine], description: 'Entries of ours' })
  entries!: ReconciledLine[];

  @signed('What the host’s come to')
  host!: string;

  @signed('What ours come to')
  ours!: string;

  @signed('The host’s less ours')
  difference!: string;
}

class Explained {
  @Count({ says: 'How many lines of both ledgers are explained', most: MANY })
  lines!: number;

  @Count({ says: 'Of how many', most: MANY })
  ofLines!: number;

  @Words({ says: 'The same in percent, rounded down', example: '97.41' })
  percentOfLines!: string;

  @signed('What they come to when every amount counts as above nothing')
  amount!: string;

  @signed('Of how much, what the openings differ by among it')
  ofAmount!: string;

  @Words({ says: 'The same in percent, rounded down', example: '99.02' })
  percentOfAmount!: string;

  @signed('How much of the difference is explained')
  difference!: string;

  @signed('How much of it is left to explain')
  left!: string;
}

class ReportFields {
  @CalendarDate({ says: 'What was recorded by the end of this day; null for all that is known', nullable: true })
  knownAt!: string | null;

  @YesNo({ says: 'Whether every entry of ours in it was approved by somebody other than who entered it' })
  checked!: boolean;

  @CoversReopened()
  reopened!: ReopenedMonth[];

  @ApiProperty({ type: [ReconciliationPart], description: 'Opening, each part and the total, which they come to' })
  parts!: ReconciliationPart[];

  @ApiProperty({ type: Explained, description: 'How much is explained' })
  explained!: Explained;

  @ApiProperty({ type: [ReconciliationGroup], description: 'What is left to explain, the first 500 by day' })
  toExplain!: ReconciliationGroup[];

  @ApiProperty({ type: [ReconciliationGroup], description: 'What is explained, the first 500 by day' })
  explainedGroups!: ReconciliationGroup[];

  @Count({ says: 'How many there are to explain in all: the file has every line', most: MANY })
  toExplainInAll!: number;

  @Count({ says: 'How many are explained in all', most: MANY })
  explainedInAll!: number;
}

/** The host's ledger held against ours, as at a day: amounts are read the way round in which our account is. */
export class ReconciliationReport extends IntersectionType(Reconciliation, ReportFields) {}
