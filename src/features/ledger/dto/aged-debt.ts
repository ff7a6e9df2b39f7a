import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { CoversReopened, ReopenedColumn, type ReopenedMonth } from '../../shared/reopened.js';
import { CalendarDate, Pounds, Slug, Words, YesNo } from '../../shared/fields.js';

const signed = (says: string) => Pounds({ says, anySign: true });

class Ages {
  @signed('Still to be paid in time')
  notYetDue!: string;

  @signed('1 to 30 days late')
  days1to30!: string;

  @signed('31 to 60 days late')
  days31to60!: string;

  @signed('61 to 90 days late')
  days61to90!: string;

  @signed('More than 90 days late')
  over90!: string;

  @signed('On bills that are disputed, however late')
  disputed!: string;

  @signed('Paid beyond what its bills count for, or before they do: below nothing')
  credit!: string;

  @signed('On no bill: rebates, settled variances and the like')
  other!: string;

  @signed('All that it owes')
  total!: string;
}

class OfPartner {
  @Slug({ says: 'The partner' })
  partner!: string;
}

class AsAtDay {
  @CalendarDate({ says: 'As at the end of this day' })
  asAt!: string;
}

/** What one partner owes, by how long it is late. */
export class AgedDebtPartner extends IntersectionType(OfPartner, Ages) {}

/** The same as a row of a file, which says of which day it is. */
export class AgedDebtRowOfFile extends IntersectionType(OfPartner, AsAtDay, Ages) {
  @ReopenedColumn()
  reopened!: string | null;
}

export class AgedDebtTotals extends Ages {}

export class AgedDebtCheck {
  @Words({ says: 'What is checked' })
  check!: string;

  @Slug({ says: 'Of which partner' })
  partner!: string;

  @YesNo({ says: 'Whether it holds' })
  holds!: boolean;

  @Words({ says: 'In words' })
  says!: string;
}

/** What each partner owes as at a day, by how long it is late. */
export class AgedDebt {
  @Slug({ says: 'The partnership' })
  partnership!: string;

  @CalendarDate({ says: 'What counts for this day or an earlier one' })
  asAt!: string;

  @CalendarDate({ says: 'What was recorded by the end of this day; null for all that is known', nullable: true })
  knownAt!: string | null;

  @YesNo({ says: 'Whether something in the ledger by then is made up to show how things work' })
  illustrative!: boolean;

  @CoversReopened()
  reopened!: ReopenedMonth[];

  @ApiProperty({ type: [AgedDebtPartner] })
  partners!: AgedDebtPartner[];

  @ApiProperty({ type: AgedDebtTotals })
  totals!: AgedDebtTotals;

  @ApiProperty({ type: [AgedDebtCheck], description: 'What each partner owes by its bills against the position' })
  checks!: AgedDebtCheck[];
}
