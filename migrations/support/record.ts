import type { QueryRunner } from 'typeorm';

/** Who recorded a row and when, whence it comes, and whether it is made up to show how things work. */
export const provenance = `
  source words not null,
  illustrative boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default authz.actor()`;

/** A table that nobody may edit: rows are added, and later rows correct them. */
export async function keepForEver(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    create trigger ${table}_kept before update or delete on ${table} for each row execute function refuse_change();
    create trigger ${table}_never_emptied before truncate on ${table} execute function refuse_change();`);
}

const mayAdd = `(select authz.capacity()) in ('operator', 'demonstration')`;

/** Row-level security for a table whose rows belong to one partnership, named in \`column\`. */
export async function belongsToPartnership(runner: QueryRunner, table: string, column: string): Promise<void> {
  await secure(runner, table, {
    read: `(select authz.partnership()) in (${column}, '*')`,
    add: `${mayAdd} and (select authz.partnership()) = ${column} and recorded_by = (select authz.actor())`,
  });
}

/** Row-level security for a table that every partnership shares. */
export async function sharedByAll(runner: QueryRunner, table: string): Promise<void> {
  await secure(runner, table, {
    read: '(select authz.capacity()) is not null',
    add: `${mayAdd} and recorded_by = (select authz.actor())`,
  });
}

async function secure(runner: QueryRunner, table: string, { read, add }: { read: string; add: string }): Promise<void> {
  await runner.query(`
    alter table ${table} enable row level security, force row level security;
    create policy ${table}_read on ${table} for select using (${read});
    create policy ${table}_add on ${table} for insert with check (${add});
    grant select, insert on ${table} to poolkeeper_api;`);
}
