import { ApiProperty } from '@nestjs/swagger';
import { Count, Moment, Slug, Uuid, Words, YesNo } from '../../shared/fields.js';
import { MOST_POSITION } from './audit-entry.js';

const size = { says: 'How many entries it vouches for', example: 1, most: MOST_POSITION };

/** That an authority has seen a checkpoint, in its own signature. */
export class Cosignature {
  @Slug({ says: 'Whose' })
  authority!: string;

  @Words({ says: 'The key: the start of the SHA-256 of its public half' })
  key!: string;

  @Words({
    says: 'Ed25519, in base64, over "poolkeeper audit cosignature 1", a line "authority" and its id, and the note',
  })
  signature!: string;

  @Moment({ says: 'When it came' })
  at!: string;
}

/** The history up to one entry, vouched for by a key that is not in the database. */
export class Checkpoint {
  @Count(size)
  size!: number;

  @Words({ says: 'The hash of the last of them' })
  root!: string;

  @Words({ says: 'The text that is signed; keep it, to check later histories against' })
  note!: string;

  @Words({ says: 'Ed25519 over the note, in base64' })
  signature!: string;

  @Words({ says: 'The key that signed: the start of the SHA-256 of its public half' })
  key!: string;

  @Moment({ says: 'When it was signed' })
  at!: string;

  @ApiProperty({ description: 'The partners that have seen it', type: [Cosignature] })
  cosignatures!: readonly Cosignature[];
}

/** What a checkpoint is asked to cover. */
export class NewCheckpoint {
  @Count({
    says: 'The position that it has to cover, such as that of an entry of your own',
    example: 1,
    most: MOST_POSITION,
  })
  covers!: number;
}

/** A signature of a partner, to be added to a checkpoint. */
export class NewCosignature {
  @Slug({ says: 'Which authority signs', example: 'dorset' })
  authority!: string;

  @Uuid({ says: 'Id of the public key it signs with, as it recorded it' })
  key!: string;

  @Words({
    says: 'Ed25519, in base64, over "poolkeeper audit cosignature 1", a line "authority" and its id, and the note',
    most: 200,
  })
  signature!: string;
}

/** When a partner last said that it had seen the history. */
export class Cosigner {
  @Slug({ says: 'Which authority' })
  authority!: string;

  @Words({ says: 'Its name' })
  authorityName!: string;

  @Count({ ...size, says: 'The size of the last checkpoint it cosigned', nullable: true })
  size!: number | null;

  @Moment({ says: 'When', nullable: true })
  at!: string | null;

  @YesNo({ says: 'Nothing for 48 hours, though there was something to cosign' })
  overdue!: boolean;
}

/** Every partner, and whether it keeps watch. */
export class Cosigners {
  @ApiProperty({ description: 'Those that are host or partner today', type: [Cosigner] })
  items!: readonly Cosigner[];
}
