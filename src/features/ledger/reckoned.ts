/** The accounts that make up what a partner owes: what it was billed, less what it was let off and has paid. */
export const owing = `('receivable', 'rebated', 'paid')`;

/**
 * What accounts come to at the end of a day, in parts to be summed by account: the months before the day, the days of its
 * month, and less what was only recorded after the day as known at. So it costs the same however many entries there
 * are. $1 partnership, $3 as known at, if asked; `day` is where the day stands, such as $2.
 */
export const reckonedUntil = (day: string): string => `
    select t.account_id, t.amount_pence from ledger_total t
      where t.partnership_id = $1 and t.span = 'month' and t.starts_on < date_trunc('month', ${day}::date::timestamp)::date
    union all
    select t.account_id, t.amount_pence from ledger_total t
      where t.partnership_id = $1 and t.span = 'day' and t.starts_on between date_trunc('month', ${day}::date::timestamp)::date and ${day}::date
    union all
    select r.account_id, -r.amount_pence from ledger_recorded_total r
      where r.partnership_id = $1 and r.span = 'month' and r.recorded_on > $3::date
        and r.starts_on < date_trunc('month', ${day}::date::timestamp)::date
    union all
    select r.account_id, -r.amount_pence from ledger_recorded_total r
      where r.partnership_id = $1 and r.span = 'day' and r.recorded_on > $3::date
        and r.starts_on between date_trunc('month', ${day}::date::timestamp)::date and ${day}::date`;

/** What each partner owes at the end of a day, from the totals: partner and pence. */
export const owedAtEndOf = (day: string): string => `
    select a.authority_id::text as partner, sum(r.amount_pence) as pence from (${reckonedUntil(day)}) r
    join ledger_account a on a.partnership_id = $1 and a.id = r.account_id
    where a.kind in ${owing} group by a.authority_id`;
