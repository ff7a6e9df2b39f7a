import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Count, Pounds, Slug, Uuid } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class PackageReturnFields {
  @Uuid({ says: 'The funding source that pays for the packages' })
  fundingSource!: string;

  @Slug({ says: 'The authority responsible for the children', example: 'dorset' })
  authority!: string;

  @CalendarDate({ says: 'The day on which they were counted', example: '2026-10-31' })
  countedOn!: string;

  @Count({ says: 'How many children; numbers only, never children', example: 12, most: 100_000 })
  children!: number;

  @Pounds({ says: 'What one of these packages costs in a year', example: '3600.00', nothingAllowed: true })
  costEach!: string;
}

/** A return to be added. */
export class NewPackageReturn extends IntersectionType(PackageReturnFields, Sourced) {}

/** How many live packages an authority has at one cost. */
export class PackageReturn extends IntersectionType(Identified, PackageReturnFields, Recorded) {}
