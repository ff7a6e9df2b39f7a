import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { accountKinds } from '../../../engine/ledger/accounts.js';
import { CalendarDate, Choice, Count, Pounds, Slug, Uuid, Words } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class ClosingFields {
  @CalendarDate({ says: 'The first day of the month', example: '2026-04-01' })
  startsOn!: string;

  @Words({ says: 'Why it is closed', example: 'Agreed with the host’s ledger' })
  why!: string;
}

/** A month to be closed. */
export class NewClosing extends IntersectionType(ClosingFields, Sourced) {}

export class FrozenBalance {
  @Slug({ says: 'The fund' })
  fund!: string;

  @Choice(Object.keys(accountKinds), { says: 'The kind of account' })
  account!: string;

  @Slug({ says: 'Whose account, where it is a partner’s', nullable: true })
  authority!: string | null;

  @Slug({ says: 'Of which budget line or grant, where it is one’s', nullable: true })
  line!: string | null;

  @Pounds({ says: 'Signed: what it came to at the end of the month', anySign: true })
  amount!: string;
}

class ClosingShown {
  @Count({ says: 'Which closing of that month', most: 1_000_000 })
  number!: number;

  @Uuid({ says: 'The closing of that month before it, which was opened again', nullable: true })
  follows!: string | null;

  @Words({ says: 'SHA-256 of what was frozen' })
  digest!: string;

  @Words({ says: 'What was frozen, to the byte: every balance in pence' })
  frozen!: string;

  @ApiProperty({ type: [FrozenBalance], description: 'The same, in pounds' })
  balances!: FrozenBalance[];
}

/** A month that was closed, with what every account came to: never changed, whatever comes after. */
export class LedgerClosing extends IntersectionType(Identified, ClosingFields, ClosingShown, Recorded) {}
