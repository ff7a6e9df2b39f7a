import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { profiles } from '../../../engine/ledger/instalments/profile.js';
import { oddPennyRules } from '../../../engine/ledger/instalments/terms.js';
import { CalendarDate, Choice, Count, Pounds, Slug, Uuid, Words, Year, YesNo } from '../../shared/fields.js';
import { CoversReopened, ReopenedColumn, type ReopenedMonth } from '../../shared/reopened.js';
import { Sourced } from '../../shared/provenance.js';

export class Instalment {
  @Count({ says: 'Which part of the year’s share', most: 53 })
  number!: number;

  @CalendarDate({ says: 'When it falls due' })
  dueOn!: string;

  @CalendarDate({ says: 'The last day on which it is paid in time' })
  payBy!: string;

  @Pounds({ says: 'How much', anySign: true })
  amount!: string;

  @Pounds({ says: 'What has been billed to the partner as due on that day', anySign: true })
  billed!: string;

  @Pounds({ says: 'What is proposed to be billed as due on that day, and waits for approval', anySign: true })
  proposed!: string;
}

export class PartnerInstalments {
  @Slug({ says: 'The partner' })
  partner!: string;

  @Pounds({ says: 'Its share of the year, which its instalments come to', anySign: true })
  share!: string;

  @ApiProperty({ type: [Instalment] })
  instalments!: Instalment[];
}

class OfPartner {
  @Slug({ says: 'The partner' })
  partner!: string;
}

/** One instalment of one partner, as a row of a file. */
export class InstalmentRow extends IntersectionType(OfPartner, Instalment) {
  @ReopenedColumn()
  reopened!: string | null;
}

/** What the agreement says of how a share falls due. */
export class AgreedTerms {
  @Uuid({ says: 'The agreement version that states it: the last of the year that states anything' })
  agreementVersion!: string;

  @Count({ says: 'Which version of its agreement', most: 1_000_000 })
  number!: number;

  @Words({ says: 'Where in the agreement it stands', nullable: true })
  clause!: string | null;

  @Count({ says: 'Days after a part falls due in which it is paid in time', most: 366 })
  daysToPay!: number;

  @Choice(oddPennyRules, { says: 'Which part gets a penny that is left over; where parts tie, the earliest' })
  oddPennies!: string;

  @YesNo({ says: 'Whether the parts shown are those that it states; not where other parts were asked for' })
  followed!: boolean;
}

/** How the share statement of a year would fall due. Nothing of it is billed until it is proposed and approved. */
export class InstalmentSchedule {
  @Slug({ says: 'The partnership' })
  partnership!: string;

  @Year({ says: 'The financial year' })
  year!: string;

  @CalendarDate({ says: 'The shares as they stood at the end of this day' })
  asAt!: string;

  @Choice([...Object.keys(profiles), 'stated-dates'], { says: 'In which parts' })
  profile!: string;

  @ApiProperty({ type: AgreedTerms, nullable: true, description: 'What the agreement states; null where nothing is' })
  agreed!: AgreedTerms | null;

  @YesNo({ says: 'Whether the shares rest on something made up' })
  illustrative!: boolean;

  @CoversReopened()
  reopened!: ReopenedMonth[];

  @Words({ says: 'The digest of the share statement that this follows from' })
  statementDigest!: string;

  @ApiProperty({ type: [PartnerInstalments] })
  partners!: PartnerInstalments[];

  @Pounds({ says: 'What all instalments come to: what all shares come to', anySign: true })
  total!: string;
}

class ProposalFields {
  @Count({ says: 'Which part of the year’s share', most: 53, example: 1 })
  number!: number;

  @Slug({ says: 'Of one partner alone; every partner when left out', optional: true })
  authority?: string | null;

  @Words({ says: 'The digest of the share statement that was read: what was read is what is proposed', most: 71 })
  statementDigest!: string;
}

/** That one instalment is to be billed: a draft for each partner, to be approved by somebody else. */
export class NewInstalmentProposal extends IntersectionType(ProposalFields, Sourced) {}
