import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Slug, Words, Year } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';
import type { ShareStatementReader } from '../../shares/share-statement.reader.js';

/** A share statement to be published as it stands. */
export class NewPublication extends Sourced {
  @Year({ says: 'The financial year of the statement', example: '2020-21' })
  financialYear!: string;

  @CalendarDate({ says: 'The position is as at the end of this day; today when left out', optional: true })
  asAt?: string;
}

class PublicationFields {
  @Words({ says: 'What it is', example: 'Share statement for 2020-21' })
  title!: string;

  @Year({ says: 'The financial year' })
  financialYear!: string;

  @CalendarDate({ says: 'The position is as at the end of this day' })
  asAt!: string;

  @CalendarDate({ says: 'When it was published, in London' })
  publishedOn!: string;

  @Words({ says: 'SHA-256 of the document as it was published, byte for byte' })
  digest!: string;
}

/** What was published, as its own partnership sees it. */
export class Publication extends IntersectionType(Identified, PublicationFields, Recorded) {}

/** What was published, as everyone sees it in a list. */
export class Published extends IntersectionType(Identified, PublicationFields) {
  @Slug({ says: 'Id of the partnership' })
  partnership!: string;

  @Words({ says: 'The name of the partnership' })
  partnershipName!: string;
}

/** What was published, whole. */
export class PublishedStatement extends Published {
  @ApiProperty({
    allOf: [{ $ref: '#/components/schemas/ShareStatement' }],
    description: 'As it stood; it never changes',
  })
  statement!: Awaited<ReturnType<ShareStatementReader['read']>>;
}

export class PublishedList {
  @ApiProperty({ type: [Published], description: 'The newest first, at most 200' })
  items!: Published[];
}
