import { ApiProperty } from '@nestjs/swagger';
import { Count } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';

/** One row of a sheet, as it would be added. */
export class ImportedRow extends Identified {
  @Count({ says: 'Which row of the sheet', most: 10_000_000 })
  row!: number;

  @ApiProperty({ type: Object, additionalProperties: true, description: 'Its fields, by the names of the columns' })
  fields!: Record<string, string | null>;
}
