import { ApiProperty } from '@nestjs/swagger';
import { flagCodes, severities } from '../../../engine/risk/flag.js';
import type { FlagCode, Severity } from '../../../engine/risk/flag.js';
import { CalendarDate, Choice, Pounds, Slug, Uuid, Words, YesNo } from '../../shared/fields.js';

/** What one partner bears of a flag. */
class FlagPartner {
  @Slug({ says: 'The authority', example: 'dorset' })
  partner!: string;

  @Words({ says: 'Its name' })
  name!: string;

  @Pounds({ says: 'What it bears', nothingAllowed: true })
  amount!: string;
}

/** A record that a flag rests on. */
class FlagRecord {
  @Words({ says: 'What kind of record', example: 'planned-spend' })
  kind!: string;

  @Uuid({ says: 'Id of the record' })
  id!: string;

  @Words({ says: 'Where to read it' })
  href!: string;

  @YesNo({ says: 'Made up to show how things work; nobody published it' })
  illustrative!: boolean;
}

const listOfWords = (description: string) => ApiProperty({ type: String, isArray: true, description });

/** Something that can go wrong with the money, raised from the records and cleared with its cause. */
export class Flag {
  @Words({ says: 'The same for the same cause, whenever it is read', example: 'provision-gap.dorset.2026-27' })
  id!: string;

  @Slug({ says: 'The partnership' })
  partnership!: string;

  @Choice(flagCodes, { says: 'Which rule raised it' })
  code!: FlagCode;

  @Choice(severities, {
    says: 'High from the day it is grave: the day it bites; for an overdue contribution the day of default; never for a concentration. Else medium once it bites or will within the weeks that unconfirmedWeeks states (13). Else low',
  })
  severity!: Severity;

  @Words({ says: 'What it is, in a line' })
  title!: string;

  @Words({ says: 'What it is, in full' })
  words!: string;

  @Pounds({ says: 'All of it: what the partners bear and what is undetermined', nothingAllowed: true })
  total!: string;

  @ApiProperty({
    type: [FlagPartner],
    description: 'Those who bear something, in the order in which the partnership lists them',
  })
  partners!: FlagPartner[];

  @Pounds({ says: 'What nobody is known to bear', nothingAllowed: true })
  undetermined!: string;

  @CalendarDate({ says: 'The day from which it costs' })
  bitesOn!: string;

  @CalendarDate({ says: 'The first day on which the records said so' })
  firstStood!: string;

  @Words({ says: 'The clause or rule that it rests on' })
  rule!: string;

  @ApiProperty({ type: [FlagRecord], description: 'The records that it rests on' })
  records!: FlagRecord[];

  @listOfWords('What a board could decide')
  couldDecide!: string[];

  @listOfWords('How each figure was worked out, step by step')
  working!: string[];

  @YesNo({ says: 'Whether any record behind it is made up to show how things work' })
  illustrative!: boolean;
}

/** The flags that stand as at the end of a day. */
export class FlagList {
  @CalendarDate({ says: 'The day as at which the records were read' })
  asAt!: string;

  @ApiProperty({ type: [Flag] })
  items!: Flag[];
}
