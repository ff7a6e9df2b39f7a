import { ApiProperty } from '@nestjs/swagger';
import { CalendarDate, Choice, Pounds, Slug, Uuid, Words, Year, YesNo } from '../../shared/fields.js';
import { LedgerCheck } from './position.js';
import { CoversReopened, type ReopenedMonth } from '../../shared/reopened.js';
import { LedgerSettlement } from './settlement.js';

const signed = (says: string) => Pounds({ says, anySign: true });
const perhaps = (says: string) => Pounds({ says, anySign: true, nullable: true });

export class YearEndPartner {
  @Slug({ says: 'The partner' })
  partner!: string;

  @signed('What it owed when the year began')
  owedBefore!: string;

  @signed('What it was billed in the year')
  billed!: string;

  @signed('What it was let off')
  rebated!: string;

  @signed('What it paid')
  paid!: string;

  @signed('What it owed at the end of the year; below nothing it is owed')
  owedAfter!: string;

  @signed('What was settled of this year after its end: above nothing it pays more')
  settledLater!: string;

  @signed('What is proposed for it and not yet approved')
  proposed!: string;

  @signed('What it gave in kind, at its value, outside cash')
  inKind!: string;
}

export class YearEndLine {
  @Slug({ says: 'The budget line or grant' })
  line!: string;

  @Words({ says: 'What the budget calls it', nullable: true })
  name!: string | null;

  @perhaps('Its budget as it stood at the end of the year; null where none was recorded')
  budget!: string | null;

  @signed('What was spent on it')
  spent!: string;

  @perhaps('Spent less budget: above nothing more was spent')
  over!: string | null;

  @signed('What was received for it from outside')
  granted!: string;

  @signed('What was used on it of things given in kind')
  inKind!: string;
}

export class YearEndBalance {
  @signed('What the host holds')
  cash!: string;

  @signed('What the partners owe, less what they are owed')
  owed!: string;

  @signed('What of that is in reserve')
  reserve!: string;

  @signed('What of that is carried forward from settled underspends')
  carriedForward!: string;

  @signed('What of that nobody has settled: what came in and was not spent')
  unsettled!: string;
}

class YearEndAccount {
  @signed('What the partners’ bills brought, less rebates')
  contributed!: string;

  @signed('What was granted from outside')
  granted!: string;

  @signed('What was given and used in kind, outside cash')
  inKind!: string;

  @signed('What was spent')
  spent!: string;

  @signed('Funding less spending: above nothing it was not all spent')
  under!: string;

  @signed('What was posted in the year of settled variances: above nothing borne by partners or the reserve')
  settled!: string;

  @perhaps('The budget of all lines, as it stood at the end of the year')
  budget!: string | null;

  @perhaps('Spent less budget: above nothing an overspend')
  variance!: string | null;
}

export class YearEndFund {
  @Slug({ says: 'The fund' })
  fund!: string;

  @ApiProperty({ type: YearEndAccount, description: 'What came in and what was spent' })
  account!: YearEndAccount;

  @ApiProperty({ type: [YearEndPartner] })
  partners!: YearEndPartner[];

  @ApiProperty({ type: [YearEndLine] })
  lines!: YearEndLine[];

  @ApiProperty({ type: YearEndBalance, description: 'What the year opened with: what the one before closed at' })
  opening!: YearEndBalance;

  @ApiProperty({ type: YearEndBalance, description: 'What it closes with' })
  closing!: YearEndBalance;
}

class YearEndMonth {
  @CalendarDate({ says: 'The first day of the month' })
  startsOn!: string;

  @Uuid({ says: 'Its closing that stands; null while it is open', nullable: true })
  closing!: string | null;

  @Words({ says: 'SHA-256 of what was frozen of it', nullable: true })
  digest!: string | null;
}

class YearEndFrozen {
  @Uuid({ says: 'The closing of the year' })
  id!: string;

  @Words({ says: 'SHA-256 of what was frozen' })
  digest!: string;
}

/** The memorandum account of a pooled fund for a year (National Health Service Act 2006, section 75; statements of that kind). */
export class YearEndStatement {
  @Slug({ says: 'The partnership' })
  partnership!: string;

  @Year({ says: 'The financial year' })
  year!: string;

  @CalendarDate({ says: 'The last day of it' })
  asAt!: string;

  @CalendarDate({ says: 'What was recorded by the end of this day; null for all that is known', nullable: true })
  knownAt!: string | null;

  @ApiProperty({ type: [String], description: 'Every fund that the ledger has, whichever was asked for' })
  everyFund!: string[];

  @Choice(['open', 'closed'], { says: 'Whether the year is closed' })
  state!: string;

  @YesNo({ says: 'Whether something in it is made up to show how things work' })
  illustrative!: boolean;

  @YesNo({ says: 'Whether every entry by then was approved by somebody other than who entered it' })
  checked!: boolean;

  @ApiProperty({ type: YearEndFrozen, nullable: true, description: 'The closing of the year that stands' })
  closed!: YearEndFrozen | null;

  @ApiProperty({
    type: YearEndFrozen,
    nullable: true,
    description: 'The closing of the year before, with which it opens',
  })
  openedWith!: YearEndFrozen | null;

  @ApiProperty({ type: [YearEndMonth] })
  months!: YearEndMonth[];

  @CoversReopened()
  reopened!: ReopenedMonth[];

  @ApiProperty({ type: [YearEndFund] })
  funds!: YearEndFund[];

  @ApiProperty({
    type: [LedgerSettlement],
    description: 'How over- and underspends and later data were shared, and by which decision',
  })
  settlements!: LedgerSettlement[];

  @ApiProperty({ type: [LedgerCheck], description: 'Each total against its parts, and against what was frozen' })
  checks!: LedgerCheck[];
}

/** One figure of a statement, as a row of a sheet. */
export class YearEndRow {
  @Choice(
    ['account', 'partner', 'line', 'opening', 'closing', 'settlement', 'month', 'reopened', 'check', 'known-at'],
    {
      says: 'What it is of',
    },
  )
  section!: string;

  @Slug({ says: 'The fund', nullable: true })
  fund!: string | null;

  @Slug({ says: 'The partner', nullable: true })
  partner!: string | null;

  @Slug({ says: 'The budget line or grant', nullable: true })
  line!: string | null;

  @Words({ says: 'Which figure' })
  item!: string;

  @perhaps('How much')
  amount!: string | null;

  @Words({ says: 'What goes with it: a state, a digest, or what a check says', nullable: true })
  says!: string | null;
}
