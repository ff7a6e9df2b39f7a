import type { QueryRunner } from 'typeorm';

/** A table whose rows belong to a partnership, or to all, and what it takes to read and to add one. */
export interface Guarded {
  readonly table: string;
  /** The column that names the partnership; none where every partnership shares the rows. */
  readonly partnership?: string;
  readonly read: string;
  readonly add?: string;
  /** The column that names whose row it is, and whether one that is nobody's counts as everybody's own. */
  readonly authority?: { readonly column: string; readonly nobodys: 'own' | 'refused' };
}

/** Who may read and add rows, said by action; the table of permissions says which role may do which. */
export async function guard(runner: QueryRunner, { table, partnership, read, add, authority }: Guarded): Promise<void> {
  const readable = partnership
    ? `(select authz.reads('${read}')) = any (array[(${partnership})::text, '*'])`
    : `(select authz.reads('${read}')) is not null`;
  await runner.query(`
    alter table ${table} enable row level security, force row level security;
    drop policy if exists ${table}_read on ${table};
    drop policy if exists ${table}_add on ${table};
    create policy ${table}_read on ${table} for select using (${readable});
    grant select on ${table} to poolkeeper_api;`);
  if (add === undefined) return;
  const checks = [
    partnership ? `(select authz.adds('${add}')) = ${partnership}` : `(select authz.adds('${add}')) is not null`,
    ...(authority ? [ownership(add, authority)] : []),
    'recorded_by = (select authz.actor())',
  ];
  await runner.query(`
    create policy ${table}_add on ${table} for insert with check (${checks.join(' and ')});
    grant insert on ${table} to poolkeeper_api;`);
}

function ownership(add: string, { column, nobodys }: NonNullable<Guarded['authority']>): string {
  const whose = nobodys === 'own' ? `coalesce(${column}, (select authz.authority()))` : column;
  return `(select authz.adds_for('${add}')) = any (array[(${whose})::text, '*'])`;
}
