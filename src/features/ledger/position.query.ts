import { statement } from '../../platform/database/statement.js';
import { reckonedUntil } from './reckoned.js';
import type { ReopenedMonth } from '../shared/reopened.js';
import { reopenedMonths } from '../shared/reopened.query.js';

/** What the accounts of a partnership come to. Pence as text, so that none passes through a float. */
export interface PositionRow {
  readonly balances: string;
  /** Whether anything in it is made up, and whether anything was recorded without somebody else's approval. */
  readonly illustrative: boolean;
  readonly unchecked: boolean;
  /** Months it covers that were closed and opened again. */
  readonly reopened: ReopenedMonth[];
  /** Every fund there is, whichever was asked for. */
  readonly every_fund: string[];
}

/**
 * What each account comes to, in one question.
 * $1 partnership, $2 as at, $3 as known at, if asked; $4 one fund, if asked.
 */
export const positionQuestion = statement(`
  with reckoned as (
    ${reckonedUntil('$2')}
  ), balances as (
    select a.fund, a.kind, a.authority_id as authority, a.line, sum(r.amount_pence)::text as pence
    from reckoned r join ledger_account a on a.partnership_id = $1 and a.id = r.account_id
    where $4::text is null or a.fund = $4
    group by a.fund, a.kind, a.authority_id, a.line
  )
  select coalesce((select json_agg(b) from balances b), '[]')::text as balances,
    exists (select from ledger_entry e where e.partnership_id = p.id and e.illustrative and e.effective_on <= $2::date) as illustrative,
    exists (select from ledger_entry e where e.partnership_id = p.id and e.draft_id is null
      and e.import_id is null and e.effective_on <= $2::date) as unchecked,
    ${reopenedMonths('$2', '$3')} as reopened,
    array(select distinct a.fund::text from ledger_account a where a.partnership_id = p.id order by 1) as every_fund
  from partnership p where p.id = $1`);
