import { Injectable } from '@nestjs/common';
import { overlap, type Period, readPeriod } from '../../engine/calendar/period.js';
import type { SharesAnswer } from '../../engine/shares/answer.js';
import { answerShares } from '../../engine/shares/calculate-shares.js';
import type { ReadSession } from '../../platform/database/session.js';
import { Recent } from './recent.js';
import { schedulesQuestion, type VersionInYear } from './statement.query.js';

/** A version's calculation for the days of a year on which it is in force and its schedule speaks. */
export interface YearCalculation {
  readonly version: VersionInYear;
  readonly period: Period;
  readonly answer: SharesAnswer;
}

interface Schedule {
  readonly id: string;
  readonly schedule: { readonly period: unknown };
}

/** Calculates the versions of a year. A schedule never changes, so what it comes to is kept by its digest. */
@Injectable()
export class YearCalculations {
  private readonly recent = new Recent<{ period: Period; answer: SharesAnswer } | null>(1000);

  /** One calculation for each version whose schedule has days in its part of the year. */
  async of(session: ReadSession, partnership: string, versions: readonly VersionInYear[]): Promise<YearCalculation[]> {
    const missing = versions.filter((version) => this.recent.get(keyOf(version)) === undefined);
    if (missing.length > 0) await this.fetch(session, partnership, missing);
    return versions.flatMap((version) => {
      const found = this.recent.get(keyOf(version));
      return found ? [{ version, ...found }] : [];
    });
  }

  private async fetch(session: ReadSession, partnership: string, versions: readonly VersionInYear[]): Promise<void> {
    const rows = await session.rows<Schedule>(schedulesQuestion, [partnership, versions.map(({ id }) => id)]);
    const schedules = new Map(rows.map(({ id, schedule }) => [id, schedule]));
    for (const version of versions) {
      const schedule = schedules.get(version.id);
      this.recent.keep(keyOf(version), schedule ? calculate(schedule, version.days as Period) : null);
    }
  }
}

function keyOf({ scheduleDigest, days }: VersionInYear): string {
  return `${scheduleDigest} ${days.from} ${days.until}`;
}

/** The schedule over the days it shares with `days`; nothing when it shares none. It calculated when it was recorded. */
function calculate(schedule: Schedule['schedule'], days: Period): { period: Period; answer: SharesAnswer } | null {
  const whole = readPeriod(schedule.period);
  const period = whole.ok ? overlap(whole.value, days) : undefined;
  if (!whole.ok || !period) return null;
  const all = period.from === whole.value.from && period.until === whole.value.until;
  const answer = answerShares(all ? schedule : { ...schedule, within: period });
  if (!answer.ok) throw new Error(`A recorded schedule does not calculate: ${JSON.stringify(answer.faults)}`);
  return { period, answer: answer.value };
}
