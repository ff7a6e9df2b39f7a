import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { accountKinds } from '../../../engine/ledger/accounts.js';
import { CalendarDate, Choice, Pounds, Slug, Uuid, Words, Year, YesNo } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded } from '../../shared/provenance.js';

export const entryKinds = [
  ...[
    'contribution',
    'one-off',
    'rebate',
    'receipt',
    'spending',
    'grant',
    'in-kind',
    'reserve',
    'variance',
    'reversal',
  ],
];

/** One side of an entry. */
export class EntryLine {
  @Choice(Object.keys(accountKinds), { says: 'The kind of account' })
  account!: string;

  @Slug({ says: 'Whose account, where it is a partner’s', nullable: true })
  authority!: string | null;

  @Slug({ says: 'Of which budget line or grant, where it is one’s', nullable: true })
  line!: string | null;

  @Pounds({ says: 'Signed: the lines of an entry come to nothing', anySign: true })
  amount!: string;
}

class EntryFields {
  @Choice(entryKinds, { says: 'What kind of thing happened' })
  kind!: string;

  @Slug({ says: 'The fund, a memorandum account of its own' })
  fund!: string;

  @CalendarDate({ says: 'For which day it counts; when it became known is recordedAt' })
  effectiveOn!: string;

  @Year({ says: 'The financial year of that day' })
  financialYear!: string;

  @Words({ says: 'What it is for; of a reversal, why' })
  reason!: string;

  @Words({ says: 'The reference in the host’s own ledger, of an invoice or a payment', nullable: true })
  reference!: string | null;

  @Uuid({ says: 'The decision behind it', nullable: true })
  decision!: string | null;

  @Uuid({ says: 'The contribution that it pays; of spending, the order', nullable: true })
  pays!: string | null;

  @Uuid({ says: 'The entry that it reverses', nullable: true })
  reverses!: string | null;

  @Uuid({ says: 'The entry that reversed it', nullable: true })
  reversedBy!: string | null;

  @YesNo({ says: 'Whether somebody else approved it before it was posted' })
  checked!: boolean;

  @Words({ says: 'SHA-256 of what it says: what was approved has the same' })
  digest!: string;

  @ApiProperty({ type: [EntryLine], description: 'Its lines, which come to nothing' })
  lines!: EntryLine[];
}

/** What was posted: never changed, reversed at most once. */
export class LedgerEntry extends IntersectionType(Identified, EntryFields, Recorded) {}
