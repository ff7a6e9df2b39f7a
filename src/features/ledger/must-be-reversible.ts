import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { Refused } from '../../platform/http/problem.js';
import type { NewDraft } from './dto/draft.js';
import { closings } from './year-closing.reader.js';

interface Entry {
  readonly kind: string;
  readonly effective_on: string;
  readonly reversed: boolean;
}

/** The year that an entry, $2, settled, where that is closed. */
const settledYear = statement(`select s.financial_year as year from ledger_draft d
  join ledger_settlement s on s.partnership_id = d.partnership_id and s.id = d.settlement_id
  join (${closings}) y on y.financial_year = s.financial_year and y.stands
  where d.partnership_id = $1 and d.id = $2::uuid`);

/** Says why an entry cannot be reversed; the database asks again when that is approved. */
export async function mustBeReversible(
  session: WriteSession,
  partnership: string,
  entry: Entry,
  { reverses, effectiveOn }: NewDraft,
): Promise<void> {
  if (entry.kind === 'reversal')
    throw refusal('/reverses', 'reversal', 'A reversal is not reversed. Enter anew what was right.');
  if (entry.reversed)
    throw refusal('/reverses', 'already-reversed', 'That entry has been reversed already. Read what reversed it.');
  if (effectiveOn < entry.effective_on)
    throw refusal(
      '/effectiveOn',
      'before-its-entry',
      `Give the day of the entry, ${entry.effective_on}, or a later one.`,
    );
  const closed = await session.one<{ readonly year: string }>(settledYear, [partnership, reverses ?? null]);
  if (closed) throw refusal('/reverses', 'year-closed', sayClosed(closed.year));
}

const sayClosed = (year: string): string =>
  `That entry settled the year ${year}, which is closed as it was settled. Have March ${Number(year.slice(0, 4)) + 1} re-opened by two councils first; then reverse it, settle what is right and close the year anew.`;

function refusal(pointer: string, code: string, detail: string): Refused {
  return new Refused('conflict', detail, [{ pointer, code, detail }]);
}
