import { IntersectionType } from '@nestjs/swagger';
import { Count, Moment, Uuid, Words, YesNo } from '../../shared/fields.js';
import { FrozenBalance } from './closing.js';

class FrozenOf {
  @Uuid({ says: 'Id of the closing' })
  closing!: string;

  @Words({ says: 'What was closed: a month by its first day, or a financial year' })
  of!: string;

  @Count({ says: 'Which closing of it', most: 1_000_000 })
  number!: number;

  @Moment({ says: 'When it was closed' })
  recordedAt!: string;

  @Words({ says: 'The office or process that closed it' })
  recordedBy!: string;

  @YesNo({ says: 'Made up to show how things work; nobody published it' })
  illustrative!: boolean;

  @Words({ says: 'SHA-256 of what was frozen' })
  digest!: string;
}

/** What one account came to when a month or a year was closed, as a row of a sheet. */
export class FrozenRow extends IntersectionType(FrozenBalance, FrozenOf) {}
