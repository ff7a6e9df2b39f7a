import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Choice, Pounds, Slug, Uuid, Words, Year, YesNo } from '../../shared/fields.js';
import { CoversReopened, ReopenedColumn, type ReopenedMonth } from '../../shared/reopened.js';
import { entryKinds } from './entry.js';

const signed = (says: string) => Pounds({ says, anySign: true });

class OnAccount {
  @CalendarDate({ says: 'For which day it counts' })
  on!: string;

  @Choice(entryKinds, { says: 'What kind of thing happened' })
  kind!: string;

  @Words({ says: 'What it is for' })
  what!: string;

  @Words({ says: 'Its reference: of the host’s invoice, of the payment', nullable: true })
  reference!: string | null;

  @Uuid({ says: 'The bill that it is, pays or turns', nullable: true })
  bill!: string | null;

  @Uuid({ says: 'The entry of the ledger' })
  entry!: string;
}

class Balanced {
  @signed('What it adds to what the partner owes; below nothing where it takes away')
  amount!: string;

  @signed('What the partner owes after it')
  balance!: string;
}

/** One entry of a partner's account. */
export class AccountEntry extends IntersectionType(OnAccount, Balanced) {}

class Valued {
  @signed('How much')
  amount!: string;
}

/** Money received that stands against no bill. */
export class UnallocatedReceipt extends IntersectionType(OnAccount, Valued) {}

class OfLine {
  @Slug({ says: 'The budget line that it was used on', nullable: true })
  line!: string | null;
}

/** Something given in kind, at its value, outside cash. */
export class GivenInKind extends IntersectionType(OnAccount, Valued, OfLine) {}

/** What a partner's own budget provides for a year beside what it is billed. */
export class ProvidedBesideBilled {
  @Year({ says: 'The financial year' })
  financialYear!: string;

  @signed('What it is billed as due in the year')
  billed!: string;

  @Pounds({ says: 'What its own budget provides, as last decided; null where nothing is recorded', nullable: true })
  provided!: string | null;

  @Pounds({
    says: 'What it is billed beyond that; below nothing where it provides more',
    nullable: true,
    anySign: true,
  })
  gap!: string | null;
}

export class AccountCheck {
  @Words({ says: 'What is checked' })
  check!: string;

  @YesNo({ says: 'Whether it holds' })
  holds!: boolean;

  @Words({ says: 'In words' })
  says!: string;
}

/** All that passed between a partner and the partnership over some days: what it owed, each entry, and what it owes. */
export class StatementOfAccount {
  @Slug({ says: 'The partnership' })
  partnership!: string;

  @Slug({ says: 'The partner' })
  authority!: string;

  @Words({ says: 'Its name' })
  name!: string;

  @CalendarDate({ says: 'The first day' })
  from!: string;

  @CalendarDate({ says: 'The last day' })
  asAt!: string;

  @CalendarDate({ says: 'What was recorded by the end of this day; null for all that is known', nullable: true })
  knownAt!: string | null;

  @YesNo({ says: 'Whether something on its accounts is made up to show how things work' })
  illustrative!: boolean;

  @CoversReopened()
  reopened!: ReopenedMonth[];

  @signed('What it owed before the first day')
  opening!: string;

  @ApiProperty({ type: [AccountEntry], description: 'What was billed, let off and paid, in the order of days' })
  entries!: AccountEntry[];

  @signed('What it owes at the end of the last day, by the position')
  closing!: string;

  @ApiProperty({
    type: [UnallocatedReceipt],
    description: 'Money received that stands against no bill, up to the last day',
  })
  unallocated!: UnallocatedReceipt[];

  @signed('What that comes to')
  unallocatedTotal!: string;

  @ApiProperty({
    type: [GivenInKind],
    description: 'Given in kind on these days: valued, outside cash and the balance',
  })
  inKind!: GivenInKind[];

  @signed('What that comes to')
  inKindTotal!: string;

  @ApiProperty({ type: [ProvidedBesideBilled], description: 'For each financial year that the days touch' })
  provisions!: ProvidedBesideBilled[];

  @ApiProperty({ type: [AccountCheck] })
  checks!: AccountCheck[];
}

class RowOf {
  @CalendarDate({ says: 'For which day it counts' })
  on!: string;

  @Choice(['opening', ...entryKinds, 'closing'], { says: 'What kind of thing happened' })
  kind!: string;

  @Words({ says: 'What it is for' })
  what!: string;

  @Words({ says: 'Its reference', nullable: true })
  reference!: string | null;

  @Pounds({ says: 'What it adds to what the partner owes', nullable: true, anySign: true })
  amount!: string | null;

  @signed('What the partner owes after it')
  balance!: string;

  @Uuid({ says: 'The bill that it is, pays or turns', nullable: true })
  bill!: string | null;

  @Uuid({ says: 'The entry of the ledger', nullable: true })
  entry!: string | null;
}

/** A row of a statement of account as a file: the opening balance, each entry, the closing balance. */
export class StatementOfAccountRowOfFile extends RowOf {
  @ReopenedColumn()
  reopened!: string | null;
}
