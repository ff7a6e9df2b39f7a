import { Injectable } from '@nestjs/common';
import { AccessDatabase } from '../../../platform/database/access-database.js';
import type { ReadSession } from '../../../platform/database/session.js';
import { statement } from '../../../platform/database/statement.js';
import { Ids } from '../../../platform/ids/ids.js';
import { type BudgetName, budgets } from '../limits.js';
import { waitFor } from '../throttle/wait.js';
import { type Attempting, budgetQuestions } from './budget-questions.js';

/** What is tried: a password, a code, a recovery code known to be the account's, or anything else. */
export type Step = 'password' | 'code' | 'recovery' | 'other';

/** An attempt that may be made now, or how many seconds to wait. */
export type Admission = { readonly id: string } | { readonly wait: number };

const oneAtATime = statement(
  `select pg_advisory_xact_lock(hashtextextended(key, 7665)) from unnest($1::text[]) with ordinality as asked(key, place) order by place`,
);
const insert = statement(`
  insert into authz.sign_in_attempt (id, step, name_digest, address, device_id)
  values ($1, $2, decode($3, 'hex'), $4, $5::text::uuid)`);
const succeed = statement('insert into authz.sign_in_success (attempt_id) values ($1)');

/** The only file that writes attempts. */
@Injectable()
export class AttemptStore {
  constructor(
    private readonly database: AccessDatabase,
    private readonly ids: Ids,
  ) {}

  /**
   * Counts an attempt before it is looked at. Attempts of one name or from one address stand in line for the moment that
   * takes, in every process, so that however many come at once no more are let through than the budgets allow.
   */
  admit(step: Step, attempting: Attempting): Promise<Admission> {
    const { nameDigest, address, device } = attempting;
    const keys = [`address ${address}`, `name ${nameDigest}`, ...(device === undefined ? [] : [`device ${device}`])];
    return this.database.write(async (session) => {
      await session.rows(oneAtATime, [keys.sort()]);
      const wait = await longestWait(session, budgetsOf(step, attempting), attempting);
      if (wait > 0) return { wait };
      const id = this.ids.next();
      await session.rows(insert, [id, step, nameDigest, address, device ?? null]);
      return { id };
    });
  }

  /** It was no failure after all. */
  async succeeded(attempt: string, session: Pick<ReadSession, 'rows'> = this.database): Promise<void> {
    await session.rows(succeed, [attempt]);
  }
}

/** Which budgets an attempt is held to. A device that is known has its own alone, so nobody can use it up from elsewhere. */
function budgetsOf(step: Step, { device }: Attempting): readonly BudgetName[] {
  if (step === 'recovery') return ['recovery'];
  if (device !== undefined) return ['device'];
  if (step === 'password') return ['pair', 'account', 'address'];
  return step === 'code' ? ['code', 'address'] : ['address'];
}

async function longestWait(
  session: ReadSession,
  names: readonly BudgetName[],
  attempting: Attempting,
): Promise<number> {
  const waits: number[] = [];
  for (const name of names) {
    const { asked, key } = budgetQuestions[name];
    const failed = await session.one<{ count: number; sinceLast: number }>(asked, [
      budgets[name].window,
      ...key(attempting),
    ]);
    waits.push(failed ? waitFor(budgets[name], failed) : 0);
  }
  return Math.max(...waits);
}
