import { auditKeys, auditTables } from '../../migrations/support/audit-tables.js';
import { commitmentTables } from '../../migrations/support/commitment-rules.js';
import { budgetTables } from '../../migrations/support/budget-tables.js';
import type { Guarded } from '../../migrations/support/guard.js';
import { billEventTables } from '../../migrations/support/bill-events.js';
import { draftTables } from '../../migrations/support/ledger-drafts.js';
import { periodTables } from '../../migrations/support/ledger-periods.js';
import { yearTables } from '../../migrations/support/ledger-years.js';
import { settlementTables } from '../../migrations/support/ledger-settlements.js';
import { postedTables, reckonedLater, reckonedTables } from '../../migrations/support/ledger-tables.js';
import { federationTables } from '../../migrations/support/federation-tables.js';
import { peopleTables } from '../../migrations/support/people-tables.js';
import { approvalTables } from '../../migrations/support/import-approval.js';
import { importTables } from '../../migrations/support/import-tables.js';
import { measureTables } from '../../migrations/support/measure-tables.js';
import { reconciliationTables } from '../../migrations/support/reconciliation-tables.js';
import { publicationTables } from '../../migrations/support/publication-tables.js';
import { addedTo, usedUp } from '../../migrations/support/sign-in-tables.js';
import { storedTables } from '../../migrations/support/stored-tables.js';
import { tenantTables } from '../../migrations/support/tenant-tables.js';

/** Every table whose rows somebody may read, or add, by what the table of permissions says. */
export const everyGuarded: readonly Guarded[] = [
  ...tenantTables,
  ...peopleTables,
  auditKeys,
  ...publicationTables,
  ...importTables,
  ...approvalTables,
  ...measureTables,
  ...federationTables,
  ...draftTables,
  ...periodTables,
  ...reconciliationTables,
  ...budgetTables,
  ...settlementTables,
  ...billEventTables,
  ...yearTables,
  ...commitmentTables,
  ...storedTables,
];

/** What kind of table each is: whose rows it holds decides who may do what with it. */
export const tableClasses: Readonly<Record<string, TableClass>> = {
  ...Object.fromEntries(everyGuarded.map(({ table, partnership }) => [table, partnership ? 'tenant' : 'shared'])),
  version_in_force: 'derived',
  ...Object.fromEntries(postedTables.map((table) => [table, 'posted' as const])),
  ...Object.fromEntries([...reckonedTables, ...reckonedLater].map((table) => [table, 'reckoned' as const])),
  ...Object.fromEntries(auditTables.map(({ table }) => [table, 'audit' as const])),
  idempotency: 'own',
  migrations: 'platform',
  'authz.secret': 'kept',
  'authz.installation': 'kept',
  'authz.permission': 'kept',
  'authz.session': 'kept',
  ...Object.fromEntries([...addedTo, ...usedUp.map(([table]) => table)].map((table) => [`authz.${table}`, 'kept'])),
  'authz.provider_sign_in': 'kept',
  'authz.provider_session': 'kept',
};

/**
 * Rows of one partnership; shared by all; of one partnership but written by a trigger alone; posted to the ledger by its
 * own functions; worked out from what was posted; of the audit trail, which only functions write; of one capacity alone; no business of anyone's; or out of reach of whoever serves requests.
 */
export type TableClass =
  'tenant' | 'shared' | 'derived' | 'posted' | 'reckoned' | 'audit' | 'own' | 'platform' | 'kept';

/** The column that says whose row it is. */
export function partnershipColumn(table: string): string {
  if (table === 'partnership') return 'id';
  return tableClasses[table] === 'audit' ? 'chain' : 'partnership_id';
}

interface Expected {
  readonly secured: boolean;
  readonly grants: readonly string[];
  readonly policies: readonly string[];
  readonly triggers: readonly string[];
}

