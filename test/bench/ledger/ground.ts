import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrations } from '../../../migrations/all.js';
import { startCluster } from '../../../src/platform/database/embedded/cluster.js';
import { migrate } from '../../../src/platform/database/migrate.js';
import { urlFor } from '../../../src/platform/database/roles.js';
import { openService } from '../../../src/platform/database/service-session.js';
import { ticketOf } from '../../../src/platform/database/ticket.js';
import { useExactTypes } from '../../../src/platform/database/types.js';
import { seed } from '../seed.js';

export interface Ground {
  readonly url: string;
  /** Where files are that the database reads and writes too. */
  readonly folder: string;
  readonly admin: pg.Client;
  /** As what serves requests, with no context yet. */
  readonly api: pg.Client;
  /** What a finance officer signs in with, and the ticket of what loads public record. */
  readonly secret: string;
  readonly loader: string;
}

/** A database of its own with three partnerships of five, which is thrown away. */
export async function onGround<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
  useExactTypes();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-bench-'));
  chmodSync(folder, 0o777);
  const cluster = await startCluster({ folder: path.join(folder, 'postgres'), preferredPort: 0 });
  try {
    const url = await cluster.database('bench');
    await migrate(url, { entities: [], migrations });
    const { secrets } = await seed(url, 6000);
    const loader = ticketOf(await openService(url, 'demonstration'));
    const [admin, api] = [url, urlFor('poolkeeper_api', url)].map((at) => new pg.Client({ connectionString: at }));
    if (!admin || !api) throw new Error('No connections');
    await Promise.all([admin.connect(), api.connect()]);
    const done = work({ url, folder, admin, api, secret: secrets[0] ?? '', loader });
    return await done.finally(() => Promise.all([admin.end(), api.end()]));
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const AT_ONCE = 100_000;

/** Bills of five partners over two years, recorded over sixty days: what posting leaves behind, without its triggers. */
const bills = `
  with said as materialized (
    select gen_random_uuid() as id, date '2024-04-01' + n % 730 as day, (array['north', 'south', 'east', 'west', 'middle'])[1 + n % 5] as authority,
      100 + n % 10007 as pence, timestamptz '2026-01-05 12:00+00' + n % 60 * interval '1 day' as at, n
    from generate_series($2::int, $3::int) n),
  entries as (
    insert into ledger_entry (partnership_id, id, fund, kind, effective_on, lines, reason, digest, source, recorded_at, recorded_by)
      select $1, id, 'pool', 'contribution', day, 2, 'Instalment ' || n, 'sha256:' || encode(sha256(id::text::bytea), 'hex'), 'bench', at, 'bench' from said)
  insert into ledger_line (partnership_id, entry_id, number, of_lines, fund, account_id, amount_pence, effective_on, recorded_at)
    select $1, s.id, l.number, 2, 'pool', a.id, l.sign * s.pence, s.day, s.at
    from said s cross join lateral (values (1, 1, 'receivable', s.authority), (2, -1, 'contributed', null)) as l(number, sign, kind, authority)
      join ledger_account a on a.partnership_id = $1 and a.fund = 'pool' and a.kind = l.kind and a.authority_id is not distinct from l.authority`;

const totals = (table: string, by: string) =>
  `
  insert into ${table} (partnership_id, span, ${by}starts_on, account_id, amount_pence)
    select partnership_id, span, ${by === '' ? '' : `(recorded_at at time zone 'Europe/London')::date, `}starts_on, account_id, sum(amount_pence)
    from ledger_line, lateral (values ('day', effective_on), ('month', ledger.month(effective_on))) as s(span, starts_on)
    where partnership_id = $1 and source_of_bench group by 1, 2, ${by === '' ? '3, 4' : '3, 4, 5'} order by 1, 2, 3, 4
  on conflict (partnership_id, span, ${by}starts_on, account_id) do update set amount_pence = ${table}.amount_pence + excluded.amount_pence`.replace(
    'source_of_bench',
    `recorded_at < '2026-04-01'`,
  );

/** Gives a partnership so many entries, with the totals that go with them. */
export async function grow({ admin }: Ground, partnership: string, entries: number): Promise<void> {
  await admin.query(`set session_replication_role = replica`);
  for (let first = 1; first <= entries; first += AT_ONCE)
    await admin.query(bills, [partnership, first, Math.min(entries, first + AT_ONCE - 1)]);
  await admin.query(totals('ledger_total', ''), [partnership]);
  await admin.query(totals('ledger_recorded_total', 'recorded_on, '), [partnership]);
  await admin.query(`reset session_replication_role`);
  await admin.query('vacuum analyze');
}
