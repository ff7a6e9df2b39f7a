import { type LaddersInWords, sayLadders } from './say-ladders.js';
import { saySchedule, type ScheduleInWords } from './say-schedule.js';

/** What an agreement version says, for people; of what cannot be put in words the document alone is shown. */
export interface InWords {
  readonly schedule: ScheduleInWords | undefined;
  readonly ladders: LaddersInWords | undefined;
}

type Posted = Readonly<Record<string, unknown>>;

export function inWords(schedule: unknown, ladders: unknown): InWords {
  return {
    schedule: saySchedule(schedule),
    ladders: sayLadders(schedule as Posted, (ladders ?? null) as Posted | null),
  };
}