const asked = (name: string, action: string) => `( SELECT authz.${name}('${action}'::text) AS ${name})`;
const byActor = '(recorded_by = ( SELECT authz.actor() AS actor))';
const notDeleted = ['refuse_change before other for each row', 'refuse_change before truncate'];
const kept = ['refuse_change before update or delete for each row', 'refuse_change before truncate'];
const text = (column: string) =>
  column.startsWith('coalesce') ? "COALESCE((partnership_id)::text, '*'::text)" : `(${column})::text`;
const own = 'COALESCE((authority_id)::text, ( SELECT authz.authority() AS authority))';

/** What the guard of a table comes to, as PostgreSQL writes it back. */
function policiesOf({ partnership, read, add, authority }: Guarded): readonly string[] {
  const reads = asked('reads', read);
  const readable = partnership ? `(${reads} = ANY (ARRAY[${text(partnership)}, '*'::text]))` : `(${reads} IS NOT NULL)`;
  if (add === undefined) return [`SELECT to public using ${readable}`];
  const place = partnership ? `(${asked('adds', add)} = ${text(partnership)})` : `(${asked('adds', add)} IS NOT NULL)`;
  const whose = authority?.nobodys === 'own' ? own : '(authority_id)::text';
  const owned = authority ? ` AND (${asked('adds_for', add)} = ANY (ARRAY[${whose}, '*'::text]))` : '';
  return [`INSERT to public check (${place}${owned} AND ${byActor})`, `SELECT to public using ${readable}`];
}

const theDoor = (verb: string) => `poolkeeper_access ${verb}`;
const doorReads = 'SELECT to poolkeeper_access using true';
const ownerReads = 'SELECT to poolkeeper_owner using true';
const owners = 'ALL to poolkeeper_owner using true check true';

/** The owner names the first administrator, where there is none. */
const ownerAdds: Readonly<Record<string, readonly string[]>> = {
  person: ['INSERT to poolkeeper_owner check (NOT authz.administered())'],
  role_grant: ["INSERT to poolkeeper_owner check ((role = 'administrator'::text) AND (NOT authz.administered()))"],
};

