import { Injectable } from '@nestjs/common';
import { londonDate } from '../../engine/calendar/london.js';
import { type LocalDate } from '../../engine/calendar/local-date.js';
import { raiseFlags } from '../../engine/risk/flag-rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, everyPartnership, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import type { Flag, FlagList } from './dto/flag.js';
import { type PositionRow, positionQuestion } from './position.query.js';
import { Schedules } from './schedules.js';
import { showFlag } from './show-flag.js';
import { toPosition } from './to-position.js';
import { YearBills } from './year-bills.js';

/** The flags that the records raise as at the end of a day; today, in London, when none is given. */
@Injectable()
export class FlagReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bills: YearBills,
    private readonly schedules: Schedules,
  ) {}

  /** Those of one partnership, or a refusal when it is not there. */
  async list(context: Context, partnership: string, asAt = this.today()): Promise<FlagList> {
    const [row] = await this.positions(within(context, partnership), partnership, asAt);
    if (!row) throw notFound();
    return { asAt, items: await this.flagsOf(context, row, asAt) };
  }

  /** Those of every partnership that may be seen. */
  async listAll(context: Context, asAt = this.today()): Promise<FlagList> {
    const items: Flag[] = [];
    for (const row of await this.positions(within(context, everyPartnership), null, asAt)) {
      items.push(...(await this.flagsOf(context, row, asAt)));
    }
    return { asAt, items };
  }

  /** One that stands; a flag that has cleared is not there. */
  async find(context: Context, partnership: string, id: string, asAt?: LocalDate): Promise<Flag> {
    const { items } = await this.list(context, partnership, asAt);
    const found = items.find((flag) => flag.id === id);
    if (!found) throw notFound();
    return found;
  }

  private positions(context: Context, partnership: string | null, asAt: LocalDate): Promise<readonly PositionRow[]> {
    return this.database.questions(context).rows<PositionRow>(positionQuestion, [partnership, asAt]);
  }

  private async flagsOf(context: Context, row: PositionRow, asAt: LocalDate): Promise<Flag[]> {
    const bills = await this.bills.of(context, row, asAt);
    const schedule = row.version ? this.schedules.potsOf(row.version) : undefined;
    return raiseFlags(toPosition(row, asAt, schedule, bills)).map((flag) => showFlag(row, flag));
  }

  private today(): LocalDate {
    return londonDate(this.clock.now());
  }
}
