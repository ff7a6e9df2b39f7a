/** What kind of table each is: whose rows it holds decides who may do what with it. */
export const tableClasses: Readonly<Record<string, TableClass>> = {
  authority: 'shared',
  partnership: 'tenant',
  partnership_authority: 'tenant',
  participation: 'tenant',
  decision: 'tenant',
  agreement: 'tenant',
  agreement_version: 'tenant',
  version_in_force: 'derived',
  contribution: 'tenant',
  receipt: 'tenant',
  provision: 'tenant',
  funding_source: 'tenant',
  funding_amount: 'tenant',
  certainty_change: 'tenant',
  planned_spend: 'tenant',
  package_return: 'tenant',
  migrations: 'platform',
};

/** Rows of one partnership; shared by all; of one partnership but written by a trigger alone; or no business of anyone's. */
export type TableClass = 'tenant' | 'shared' | 'derived' | 'platform';

/** The column that says whose row it is. */
export const partnershipColumn = (table: string) => (table === 'partnership' ? 'id' : 'partnership_id');

interface Expected {
  readonly secured: boolean;
  readonly api: readonly string[];
  readonly policies: readonly string[];
  readonly triggers: readonly string[];
}

const mayAdd = `( SELECT authz.capacity() AS capacity) = ANY (ARRAY['operator'::text, 'demonstration'::text])`;
const byActor = 'recorded_by = ( SELECT authz.actor() AS actor)';
const mine = (column: string) => `( SELECT authz.partnership() AS partnership) = (${column})::text`;
const reads = (column: string) => `(${mine(column)}) OR (( SELECT authz.partnership() AS partnership) = '*'::text)`;
const kept = ['refuse_change before update or delete for each row', 'refuse_change before truncate'];

const expected: Readonly<Record<TableClass, (table: string) => Expected>> = {
  tenant: (table) => ({
    secured: true,
    api: ['INSERT', 'SELECT'],
    policies: [
      `INSERT to public check ((${mayAdd}) AND (${mine(partnershipColumn(table))}) AND (${byActor}))`,
      `SELECT to public using (${reads(partnershipColumn(table))})`,
    ],
    triggers: kept,
  }),
  shared: () => ({
    secured: true,
    api: ['INSERT', 'SELECT'],
    policies: [
      `INSERT to public check ((${mayAdd}) AND (${byActor}))`,
      'SELECT to public using (( SELECT authz.capacity() AS capacity) IS NOT NULL)',
    ],
    triggers: kept,
  }),
  derived: (table) => ({
    secured: true,
    api: ['SELECT'],
    policies: [
      `ALL to poolkeeper_owner using (${mine(partnershipColumn(table))}) check (${mine(partnershipColumn(table))})`,
      `SELECT to public using (${reads(partnershipColumn(table))})`,
    ],
    triggers: ['refuse_change before truncate'],
  }),
  platform: () => ({ secured: false, api: ['SELECT'], policies: [], triggers: [] }),
};

interface Found {
  readonly name: string;
  readonly owner: string;
  readonly secured: boolean;
  readonly grants: readonly string[] | null;
  readonly policies: readonly string[] | null;
  readonly triggers: readonly string[] | null;
}

/** Everything that can hold rows, with who owns it, who may do what with it, and what guards it. */
const whatIsThere = `
  select c.relname as name, c.relowner::regrole::text as owner, c.relrowsecurity and c.relforcerowsecurity as secured,
    (select array_agg(case a.grantee when 0 then 'everyone' else a.grantee::regrole::text end || ' ' || a.privilege_type order by 1)
      from (select * from aclexplode(c.relacl) union all
        select e.* from pg_attribute t, aclexplode(t.attacl) e where t.attrelid = c.oid) a where a.grantee <> c.relowner) as grants,
    (select array_agg(concat(p.cmd, ' to ', array_to_string(p.roles, ','), ' using ' || p.qual, ' check ' || p.with_check) order by p.cmd)
      from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and p.permissive = 'PERMISSIVE') as policies,
    (select array_agg(f.proname || case when t.tgtype & 2 > 0 then ' before' else ' after' end
        || case t.tgtype & 60 when 24 then ' update or delete' when 32 then ' truncate' else ' other' end
        || case when t.tgtype & 1 > 0 then ' for each row' else '' end order by t.tgtype & 1 desc)
      from pg_trigger t join pg_proc f on f.oid = t.tgfoid
      where t.tgrelid = c.oid and t.tgenabled = 'O' and f.proname = 'refuse_change') as triggers
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
  order by c.relname`;

type Ask = <T extends object>(text: string) => Promise<readonly T[]>;

/** What in the catalogue is not as it should be; nothing when all is well. */
export async function catalogueFaults(ask: Ask): Promise<readonly string[]> {
  const tables = await ask<Found>(whatIsThere);
  const names = new Set(tables.map(({ name }) => name));
  const gone = Object.keys(tableClasses).filter((name) => !names.has(name));
  return [...gone.map((name) => `${name} is not there`), ...tables.flatMap(faultsOf), ...(await wrongRoles(ask))];
}

function faultsOf({ name, owner, secured, grants, policies, triggers }: Found): readonly string[] {
  const known = tableClasses[name];
  if (known === undefined) return [`${name} is not classified`];
  const wanted = expected[known](name);
  const fault = (holds: boolean, words: string) => (holds ? [] : [`${name} ${words}`]);
  const listed = (list: readonly string[] | null) => (list ?? []).join('; ');
  return [
    ...fault(owner === 'poolkeeper_owner', `is owned by ${owner}`),
    ...fault(secured === wanted.secured, 'is not under forced row-level security'),
    ...fault(
      listed(grants) === wanted.api.map((verb) => `poolkeeper_api ${verb}`).join('; '),
      `grants ${listed(grants)}`,
    ),
    ...fault(listed(policies) === wanted.policies.join('; '), `has the policies ${listed(policies)}`),
    ...fault(listed(triggers) === wanted.triggers.join('; '), `is kept by ${listed(triggers)}`),
  ];
}

/** None of our roles may pass row-level security or make roles or databases, nor act as another. */
async function wrongRoles(ask: Ask): Promise<readonly string[]> {
  const rows = await ask<{ fault: string }>(`
    select rolname || ' is above the rules' as fault from pg_roles where rolname like 'poolkeeper\\_%' and rolname <> 'poolkeeper_admin'
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
    union all select member::regrole || ' acts as ' || roleid::regrole from pg_auth_members
      where member::regrole::text in ('poolkeeper_owner', 'poolkeeper_api', 'poolkeeper_public')
    union all select rolname || ' may make things in ' || nspname from pg_roles, pg_namespace
      where rolname in ('poolkeeper_api', 'poolkeeper_public') and nspname in ('public', 'authz')
      and has_schema_privilege(rolname, nspname, 'create')
    union all select rolname || ' may use ' || c.relname from pg_roles, pg_class c
      where c.relkind = 'S' and rolname in ('poolkeeper_api', 'poolkeeper_public')
      and has_sequence_privilege(rolname, c.oid, 'usage, select, update')
    union all select 'poolkeeper_public may open a context' where has_function_privilege('poolkeeper_public', 'authz.open(text, text, text)', 'execute')
    union all select p.oid::regprocedure || ' acts as its owner' from pg_proc p
      where p.prosecdef and (p.proname <> 'put_version_in_force' or p.proconfig is null)`);
  return rows.map(({ fault }) => fault);
}
