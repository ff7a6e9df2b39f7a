import { ApiProperty } from '@nestjs/swagger';
import { Choice, Count, Document, Words } from '../../shared/fields.js';
import { MOST_POSITION } from '../dto/audit-entry.js';

const list = { type: 'array', items: { type: 'object', additionalProperties: true } } as const;

/** Everything that vouches for a part of the trail, to be verified away from here. */
export class EvidenceBundle {
  @Choice(['poolkeeper evidence 1'], { says: 'The format, which the verifier reads' })
  format!: 'poolkeeper evidence 1';

  @Words({ says: 'Whose chain: the partnership' })
  chain!: string;

  @Choice(['all', 'withheld'], { says: 'Whether every detail that is not erased is with it' })
  details!: 'all' | 'withheld';

  @ApiProperty({
    description: 'Entries: the exact bytes that were hashed, the hash, what they say, and the detail',
    ...list,
  })
  entries!: readonly object[];

  @ApiProperty({ description: 'Checkpoints: the text, its signature, and the signatures of partners', ...list })
  checkpoints!: readonly object[];

  @Document({ says: 'Public keys as they are known here. Trust those that you got from whoever vouches for them' })
  keys!: object;
}

/** What proves that a later history goes on from an earlier one. */
export class ConsistencyProof {
  @Count({ says: 'The first position of the leaves', example: 1, most: MOST_POSITION })
  from!: number;

  @Count({ says: 'The last', example: 2, most: MOST_POSITION })
  to!: number;

  @ApiProperty({
    description: 'The exact bytes of each entry, in base64. Each repeats the SHA-256 of the one before it',
    type: [String],
  })
  leaves!: readonly string[];
}
