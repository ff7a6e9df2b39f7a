import path from 'node:path';
import { contributionKind } from '../../../src/features/contributions/contribution-kind.js';
import { type Ratio, summarise } from '../measure.js';
import type { Ground } from './ground.js';

const columns = 'id, authority_id, due_on, amount_pence, what, source, illustrative';
const rows = `
  create table bench_row as select gen_random_uuid() as id, (array['north', 'south', 'east', 'west', 'middle'])[1 + n % 5] as authority_id,
    date '2026-04-01' + n % 365 as due_on, 100000 + n as amount_pence, 'Instalment ' || n as what, 'a.csv' as source,
    false as illustrative, n from generate_series(1, $1::int) n`;

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** How often as long as COPY of the same rows into a bare table it takes to add what was imported, posting and trail and all. */
export async function compareImport(ground: Ground, many: number, rounds: number): Promise<Ratio> {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const floor = await bareCopy(ground, many);
    ratios.push((await milliseconds(() => add(ground))) / floor);
  }
  return summarise(ratios);
}

/** COPY of new rows, which stay in `bench_row`, into a table without any rule. */
async function bareCopy({ admin, folder }: Ground, many: number): Promise<number> {
  const file = path.join(folder, 'rows.copy');
  await admin.query('drop table if exists bench_row, bench_bare');
  await admin.query(rows.replace('$1::int', String(many)));
  await admin.query(`copy (select 'bench' as partnership_id, ${columns}, now(), 'bench' from bench_row) to '${file}'`);
  await admin.query(`create table bench_bare as select 'bench' as partnership_id, ${columns}, now() as recorded_at, 'bench' as recorded_by
    from bench_row limit 0`);
  return milliseconds(() => admin.query(`copy bench_bare from '${file}'`));
}

/** The statement with which an import's rows are added, in a transaction of what may add them. */
async function add({ admin, api, loader }: Ground): Promise<void> {
  await admin.query('grant select on bench_row to poolkeeper_api');
  const text = (contributionKind.direct?.adds ?? '')
    .replace(':partnership', `'bench'`)
    .replace(':rows', '(select * from bench_row)');
  await api.query('begin');
  await api.query(`set local statement_timeout = 0`);
  await api.query(`select authz.open($1, 'contribution.add', 'bench', 'bench')`, [loader]);
  await api.query(text.replace(/ as r\(.*\)$/s, ' as r'));
  await api.query('commit');
}