/** What tables have beside what their guard comes to: what sign-in reads, and functions that act as the owner. */
const besides: Readonly<Record<string, Partial<Expected>>> = {
  authority: { grants: [theDoor('SELECT')], policies: [doorReads] },
  partnership: { grants: [theDoor('SELECT')], policies: [doorReads] },
  ...Object.fromEntries(
    [...peopleTables, ...federationTables].map(({ table }) => [
      table,
      { grants: [theDoor('SELECT')], policies: [doorReads, ownerReads, ...(ownerAdds[table] ?? [])] },
    ]),
  ),
  publication: { grants: ['poolkeeper_public SELECT'], policies: ['SELECT to poolkeeper_public using true'] },
  withdrawal: {
    grants: ['poolkeeper_public SELECT', 'poolkeeper_public SELECT'],
    policies: ['SELECT to poolkeeper_public using true'],
  },
  ...Object.fromEntries(
    [
      ...draftTables,
      ...periodTables,
      ...budgetTables,
      ...settlementTables,
      ...yearTables,
      ...billEventTables,
      ...reconciliationTables,
      ...commitmentTables,
    ].map(({ table }) => [table, { policies: [ownerReads] }]),
  ),
  ledger_entry: {
    policies: ['contribution.read', 'receipt.read'].map(
      (action) =>
        `SELECT to public using ((reversal_of IS NOT NULL) AND (${asked('reads', action)} = ANY (ARRAY[(partnership_id)::text, '*'::text])))`,
    ),
  },
  import: { policies: [ownerReads] },
  import_part: { policies: [ownerReads] },
  ...Object.fromEntries(approvalTables.map(({ table }) => [table, { policies: [ownerReads] }])),
  import_confirmation: { policies: ['INSERT to poolkeeper_owner check true'] },
  agreement_version: { policies: [ownerReads] },
  contribution: { policies: ['INSERT to poolkeeper_owner check true', ownerReads] },
  receipt: { policies: ['INSERT to poolkeeper_owner check true', ownerReads] },
  version_in_force: {
    policies: [
      'ALL to poolkeeper_owner using (( SELECT authz.partnership() AS partnership) = (partnership_id)::text) check (( SELECT authz.partnership() AS partnership) = (partnership_id)::text)',
    ],
  },
  'authz.installation': { grants: [theDoor('SELECT')], policies: [doorReads] },
  'authz.provider_sign_in': {
    grants: [theDoor('DELETE'), theDoor('INSERT'), theDoor('SELECT'), theDoor('UPDATE')],
    policies: [
      'DELETE to poolkeeper_access using (expires_at < now())',
      'INSERT to poolkeeper_access check (finished_at IS NULL)',
      doorReads,
      'UPDATE to poolkeeper_access using ((finished_at IS NULL) AND (expires_at > now())) check (finished_at IS NOT NULL)',
    ],
  },
  'authz.provider_session': {
    grants: [theDoor('INSERT'), theDoor('SELECT')],
    policies: ['ALL to poolkeeper_access using true check true'],
  },
  'authz.session': {
    grants: [
      ...Array<string>(8).fill(theDoor('INSERT')),
      theDoor('SELECT'),
      ...Array<string>(5).fill(theDoor('UPDATE')),
    ],
    policies: ["ALL to poolkeeper_access using (kind <> 'service'::text) check (kind <> 'service'::text)"],
  },
  ...Object.fromEntries(addedTo.map((table) => [`authz.${table}`, ofSignIn([], kept)])),
  ...Object.fromEntries(usedUp.map(([table]) => [`authz.${table}`, ofSignIn([theDoor('UPDATE')], notDeleted)])),
};

/** The ledger is read by whoever may, and posted to by functions of the owner alone. */
function ofTheLedger(known: 'posted' | 'reckoned'): Expected {
  const posted = ['INSERT to poolkeeper_owner check true', ownerReads];
  return {
    secured: true,
    grants: ['poolkeeper_api SELECT'],
    policies: [
      ...(known === 'posted' ? posted : [owners]),
      `SELECT to public using (${asked('reads', 'ledger.read')} = ANY (ARRAY[(partnership_id)::text, '*'::text]))`,
    ].sort(),
    triggers: known === 'posted' ? kept : ['refuse_change before other for each row', 'refuse_change before truncate'],
  };
}

/** The trail is read by whoever may, and written by functions of the owner alone. */
function ofTheTrail({ table, read, changes }: (typeof auditTables)[number]): Expected {
  const ofAll = table === 'audit_cosignature' ? `((chain)::text = '*'::text)` : `(chain = '*'::text)`;
  return {
    secured: true,
    grants: ['poolkeeper_api SELECT'],
    policies: [
      'INSERT to poolkeeper_owner check true',
      ownerReads,
      `SELECT to public using (${ofAll} AND (${asked('reads', 'shared-audit.read')} = '*'::text))`,
      `SELECT to public using (${asked('reads', read)} = ANY (ARRAY[${table === 'audit_cosignature' ? '(chain)::text' : 'chain'}, '*'::text]))`,
      ...(changes ? ['UPDATE to poolkeeper_owner using true check true'] : []),
    ].sort(),
    triggers: changes ? ['refuse_change before truncate'] : kept,
  };
}
const holders = '(holder = ( SELECT authz.holder() AS holder))';

/** Of one capacity alone: it may claim, read its own, and answer what is not answered yet. */
const ownedByHolder: Expected = {
  secured: true,
  grants: ['INSERT', 'SELECT', 'UPDATE', 'UPDATE'].map((verb) => `poolkeeper_api ${verb}`),
  policies: [
    `INSERT to public check (${holders} AND (answer IS NULL))`,
    `SELECT to public using ${holders}`,
    `UPDATE to public using (${holders} AND (answer IS NULL)) check (${holders} AND (answer IS NOT NULL))`,
  ],
  triggers: [
    'refuse_change before other for each row',
    'refuse_change before other for each row',
    'refuse_change before truncate',
  ],
};

