import { ApiProperty } from '@nestjs/swagger';
import { CalendarDate, Pounds, Slug, Words, YesNo } from '../../shared/fields.js';

import { CoversReopened, type ReopenedMonth } from '../../shared/reopened.js';

const signed = (says: string) => Pounds({ says, anySign: true });

export class LedgerPartner {
  @Slug({ says: 'The partner' })
  partner!: string;

  @signed('What it has been billed')
  billed!: string;

  @signed('What it has been let off')
  rebated!: string;

  @signed('What it has paid')
  paid!: string;

  @signed('What it still owes')
  outstanding!: string;

  @signed('What it gave in kind, at its value, outside cash')
  inKind!: string;
}

export class LedgerFund {
  @Slug({ says: 'The fund' })
  fund!: string;

  @signed('What the partners’ bills bring to it')
  contributed!: string;

  @signed('What it was granted from outside')
  granted!: string;

  @signed('What was spent from it')
  spent!: string;

  @signed('What the host holds for it')
  cash!: string;

  @signed('What is kept back in reserve')
  reserve!: string;

  @signed('What over- and underspends have been settled on the partners')
  variance!: string;

  @signed('What settled underspends leave in it for the years that follow')
  carriedForward!: string;
}

export class LedgerLinePosition {
  @Slug({ says: 'The fund' })
  fund!: string;

  @Slug({ says: 'The budget line or grant' })
  line!: string;

  @signed('What was spent on it')
  spent!: string;

  @signed('What was received for it')
  granted!: string;

  @signed('What was used on it of things given in kind')
  inKind!: string;
}

export class LedgerCheck {
  @Words({ says: 'What is checked' })
  check!: string;

  @Slug({ says: 'Of which fund' })
  fund!: string;

  @YesNo({ says: 'Whether it holds' })
  holds!: boolean;

  @Words({ says: 'In words' })
  says!: string;
}

/** What the ledger comes to as at a day, as known at a day: by partner, by fund and by line. */
export class LedgerPosition {
  @Slug({ says: 'The partnership' })
  partnership!: string;

  @CalendarDate({ says: 'What counts for this day or an earlier one' })
  asAt!: string;

  @CalendarDate({ says: 'What was recorded by the end of this day; null for all that is known', nullable: true })
  knownAt!: string | null;

  @YesNo({ says: 'Whether something in the ledger by then is made up to show how things work' })
  illustrative!: boolean;

  @YesNo({ says: 'Whether every entry by then was approved by somebody other than who entered it' })
  checked!: boolean;

  @CoversReopened()
  reopened!: ReopenedMonth[];

  @ApiProperty({ type: [String], description: 'Every fund that the ledger has, whichever was asked for' })
  everyFund!: string[];

  @ApiProperty({ type: [LedgerPartner] })
  partners!: LedgerPartner[];

  @ApiProperty({ type: [LedgerFund] })
  funds!: LedgerFund[];

  @ApiProperty({ type: [LedgerLinePosition] })
  lines!: LedgerLinePosition[];

  @ApiProperty({ type: [LedgerCheck], description: 'Each total against its parts' })
  checks!: LedgerCheck[];
}
