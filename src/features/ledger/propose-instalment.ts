import { Injectable } from '@nestjs/common';
import { type FinancialYear } from '../../engine/calendar/financial-year.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { Refused } from '../../platform/http/problem.js';
import { toPence } from '../shared/money.js';
import type { InstalmentSchedule, NewInstalmentProposal } from './dto/instalments.js';
import { InstalmentsReader } from './instalments.reader.js';
import { ProposeEntry } from './propose-entry.js';

/** Who proposes the instalments of a year waits for whoever else does, and then sees what they proposed. */
const waitForOthers = statement(
  `select pg_advisory_xact_lock(hashtextextended(concat('instalments of ', $1::text), 0))`,
);

@Injectable()
export class ProposeInstalment {
  constructor(
    private readonly database: Database,
    private readonly schedules: InstalmentsReader,
    private readonly proposes: ProposeEntry,
  ) {}

  /**
   * Proposes one instalment for every partner, or for one, as the schedule that was read has it. What is billed or proposed
   * already as due on that day is left alone, so that nothing is proposed twice; what a partner gets back is no bill.
   */
  run(
    context: Context,
    [partnership, year]: readonly [string, FinancialYear],
    given: NewInstalmentProposal,
  ): Promise<InstalmentSchedule> {
    return this.database.write(within(context, partnership), async (session) => {
      await session.rows(waitForOthers, [`${partnership} ${year}`]);
      const asked = { year, asAt: undefined, profile: undefined };
      const schedule = await this.schedules.read(session.context, partnership, asked);
      if (schedule.statementDigest !== given.statementDigest) throw changedSince();
      const bills = billsOf(schedule, given);
      if (bills.length === 0) throw nothingLeft();
      for (const bill of bills) await this.proposes.run(session.context, partnership, bill);
      return this.schedules.read(session.context, partnership, asked);
    });
  }
}

/** The drafts of one instalment, of those partners who have none. */
function billsOf(
  { partners, year, illustrative }: InstalmentSchedule,
  { number, authority, source, ...given }: NewInstalmentProposal,
) {
  return partners
    .filter(({ partner }) => authority === undefined || authority === null || partner === authority)
    .flatMap(({ partner, instalments }) =>
      instalments
        .filter((one) => one.number === number && toPence(one.amount) > 0n)
        .filter(({ billed, proposed }) => toPence(billed) === 0n && toPence(proposed) === 0n)
        .map(({ dueOn, amount }) => ({
          ...{ kind: 'contribution' as const, authority: partner, effectiveOn: dueOn, amount, source },
          reason: `Instalment ${number} of ${instalments.length}, ${year}`,
          illustrative: illustrative || given.illustrative === true,
        })),
    );
}

function changedSince(): Refused {
  const detail = 'The share statement has changed since. Read the instalments as they stand now, and propose those.';
  return new Refused('conflict', detail, [{ pointer: '/statementDigest', code: 'changed-since', detail }]);
}

function nothingLeft(): Refused {
  const detail = 'Nothing of that instalment is left to propose: all of it is billed or waits for approval.';
  return new Refused('conflict', detail, [{ pointer: '/number', code: 'already-recorded', detail }]);
}