/** Reached by sign-in alone, and by functions that act as the owner. */
function ofSignIn(grants: readonly string[], triggers: readonly string[]): Partial<Expected> {
  const policies = ['ALL to poolkeeper_access using true check true'];
  return { grants: [theDoor('INSERT'), theDoor('SELECT'), ...grants], policies, triggers };
}

function expectedOf(table: string, known: TableClass): Expected {
  const guarded = everyGuarded.find((one) => one.table === table);
  const of = guarded ? ofGuarded(guarded, known) : ofNobody(known);
  const { grants = [], policies = [], triggers = of.triggers } = besides[table] ?? {};
  return { ...of, triggers, grants: [...of.grants, ...grants].sort(), policies: [...of.policies, ...policies].sort() };
}

/** Nobody's rows: of one capacity, out of reach, written by a trigger, or the list of migrations. */
function ofNobody(known: TableClass): Expected {
  if (known === 'own') return ownedByHolder;
  if (known === 'posted' || known === 'reckoned') return ofTheLedger(known);
  if (known === 'kept') return { secured: true, grants: [], policies: [owners], triggers: [] };
  return { secured: false, grants: ['poolkeeper_api SELECT'], policies: [], triggers: [] };
}

function ofGuarded(guarded: Guarded, known: TableClass): Expected {
  return {
    secured: true,
    grants: [...(guarded.add ? ['INSERT'] : []), 'SELECT'].map((verb) => `poolkeeper_api ${verb}`),
    policies: guarded.table === 'person' ? personPolicies(guarded) : policiesOf(guarded),
    triggers: known === 'derived' ? ['refuse_change before truncate'] : kept,
  };
}

/** Names are personal: people are seen by their own council, and by partnerships in which they have a role. */
function personPolicies(guarded: Guarded): readonly string[] {
  const reads = asked('reads', 'person.read');
  const ofOurs = `((authority_id)::text = ( SELECT authz.authority() AS authority))`;
  const inOurs = `(EXISTS ( SELECT\n   FROM role_grant g\n  WHERE ((g.person_id = person.id) AND ((g.partnership_id)::text = ( SELECT authz.partnership() AS partnership)))))`;
  const [add = ''] = policiesOf(guarded);
  return [
    add,
    `SELECT to public using ((${reads} = '*'::text) OR ((${reads} IS NOT NULL) AND (${ofOurs} OR ${inOurs})))`,
  ];
}

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
  select case nspname when 'public' then '' else nspname || '.' end || c.relname as name, c.relowner::regrole::text as owner, c.relrowsecurity and c.relforcerowsecurity as secured,
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
  const trail = auditTables.find(({ table }) => table === name);
  const wanted = trail ? ofTheTrail(trail) : expectedOf(name, known);
  const fault = (holds: boolean, words: string) => (holds ? [] : [`${name} ${words}`]);
  const listed = (list: readonly string[] | null) => (list ?? []).join('; ');
  const sorted = (list: readonly string[] | null) => [...(list ?? [])].sort();
  return [
    ...fault(owner === 'poolkeeper_owner', `is owned by ${owner}`),
    ...fault(secured === wanted.secured, 'is not under forced row-level security'),
    ...fault(listed(sorted(grants)) === listed(wanted.grants), `grants ${listed(grants)}`),
    ...fault(listed(sorted(policies)) === listed(wanted.policies), `has the policies ${listed(policies)}`),
    ...fault(listed(triggers) === wanted.triggers.join('; '), `is kept by ${listed(triggers)}`),
  ];
}

