import type { QueryRunner } from 'typeorm';

type Change = 'insert' | 'update' | 'delete';

export interface Audited {
  /** The column that says whose row it is; a row without one belongs to the chain that all share. */
  readonly partnership: string | null;
  /** What can happen to a row: to most, only that it is added. */
  readonly changes?: readonly Change[];
  /** Columns that no entry repeats, such as a secret's digest. */
  readonly without?: readonly string[];
}

const transitions: Readonly<Record<Change, string>> = {
  insert: 'new table as added',
  update: 'old table as removed new table as added',
  delete: 'old table as removed',
};

/** From here on no statement changes this table without an entry in the audit trail, in the same transaction (INV-30). */
export async function audited(runner: QueryRunner, table: string, of: Audited): Promise<void> {
  const { partnership, changes = ['insert'], without = [] } = of;
  const given = [partnership ?? '', ...without].map((name) => `'${name}'`).join(', ');
  for (const change of changes) {
    await runner.query(`create trigger ${table}_audited_${change} after ${change} on ${table}
      referencing ${transitions[change]} for each statement execute function audit.note_change(${given})`);
  }
}

const digest = `
  -- What stands for a large batch: how many rows, and a digest of them that whoever has the rows can work out again.
  create function audit.digest(rows jsonb[]) returns jsonb stable language plpgsql as $$
  begin
    return jsonb_build_object('rows', cardinality(rows), 'digest', (
      select 'sha256:' || encode(sha256(string_agg(hash, ''::bytea order by hash)), 'hex')
      from (select sha256(convert_to(said::text, 'UTF8')) from unnest(rows) as each(said)) as hashed(hash)));
  end $$;`;

export const noteChange = `
  create function audit.note_change() returns trigger language plpgsql security definer
    set search_path = public, pg_temp set timezone = 'UTC' as $$
  declare
    whose constant text := tg_argv[0];
    without constant text[] := tg_argv[1:];
    who constant text[] := string_to_array(authz.fields(), chr(31));
    noted record;
  begin
    if tg_op = 'INSERT' then
      for noted in
        select coalesce(said ->> whose, '*') as chain, min(coalesce(said ->> 'id', said ->> 'grant_id')) as id, count(*) as many,
          case when count(*) <= 100 then to_jsonb(array_agg(said - without)) else audit.digest(array_agg(said - without)) end as rows
        from (select to_jsonb(a) from added a) as each(said) group by 1 order by 1
      loop
        perform audit.append_for(who, noted.chain, 'added', tg_table_name, case when noted.many = 1 then noted.id end,
          jsonb_build_object('added', noted.rows)::text);
      end loop;
    elsif tg_op = 'DELETE' then
      for noted in
        select coalesce(said ->> whose, '*') as chain, min(coalesce(said ->> 'id', said ->> 'grant_id')) as id, count(*) as many,
          case when count(*) <= 100 then to_jsonb(array_agg(said - without)) else audit.digest(array_agg(said - without)) end as rows
        from (select to_jsonb(r) from removed r) as each(said) group by 1 order by 1
      loop
        perform audit.append_for(who, noted.chain, 'removed', tg_table_name, case when noted.many = 1 then noted.id end,
          jsonb_build_object('removed', noted.rows)::text);
      end loop;
    else
      for noted in
        select coalesce(said ->> whose, '*') as chain, min(coalesce(said ->> 'id', said ->> 'grant_id')) as id, count(*) filter (where is_new) as many,
          case when count(*) <= 200 then to_jsonb(array_agg(said - without) filter (where not is_new))
            else audit.digest(array_agg(said - without) filter (where not is_new)) end as before,
          case when count(*) <= 200 then to_jsonb(array_agg(said - without) filter (where is_new))
            else audit.digest(array_agg(said - without) filter (where is_new)) end as after
        from (select to_jsonb(r), false from removed r union all select to_jsonb(a), true from added a)
          as each(said, is_new) group by 1 order by 1
      loop
        perform audit.append_for(who, noted.chain, 'changed', tg_table_name, case when noted.many = 1 then noted.id end,
          jsonb_build_object('before', noted.before, 'after', noted.after)::text);
      end loop;
    end if;
    return null;
  end $$;`;

/** The trigger itself: one entry for each statement and chain. A large batch is noted by its count and digest. */
export async function auditTrigger(runner: QueryRunner): Promise<void> {
  for (const part of [digest, noteChange]) await runner.query(part);
}
