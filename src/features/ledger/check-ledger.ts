import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { notFound, Refused } from '../../platform/http/problem.js';
import { AtMost, TooManyWaiting } from '../../platform/work/at-most.js';
import type { LedgerSoundness } from './dto/check.js';

const workedOut = statement(`
  with found as (select f.fault, f.about from ledger.faults_told($1) f)
  select (select count(*) from ledger_entry e where e.partnership_id = p.id) as entries,
    (select count(*) from ledger_line l where l.partnership_id = p.id) as lines,
    coalesce((select json_object_agg(n.fault, n.many) from (select f.fault, count(*) as many from found f group by f.fault) n), '{}') as many,
    coalesce((select json_agg(f) from (select f.fault, f.about from found f order by 1, 2 limit 200) f), '[]') as faults
  from partnership p where p.id = $1`);
/** Working out millions of lines takes longer than a question may. */
const patience = statement(`set local statement_timeout = '2min'`);

interface Found {
  readonly entries: bigint;
  readonly lines: bigint;
  readonly many: Readonly<Record<string, number>>;
  readonly faults: readonly { readonly fault: string; readonly about: string }[];
}

/** What the database checks, by what it says of whatever breaks it. */
const rules: Readonly<Record<string, string>> = {
  'does not balance': 'The lines of every entry come to nothing, and all of them are there.',
  'has no lines': 'Every entry has lines.',
  'is not what its digest says': 'Every entry says what its digest is of.',
  'is not the sum of its lines': 'The total of every account and day is the sum of its lines.',
  'is not the sum of its days': 'The total of every account and month is the sum of its days.',
  'is not the sum of the lines recorded that day':
    'The total of every account, day and day of record is the sum of its lines.',
  'is not the sum of its days as recorded':
    'The total of every account, month and day of record is the sum of its days.',
  'is of no entry': 'Every line says of its entry what that says.',
  'is in no account of its fund': 'Every line is in an account of its fund.',
  'is not what was recorded as due': 'Every contribution that was recorded is in the ledger, to the penny.',
  'is not what was recorded as received': 'Every receipt that was recorded is in the ledger, to the penny.',
};

@Injectable()
export class CheckLedger {
  /** Two at once, so that who asks for much leaves connections for everybody else. */
  private readonly turns = new AtMost(2, 200);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Has the database work the whole ledger out anew from its lines, and says what it found: nothing, where all is well. */
  async run(context: Context, partnership: string): Promise<LedgerSoundness> {
    try {
      return this.show(partnership, await this.turns.run(() => this.ask(context, partnership)));
    } catch (thrown) {
      if (!(thrown instanceof TooManyWaiting)) throw thrown;
      throw new Refused('unavailable', 'Many ledgers are being checked. Ask again in a minute.');
    }
  }

  private ask(context: Context, partnership: string): Promise<Found> {
    return this.database.read(within(context, partnership), async (session) => {
      await session.rows(patience);
      const found = await session.one<Found>(workedOut, [partnership]);
      if (!found) throw notFound();
      return found;
    });
  }

  private show(partnership: string, { entries, lines, many, faults }: Found): LedgerSoundness {
    const kinds = { ...rules, ...Object.fromEntries(Object.keys(many).map((fault) => [fault, rules[fault] ?? fault])) };
    return {
      partnership,
      sound: Object.keys(many).length === 0,
      checkedAt: new Date(this.clock.now()).toISOString(),
      entries: Number(entries),
      lines: Number(lines),
      checks: Object.entries(kinds).map(([fault, says]) => ({
        ...{ says, holds: many[fault] === undefined, faults: many[fault] ?? 0 },
      })),
      faults: [...faults],
    };
  }
}
