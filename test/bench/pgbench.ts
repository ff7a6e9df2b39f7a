import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { urlFor } from '../../src/platform/database/roles.js';
import { ticketOf } from '../../src/platform/database/ticket.js';
import { type Candidate, rate } from './load.js';
import { type Ratio, summarise } from './measure.js';

const run = promisify(execFile);

/** The statements of one addition, as the application sends them. */
const script = (ticket: string) => `
\\set k random(1, 1000000000000000)
begin transaction;
select authz.open('${ticket}', 'contribution.add', 'bench', 'bench');
insert into idempotency (action, key, fingerprint) values ('contribution.add', 'k' || :k, 'sha256:${'0'.repeat(64)}');
insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source, illustrative) values ('bench', gen_random_uuid(), 'north', '2025-07-01', 123456, 'Instalment', 'bench', false) returning *;
update idempotency set answer = '${JSON.stringify({ id: '0'.repeat(36), rest: ' '.repeat(300) })}', location = '/api/v1/partnerships/bench/contributions/${'0'.repeat(36)}' where action = 'contribution.add' and key = 'k' || :k and answer is null;
commit;
`;

/** Additions over HTTP beside pgbench running the same statements on as many connections, round by round in turn. */
export async function compareWrites(
  product: Candidate,
  { address, secret }: { readonly address: string; readonly secret: string },
  rounds: number,
  seconds: number,
): Promise<Ratio> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-pgbench-'));
  const file = path.join(folder, 'add.sql');
  writeFileSync(file, script(ticketOf(secret)));
  const limit = () => transactionsPerSecond(file, urlFor('poolkeeper_api', address), seconds);
  try {
    await rate(product, 2);
    await limit();
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round += 1) ratios.push((await rate(product, seconds)) / (await limit()));
    return summarise(ratios);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function transactionsPerSecond(
  file: string,
  url: string,
  seconds: number,
  set: readonly string[] = [],
): Promise<number> {
  const args = [
    ...set,
    '-n',
    '-M',
    'prepared',
    '-c',
    '10',
    '-j',
    '2',
    '-T',
    String(Math.ceil(seconds)),
    '-f',
    file,
    url,
  ];
  const { stdout } = await run(findPgbench(), args);
  const found = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
  if (found === undefined) throw new Error(`pgbench said nothing of its speed:\n${stdout}`);
  return Number(found);
}

/** Debian's pgbench, newest first. */
function findPgbench(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort().reverse() : [];
  const found = versions.map((version) => path.join(root, version, 'bin', 'pgbench')).find((file) => existsSync(file));
  return found ?? 'pgbench';
}
