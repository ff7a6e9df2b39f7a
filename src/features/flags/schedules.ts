import { Injectable } from '@nestjs/common';
import { type SchedulePots, schedulePots } from '../../engine/risk/schedule-pots.js';
import type { VersionRow } from './position.query.js';

const MOST = 500;

/** The exact shares of recent schedules. A schedule never changes, so what it comes to is kept by its digest. */
@Injectable()
export class Schedules {
  private readonly recent = new Map<string, SchedulePots>();

  /** The pots of a version that the asker may see. It calculated when it was recorded. */
  potsOf({ schedule, scheduleDigest }: VersionRow): SchedulePots {
    const found = this.recent.get(scheduleDigest) ?? read(schedule);
    this.recent.delete(scheduleDigest);
    this.recent.set(scheduleDigest, found);
    const [oldest] = this.recent.keys();
    if (this.recent.size > MOST && oldest !== undefined) this.recent.delete(oldest);
    return found;
  }
}

function read(schedule: object): SchedulePots {
  const outcome = schedulePots(schedule);
  if (!outcome.ok) throw new Error(`A recorded schedule cannot be read: ${JSON.stringify(outcome.faults)}`);
  return outcome.value;
}
