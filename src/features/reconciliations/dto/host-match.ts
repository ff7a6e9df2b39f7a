import { IntersectionType, ApiProperty } from '@nestjs/swagger';
import { Choice, Moment, Uuid, Uuids, Words } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class HostMatchFields {
  @Uuid({ says: 'The reconciliation' })
  reconciliation!: string;

  @Choice(['together', 'apart'], {
    says: 'That these belong together, or are what they are for a reason; or that no rule may bring them together',
    example: 'together',
  })
  kind!: string;

  @Uuids({ says: 'Lines of the host’s ledger' })
  lines!: string[];

  @Uuids({ says: 'Entries of ours' })
  entries!: string[];

  @Words({ says: 'Why', example: 'The host paid both invoices at once' })
  reason!: string;
}

/** What a person says of lines that no rule explains, or that one explains wrongly. */
export class NewHostMatch extends IntersectionType(HostMatchFields, Sourced) {}

/** That what was said by hand no longer stands. */
export class NewUndoing extends Sourced {
  @Words({ says: 'Why it no longer stands', example: 'The invoice was another one' })
  reason!: string;
}

class Undone {
  @Words({ says: 'Why it no longer stands' })
  reason!: string;

  @Words({ says: 'The office that said so' })
  recordedBy!: string;

  @Moment({ says: 'When' })
  recordedAt!: string;
}

class HostMatchShown {
  @ApiProperty({ type: Undone, nullable: true, description: 'That it was undone; null while it stands' })
  undone!: Undone | null;
}

/** What a person said belongs together or apart, and whether it still stands. */
export class HostMatch extends IntersectionType(Identified, HostMatchFields, HostMatchShown, Recorded) {}
