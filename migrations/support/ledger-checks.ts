import type { QueryRunner } from 'typeorm';
import { checks } from './ledger-posting.js';

/** What triggers hold where keys held it before, and the totals by day of record. */
const more = `
    union all select 'is of no entry', l.entry_id::text from ledger_line l where l.partnership_id = of_partnership
      and not exists (select from ledger_entry e where e.partnership_id = of_partnership and e.id = l.entry_id
        and (e.fund, e.lines, e.effective_on, e.recorded_at) = (l.fund, l.of_lines, l.effective_on, l.recorded_at))
    union all select 'is in no account of its fund', l.entry_id::text from ledger_line l where l.partnership_id = of_partnership
      and not exists (select from ledger_account a where a.partnership_id = of_partnership and a.id = l.account_id and a.fund = l.fund)
    union all select 'is not the sum of the lines recorded that day', concat_ws(' ', coalesce(t.account_id, l.account_id),
        coalesce(t.recorded_on, l.recorded_on), coalesce(t.starts_on, l.effective_on))
      from (select * from ledger_recorded_total t where t.partnership_id = of_partnership and t.span = 'day') t
      full join (select l.account_id, (l.recorded_at at time zone 'Europe/London')::date as recorded_on, l.effective_on,
          sum(l.amount_pence) as amount_pence from ledger_line l where l.partnership_id = of_partnership group by 1, 2, 3) l
        on l.account_id = t.account_id and l.recorded_on = t.recorded_on and l.effective_on = t.starts_on
      where t.amount_pence is distinct from l.amount_pence
    union all select 'is not the sum of its days as recorded', concat_ws(' ', coalesce(m.account_id, d.account_id),
        coalesce(m.recorded_on, d.recorded_on), coalesce(m.starts_on, d.month))
      from (select * from ledger_recorded_total t where t.partnership_id = of_partnership and t.span = 'month') m
      full join (select t.account_id, t.recorded_on, ledger.month(t.starts_on) as month, sum(t.amount_pence) as amount_pence
          from ledger_recorded_total t where t.partnership_id = of_partnership and t.span = 'day' group by 1, 2, 3) d
        on d.account_id = m.account_id and d.recorded_on = m.recorded_on and d.month = m.starts_on
      where m.amount_pence is distinct from d.amount_pence $$;`;

/** `ledger.faults` looks at these too. */
export async function checkAnew(runner: QueryRunner): Promise<void> {
  await runner.query(checks.replace('create function', 'create or replace function').replace(/ \$\$;$/, () => more));
}

export async function checkAsBefore(runner: QueryRunner): Promise<void> {
  await runner.query(checks.replace('create function', 'create or replace function'));
}
