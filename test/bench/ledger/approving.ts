import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { draftListing } from '../../../src/features/ledger/draft.reader.js';
import { projectRoot } from '../../../src/platform/config/root.js';
import { urlFor } from '../../../src/platform/database/roles.js';
import { ticketOf } from '../../../src/platform/database/ticket.js';
import { rate } from '../load.js';
import { type Ratio, summarise } from '../measure.js';
import { transactionsPerSecond } from '../pgbench.js';
import type { Ground } from './ground.js';
import { served } from './served.js';

const EACH_ROUND = 20_000;
const CLIENTS = 10;
const idOf = (n: string) => `('00000000-0000-4000-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;

/** Proposed contributions that say the same, so that one digest names the newest version of each. */
const drafts = `
  set session_replication_role = replica;
  insert into ledger_draft (partnership_id, id, kind, authority_id, source, recorded_by)
    select 'bench', ${idOf('n')}, 'contribution', 'south', 'bench', 'bench' from generate_series(1, $1) n;
  insert into ledger_draft_version (partnership_id, id, draft_id, number, authority_id, content, entered_for, source, recorded_by)
    select 'bench', ${idOf('n')}, ${idOf('n')}, 1, 'south', jsonb_build_object('kind', 'contribution', 'partnership', 'bench', 'fund', 'pool',
      'effectiveOn', '2026-04-01', 'reason', 'Instalment', 'source', 'bench', 'illustrative', false, 'lines', jsonb_build_array(
        ledger.line('receivable', 'south', null, 123456), ledger.line('contributed', null, null, -123456))), 'south', 'bench', 'bench'
    from generate_series(1, $1) n;
  reset session_replication_role;
  vacuum analyze ledger_draft, ledger_draft_version`;

/** The statements of one approval, as the application sends them; each client goes through drafts of its own. */
const script = (ticket: string, digest: string) => `
\\set n :n + 1
\\set id :first + :n * ${CLIENTS} + :client_id
begin transaction;
select authz.open('${ticket}', 'ledger-draft.decide', 'bench', 'bench');
${reads};
select authz.authority() as authority;
insert into ledger_outcome (partnership_id, id, draft_id, number, digest, outcome, reason, authority_id, source, illustrative) values ('bench', gen_random_uuid(), ${idOf(':id')}, 1, '${digest}', 'approved', null, 'north', 'bench', false) returning *;
${reads};
commit;
`;

/** Approvals over HTTP, which post a contribution, beside pgbench running the same statements, round by round in turn. */
export async function compareApprovals(ground: Ground, rounds: number, seconds: number): Promise<Ratio> {
  const { admin, url, secret } = ground;
  for (const text of drafts.replaceAll('$1', String(EACH_ROUND * 2 * (rounds + 1))).split(';')) await admin.query(text);
  const { rows } = await admin.query<{ digest: string }>('select digest from ledger_draft_version limit 1');
  const digest = rows[0]?.digest ?? '';
  const folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-pgbench-'));
  const file = path.join(folder, 'approve.sql');
  writeFileSync(file, script(ticketOf(secret), digest));
  // Each of its connections is new, and has to find its plans before it is quick; those of the product have theirs.
  const limit = (round: number) =>
    transactionsPerSecond(file, urlFor('poolkeeper_api', url), 5 * seconds, [
      ...['-D', 'n=0', '-D', `first=${(2 * round + 1) * EACH_ROUND}`],
    ]);
  const body = JSON.stringify({ digest, source: 'bench' });
  return served(path.join(projectRoot, 'dist/src/main.js'), url, async (address) => {
    const approving = (round: number) =>
      rate(
        {
          ...{ method: 'POST', body, secret, url: `${address}/api/v1/partnerships/bench/ledger/drafts/` },
          ids: Array.from({ length: EACH_ROUND - 100 }, (_, n) => `${plain(2 * round * EACH_ROUND + n + 1)}/approvals`),
        },
        seconds,
      );
    const ratios: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const ratio = (await approving(round)) / (await limit(round));
      if (round > 0) ratios.push(ratio);
    }
    return summarise(ratios);
  }).finally(() => rmSync(folder, { recursive: true }));
}

const plain = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** The question for one draft, with the id that pgbench works out; it would take the colons of a clock for names of its own. */
const reads = `${draftListing.select} and d.id = $2`
  .replaceAll('$1', `'bench'`)
  .replaceAll('$2', idOf(':id'))
  .replaceAll('HH24:MI:SS', 'HH24-MI-SS')
  .replace(/\s+/g, ' ');
