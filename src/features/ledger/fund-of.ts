import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { invalid } from '../../platform/http/problem.js';
import type { NewDraft } from './dto/draft.js';

const ofBill = statement('select fund from ledger_entry where partnership_id = $1 and id = $2::uuid');

/** The fund that an entry is in: the one that it names, or the pool; of a receipt the fund of the bill that it pays. */
export async function fundOf(session: WriteSession, partnership: string, given: NewDraft): Promise<string> {
  const named = given.fund ?? undefined;
  const pays = given.kind === 'receipt' ? (given.pays ?? undefined) : undefined;
  const bill = pays && (await session.one<{ readonly fund: string }>(ofBill, [partnership, pays]));
  if (!bill || named === undefined || named === bill.fund) return bill ? bill.fund : (named ?? 'pool');
  const detail = `Expected "${bill.fund}", the fund of the bill that it pays, or nothing.`;
  throw invalid([{ pointer: '/fund', code: 'another-fund', detail }]);
}
