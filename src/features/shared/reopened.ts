import { ApiProperty } from '@nestjs/swagger';
import { CalendarDate, Moment, Slug, Words } from './fields.js';

class AskedOrApproved {
  @Slug({ says: 'The authority' })
  authority!: string;

  @Words({ says: 'The office' })
  recordedBy!: string;
}

/** That a month which a report covers was opened again after it was closed. */
export class ReopenedMonth {
  @CalendarDate({ says: 'The first day of the month' })
  startsOn!: string;

  @Moment({ says: 'When it was opened again' })
  reopenedAt!: string;

  @Words({ says: 'Why' })
  why!: string;

  @ApiProperty({ type: AskedOrApproved, description: 'Who asked' })
  asked!: AskedOrApproved;

  @ApiProperty({ type: AskedOrApproved, description: 'Who approved, of another council' })
  approved!: AskedOrApproved;
}
