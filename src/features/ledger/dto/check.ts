import { ApiProperty } from '@nestjs/swagger';
import { Count, Moment, Slug, Words, YesNo } from '../../shared/fields.js';

const MANY = 1_000_000_000;

class LedgerRuleChecked {
  @Words({ says: 'What has to hold' })
  says!: string;

  @YesNo({ says: 'Whether it holds, everywhere' })
  holds!: boolean;

  @Count({ says: 'How often it does not', most: MANY })
  faults!: number;
}

class LedgerFault {
  @Words({ says: 'What is wrong' })
  fault!: string;

  @Words({ says: 'Of what: the id of an entry, a contribution or a receipt, or that of an account and a day' })
  about!: string;
}

/** What came of working a ledger out anew from its lines. */
export class LedgerSoundness {
  @Slug({ says: 'The partnership' })
  partnership!: string;

  @YesNo({ says: 'Whether all is well' })
  sound!: boolean;

  @Moment({ says: 'When it was worked out' })
  checkedAt!: string;

  @Count({ says: 'How many entries were looked at', most: MANY })
  entries!: number;

  @Count({ says: 'How many lines they have', most: MANY })
  lines!: number;

  @ApiProperty({ type: [LedgerRuleChecked], description: 'What was checked' })
  checks!: LedgerRuleChecked[];

  @ApiProperty({ type: [LedgerFault], description: 'What is wrong, the first 200' })
  faults!: LedgerFault[];
}