/** Functions that act as the owner: each has a fixed search path, and was reviewed for what it lets through. */
const asOwner = [
  ...['put_version_in_force', 'holder', 'grant_stands', 'grant_in_force', 'copy_grant', 'end_capacity'],
  ...['note_change', 'note_reading', 'note_refusal', 'erase', 'keep_checkpoint', 'cosign', 'heads_at_fault'],
  ...[
    'refuse_demonstration',
    'check_grant',
    'check_grant_approval',
    'check_grant_end',
    'administered',
    'issue_enrolment',
  ],
  ...['note_session', 'note_account', 'note_refused_sign_in', 'note_auditor', 'erase_shared'],
  ...['check_identity', 'end_identity_sessions', 'check_provider_session'],
  ...['hold_periods', 'must_balance', 'must_fit', 'must_turn', 'add_up', 'post_contributions', 'post_receipts'],
  ...['await_draft', 'check_version', 'decide', 'await_bill', 'check_bill_event'],
  ...['weigh_import', 'decide_import'],
  ...['follow_closings', 'freeze_month', 'close_month', 'check_reopening', 'await_reopening', 'reopen_month'],
  ...['freeze_year', 'close_year', 'settle_while_open'],
  ...['settle', 'check_settlement', 'must_propose', 'check_settled_version', 'settlement_state'],
  ...['faults_told', 'check_host_match'],
  ...['check_budget', 'check_spending', 'check_commitment', 'check_release'],
  ...['check_budget_later', 'must_pay_in_its_fund', 'must_be_decided', 'settle_in_one_fund'],
  ...['must_leave_closed_years', 'must_say_its_kind', 'must_be_of_its_time'],
];

/** The same, on the way of every question: each name in them is qualified, so that they need no path that is set and taken back. */
const asOwnerQualified = ['open', 'fields', 'reads', 'adds_for'];

const listOf = (names: readonly string[]) => names.map((name) => `'${name}'`).join();

/** None of our roles may pass row-level security or make roles or databases, nor act as another. */
async function wrongRoles(ask: Ask): Promise<readonly string[]> {
  const rows = await ask<{ fault: string }>(`
    select rolname || ' is above the rules' as fault from pg_roles where rolname like 'poolkeeper\\_%' and rolname <> 'poolkeeper_admin'
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
    union all select member::regrole || ' acts as ' || roleid::regrole from pg_auth_members
      where member::regrole::text in ('poolkeeper_owner', 'poolkeeper_api', 'poolkeeper_access', 'poolkeeper_public')
    union all select rolname || ' may make things in ' || nspname from pg_roles, pg_namespace
      where rolname in ('poolkeeper_api', 'poolkeeper_access', 'poolkeeper_public') and nspname in ('public', 'authz', 'audit')
      and has_schema_privilege(rolname, nspname, 'create')
    union all select rolname || ' may make temporary things' from pg_roles
      where rolname in ('poolkeeper_api', 'poolkeeper_access', 'poolkeeper_public')
      and has_database_privilege(rolname, current_database(), 'temporary')
    union all select rolname || ' may use ' || c.relname from pg_roles, pg_class c
      where c.relkind = 'S' and rolname in ('poolkeeper_api', 'poolkeeper_access', 'poolkeeper_public')
      and has_sequence_privilege(rolname, c.oid, 'usage, select, update')
    union all select rolname || ' may open a context' from pg_roles where rolname in ('poolkeeper_public', 'poolkeeper_access')
      and has_function_privilege(rolname, 'authz.open(text, text, text, text, boolean)', 'execute')
    union all select p.oid::regprocedure || ' acts as its owner' from pg_proc p
      where p.prosecdef and not (p.proconfig is not null and p.proname in (${listOf(asOwner)})
        or p.pronamespace = 'authz'::regnamespace and p.proname in (${listOf(asOwnerQualified)}))`);
  return rows.map(({ fault }) => fault);
}
