import { statement } from '../../platform/database/statement.js';

/** What an agreement version says of how a share falls due. */
export interface TermsRow {
  readonly id: string;
  readonly number: number;
  readonly instalments: Readonly<Record<string, unknown>>;
}

/** What a partner was billed, and is proposed to be billed, as due on a day; pence as text. */
export interface BilledRow {
  readonly partner: string;
  readonly due_on: string;
  readonly billed: string;
  readonly proposed: string;
}

/** $1 partnership, $2 ids of versions. */
export const termsQuestion = statement(`select id, number, instalments from agreement_version
  where partnership_id = $1 and id = any ($2::uuid[]) and instalments is not null`);

/**
 * $1 partnership, $2 the first day of a year, $3 the day after its last. A share is the pool's: what another fund bills on that
 * day is none of it, nor what settles a year. What was reversed was not billed.
 */
export const billedQuestion = statement(`
  with billed as (
    select a.authority_id as partner, e.effective_on as due_on, l.amount_pence as billed, 0::bigint as proposed
    from ledger_entry e join ledger_line l on l.partnership_id = e.partnership_id and l.entry_id = e.id
    join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id and a.kind = 'receivable'
    left join ledger_draft s on s.partnership_id = e.partnership_id and s.id = e.draft_id
    where e.partnership_id = $1 and e.kind = 'contribution' and e.effective_on >= $2::date and e.effective_on < $3::date
      and e.fund = 'pool' and s.settlement_id is null
      and not exists (select from ledger_entry r where r.partnership_id = e.partnership_id and r.reversal_of = e.id)
  ), proposed as (
    select d.authority_id as partner, (v.content ->> 'effectiveOn')::date as due_on, 0::bigint as billed, ledger.amount_of(v.content) as proposed
    from ledger_draft d cross join lateral (select w.content from ledger_draft_version w
      where w.partnership_id = d.partnership_id and w.draft_id = d.id order by w.number desc limit 1) v
    where d.partnership_id = $1 and d.kind = 'contribution' and d.settlement_id is null and v.content ->> 'fund' = 'pool'
      and not exists (select from ledger_outcome o where o.partnership_id = d.partnership_id and o.draft_id = d.id)
  )
  select partner, due_on, sum(billed)::text as billed, sum(proposed)::text as proposed
  from (select * from billed union all select * from proposed) b group by 1, 2`);
