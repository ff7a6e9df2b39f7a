import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { invalid, Refused } from '../../platform/http/problem.js';
import { constraintWords } from '../shared/constraint-words.js';

const order = statement(`select o.outstanding from commitment c
  join ledger.orders($1, c.fund, c.financial_year, 'infinity', null) o on o.id = c.id
  where c.partnership_id = $1 and c.id = $2::uuid and c.fund = $3 and c.line = $4`);

interface Spending {
  readonly partnership: string;
  readonly pays: string;
  readonly fund: string;
  readonly line: string | null;
}

/** Spending that names an order names one of its own line of which something is left; the database asks again when it is approved. */
export async function mustBeOrder(session: WriteSession, { partnership, pays, fund, line }: Spending): Promise<void> {
  const found = await session.one<{ readonly outstanding: bigint }>(order, [partnership, pays, fund, line]);
  const rule = !found ? 'commitment_of_its_line' : found.outstanding > 0n ? undefined : 'commitment_has_something_left';
  const words = rule === undefined ? undefined : constraintWords[rule];
  if (!words) return;
  const { kind, pointer, code, detail } = words;
  const fault = { ...(pointer === undefined ? {} : { pointer }), code, detail };
  throw kind === 'invalid' ? invalid([fault]) : new Refused(kind, detail, [fault]);
}
