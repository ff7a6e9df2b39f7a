import { ApiProperty } from '@nestjs/swagger';
import { CalendarDate, Moment, Slug, Words } from './fields.js';

class AskedOrApproved {
  @Slug({ says: 'The authority' })
  authority!: string;

  @Words({ says: 'Its name' })
  authorityName!: string;

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

/** A report's field that says which months it covers were opened again. */
export const CoversReopened = () =>
  ApiProperty({
    type: [ReopenedMonth],
    description: 'Months it covers that were opened again after they were closed',
  });

/** The same as a column of a file, in which each such month stands by its first day. */
export const ReopenedColumn = () =>
  Words({ says: 'Months that it covers and that were closed and opened again, by their first days', nullable: true });

/** The first day of each month that was opened again, in one cell; nothing where none was. */
export function reopenedCell(months: readonly ReopenedMonth[]): string | null {
  return [...new Set(months.map(({ startsOn }) => startsOn))].join(' ') || null;
}
