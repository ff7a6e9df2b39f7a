import type { QueryRunner } from 'typeorm';
import { addingUp } from './ledger-posting.js';

/** Rows that are changed in place: room beside them for their next state, and a sweep long before a position would notice. */
const inPlace =
  'fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0.05';

const table = `
  -- The same by the day of record too, so that a position as known at an earlier day takes off what was recorded since
  -- without looking at a line.
  create table ledger_recorded_total (
    partnership_id slug not null,
    span text not null check (span in ('month', 'day')),
    recorded_on date not null,
    starts_on date not null,
    account_id uuid not null,
    amount_pence bigint not null,
    constraint ledger_recorded_total_once primary key (partnership_id, span, recorded_on, starts_on, account_id),
    constraint ledger_recorded_total_of_its_account foreign key (partnership_id, account_id) references ledger_account
  ) with (${inPlace});
  comment on column ledger_recorded_total.recorded_on is 'The London date on which the lines became known';
  alter table ledger_total set (${inPlace});

  alter table ledger_recorded_total enable row level security, force row level security;
  create policy ledger_recorded_total_read on ledger_recorded_total for select
    using ((select authz.reads('ledger.read')) = any (array[partnership_id::text, '*']));
  grant select on ledger_recorded_total to poolkeeper_api;
  create policy ledger_recorded_total_kept_by_trigger on ledger_recorded_total to poolkeeper_owner using (true) with check (true);
  create trigger ledger_recorded_total_never_emptied before truncate on ledger_recorded_total execute function refuse_change();
  create trigger ledger_recorded_total_never_removed before delete on ledger_recorded_total
    for each row execute function refuse_change();`;

/** By account and day first, which is few rows; then by month. Keys in order, so that two who add up wait for each other, once. */
const addUp = (from: string) => `
    with days as materialized (
      select a.partnership_id, a.recorded_at, a.effective_on as day, a.account_id, sum(a.amount_pence)::bigint as pence
      from ${from} a group by 1, 2, 3, 4),
    spans as materialized (
      select 'day' as span, d.partnership_id, (d.recorded_at at time zone 'Europe/London')::date as recorded_on, d.day as starts_on,
        d.account_id, sum(d.pence)::bigint as pence from days d group by 2, 3, 4, 5
      union all select 'month', d.partnership_id, (d.recorded_at at time zone 'Europe/London')::date, ledger.month(d.day),
        d.account_id, sum(d.pence)::bigint from days d group by 2, 3, 4, 5),
    known as (
      insert into ledger_recorded_total (partnership_id, span, recorded_on, starts_on, account_id, amount_pence)
        select s.partnership_id, s.span, s.recorded_on, s.starts_on, s.account_id, s.pence from spans s order by 1, 2, 3, 4, 5
      on conflict (partnership_id, span, recorded_on, starts_on, account_id)
        do update set amount_pence = ledger_recorded_total.amount_pence + excluded.amount_pence)`;

const fold = `
  create or replace function ledger.add_up() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    ${addUp('added')}
    insert into ledger_total (partnership_id, span, starts_on, account_id, amount_pence)
      select s.partnership_id, s.span, s.starts_on, s.account_id, sum(s.pence) from spans s group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (partnership_id, span, starts_on, account_id)
      do update set amount_pence = ledger_total.amount_pence + excluded.amount_pence;
    return null;
  end $$;`;

/** Totals that answer what was known when, and stay small however often they change. */
export async function totalsByRecord(runner: QueryRunner): Promise<void> {
  await runner.query(table);
  await runner.query(`${addUp('ledger_line')} select`);
  await runner.query(fold);
  await runner.query('drop index ledger_line_recorded');
}

export async function totalsOfNowAlone(runner: QueryRunner): Promise<void> {
  await runner.query(addingUp.replace('create function', 'create or replace function'));
  await runner.query(`
    drop table ledger_recorded_total;
    alter table ledger_total reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold, autovacuum_analyze_scale_factor);
    alter table ledger_total set (fillfactor = 70);
    create index ledger_line_recorded on ledger_line (partnership_id, recorded_at) include (account_id, effective_on, amount_pence);`);
}
