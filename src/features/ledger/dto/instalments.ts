import { ApiProperty } from '@nestjs/swagger';
import { profiles } from '../../../engine/ledger/instalments/profile.js';
import { CalendarDate, Choice, Count, Pounds, Slug, Words, Year, YesNo } from '../../shared/fields.js';

export class Instalment {
  @Count({ says: 'Which part of the year’s share', most: 12 })
  number!: number;

  @CalendarDate({ says: 'When it falls due' })
  dueOn!: string;

  @Pounds({ says: 'How much', anySign: true })
  amount!: string;
}

export class PartnerInstalments {
  @Slug({ says: 'The partner' })
  partner!: string;

  @Pounds({ says: 'Its share of the year, which its instalments come to', anySign: true })
  share!: string;

  @ApiProperty({ type: [Instalment] })
  instalments!: Instalment[];
}

/** How the share statement of a year would fall due. Nothing of it is billed until it is proposed and approved. */
export class InstalmentSchedule {
  @Slug({ says: 'The partnership' })
  partnership!: string;

  @Year({ says: 'The financial year' })
  year!: string;

  @CalendarDate({ says: 'The shares as they stood at the end of this day' })
  asAt!: string;

  @Choice(Object.keys(profiles), { says: 'In which parts' })
  profile!: string;

  @YesNo({ says: 'Whether the shares rest on something made up' })
  illustrative!: boolean;

  @Words({ says: 'The digest of the share statement that this follows from' })
  statementDigest!: string;

  @ApiProperty({ type: [PartnerInstalments] })
  partners!: PartnerInstalments[];

  @Pounds({ says: 'What all instalments come to: what all shares come to', anySign: true })
  total!: string;
}
