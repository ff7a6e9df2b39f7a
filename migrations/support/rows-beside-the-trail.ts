import type { QueryRunner } from 'typeorm';

/** The rows of a batch are not those whose digest the trail has. */
const digestDiffers = `b.said is distinct from (
        select audit.digest(array_agg(u.whole)) from unsaid u where u.position = b.position)`;
/** Nor once the columns that came in later are left out. */
const noDigestHolds = `not audit.batch_holds(b.said, $2, (
        select array_agg(u.whole) from unsaid u where u.position = b.position))`;

/** One table, held against what the entries of a chain say was added to it and taken away. */
const oneTable = (differs: string) => `
  with entries as (
    select e.position, e.event, e.at, e.subject_id, d.detail::jsonb -> e.event as said
    from audit_entry e left join audit_detail d on d.chain = e.chain and d.position = e.position
    where e.chain = $1 and e.subject = $2 and e.event in ('added', 'removed')),
  said as (
    select e.position, e.event, r.one from entries e, jsonb_array_elements(e.said) r(one) where jsonb_typeof(e.said) = 'array'),
  expected as (
    select max(position) as position, one from said group by one
    having count(*) filter (where event = 'added') > count(*) filter (where event = 'removed')),
  -- A column that came in later is not in what was said before: rows are compared by what was said of them.
  shapes as (
    select distinct array(select name from jsonb_object_keys(one) name order by name) as names from said),
  actual as materialized (
    select to_jsonb(t) - $3::text[] as whole from %1$I t where coalesce(to_jsonb(t) ->> $4, '*') = $1),
  shaped as (
    select a.whole, audit.part_of(a.whole, s.names) as one from actual a, shapes s),
  missing as (
    select x.position, x.one from expected x where not exists (select from shaped h where h.one = x.one)),
  known as (
    select h.whole from shaped h join expected x on x.one = h.one),
  -- A large batch says how many rows and their digest, and an erased entry nothing: their rows are those of that moment.
  unsaid as (
    select a.whole, (select min(e.position) from entries e where e.event = 'added'
        and (e.said is null and e.subject_id = audit.id_of(a.whole)
          or (e.said is null and e.subject_id is null or jsonb_typeof(e.said) = 'object')
            and e.at = (a.whole ->> 'recorded_at')::timestamptz)) as position
    from actual a where not exists (select from known k where k.whole = a.whole)),
  batches as (
    select e.position, e.said, e.at, count(*) over (partition by e.at) as at_once from entries e
    where e.event = 'added' and (e.said is null or jsonb_typeof(e.said) = 'object')),
  faults as (
    select audit.id_of(m.one) as record, m.position, case
        when exists (select from actual a where audit.id_of(a.whole) = audit.id_of(m.one)) then 'it is not what was recorded'
        else 'it was recorded, and is not there' end as why
      from missing m
    union all select audit.id_of(u.whole), null, 'no entry says that it was added' from unsaid u
      where u.position is null and not exists (select from missing m where audit.id_of(m.one) = audit.id_of(u.whole))
    union all select null, b.position, 'the rows of this batch are not what was recorded' from batches b
      where b.at_once = 1 and b.said is not null and ${differs})
  select $2, record, position, why from faults order by position nulls last, record limit 100`;

const idOf = `
  create function audit.id_of(said jsonb) returns text immutable language sql
    return coalesce(said ->> 'id', said ->> 'grant_id', said ->> 'version_id', said ->> 'authority_id');`;

const rowsAtFault = (differs: string) => `
  -- The rows as they stand, held against what the trail says was recorded: what was changed past the triggers is named. Runs
  -- with the rights of whoever asks, so a table that they may not read is named as not compared.
  create or replace function audit.rows_at_fault(of_chain text) returns table (subject text, record text, at_position bigint, why text)
    stable language plpgsql set search_path = public, pg_temp set timezone = 'UTC' as $rows$
  declare
    noted record;
    readable boolean;
  begin
    for noted in
      select c.oid, c.relname as name, given[1] as whose, given[2:] as without,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = given[1] and a.attnotnull) as always
      from pg_trigger g join pg_class c on c.oid = g.tgrelid,
        lateral (select string_to_array(rtrim(encode(g.tgargs, 'escape'), '\\000'), '\\000') as given) args
      where g.tgname = c.relname || '_audited_insert' and c.relnamespace = 'public'::regnamespace order by c.relname
    loop
      continue when case of_chain when '*' then noted.always else noted.whose is null end;
      select coalesce(bool_or(authz.reads(asked[1]) in (of_chain, '*')), false) into readable
        from pg_policy p, regexp_match(pg_get_expr(p.polqual, p.polrelid), 'authz\\.reads\\(''([a-z-]+\\.[a-z-]+)''') asked
        where p.polrelid = noted.oid and p.polcmd = 'r';
      if readable then
        return query execute format($one$${oneTable(differs)}$one$, noted.name) using of_chain, noted.name::text, coalesce(noted.without, '{}'), noted.whose;
      else
        return query select noted.name::text, null::text, null::bigint, 'not compared'::text;
      end if;
    end loop;
  end $rows$;`;

const grants = `
  revoke all on function audit.id_of, audit.rows_at_fault from public;
  grant execute on function audit.id_of, audit.rows_at_fault, audit.part_of, audit.digest to poolkeeper_api;`;

export async function rowsBesideTheTrail(runner: QueryRunner): Promise<void> {
  for (const part of [idOf, rowsAtFault(digestDiffers), grants]) await runner.query(part);
}

const batchHolds = `
  -- Whether the rows of a large batch are those that its digest is of. A column that came in later is nothing in a row that
  -- was there before it, and was not in what was digested: columns are only ever added, after those that are there.
  create function audit.batch_holds(said jsonb, of_table text, whole jsonb[]) returns boolean stable language plpgsql
    set search_path = public, pg_temp as $$
  declare
    later text;
  begin
    for later in select a.attname from pg_attribute a where a.attrelid = of_table::regclass and a.attnum > 0 and not a.attisdropped
      order by a.attnum desc
    loop
      if audit.digest(whole) = said then
        return true;
      elsif exists (select from unnest(whole) as each(one) where one ->> later is not null) then
        return false;
      end if;
      whole := array(select one - later from unnest(whole) as each(one));
    end loop;
    return false;
  end $$;
  revoke all on function audit.batch_holds from public;
  grant execute on function audit.batch_holds to poolkeeper_api;`;

/** A table may get another column without its large batches seeming changed. */
export async function batchesOfFewerColumns(runner: QueryRunner): Promise<void> {
  await runner.query(batchHolds);
  await runner.query(rowsAtFault(noDigestHolds));
}

export async function batchesOfAllColumns(runner: QueryRunner): Promise<void> {
  await runner.query(rowsAtFault(digestDiffers));
  await runner.query('drop function audit.batch_holds');
}
