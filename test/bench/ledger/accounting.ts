import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Ground } from './ground.js';

const run = promisify(execFile);

export interface BesideLedger {
  /** What `ledger` took to say what each partner was billed, over what the database took to say it from its totals. */
  readonly fromTotals: number;
  /** The same beside the sum of every line, without totals. */
  readonly fromLines: number;
}

/** The entries as a journal: a plain text of transactions, pence as whole numbers. */
const journal = `
  select unnest(array[to_char(e.effective_on, 'YYYY/MM/DD') || ' ' || e.reason]
    || array_agg('    ' || a.kind || coalesce(':' || a.authority_id, '') || '  ' || l.amount_pence order by l.number) || array[''])
  from ledger_entry e join ledger_line l on l.partnership_id = e.partnership_id and l.entry_id = e.id
    join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
  where e.partnership_id = '%' group by e.id, e.effective_on, e.reason`;

const byPartner = (from: string) => `
  select a.kind || ':' || a.authority_id as account, sum(t.amount_pence)::text as pence
  from ${from} t join ledger_account a on a.partnership_id = t.partnership_id and a.id = t.account_id
  where t.partnership_id = $1 and a.kind = 'receivable' group by 1 order by 1`;

/** What each partner was billed, of the same entries: by \`ledger\` of Debian, from the totals, and from the lines. Nothing where it is not installed. */
export async function compareLedger({ admin, folder }: Ground, partnership: string): Promise<BesideLedger | undefined> {
  if (!(await isInstalled())) return undefined;
  const file = path.join(folder, 'entries.journal');
  await admin.query(`copy (${journal.replace('%', partnership)}) to '${file}'`);
  const start = performance.now();
  const args = [
    '-f',
    file,
    'balance',
    'receivable',
    '--flat',
    '--no-total',
    '--balance-format',
    '%(account) %(total)\n',
  ];
  const { stdout } = await run('ledger', args, { maxBuffer: 1e8 });
  const theirs = performance.now() - start;
  const totals = await asked(admin, byPartner(`(select * from ledger_total where span = 'month')`), partnership);
  const lines = await asked(admin, byPartner('ledger_line'), partnership);
  const said = stdout.trim().split('\n').sort().join('\n');
  for (const { text } of [totals, lines]) if (text !== said) throw new Error(`ledger says\n${said}\nand we\n${text}`);
  return { fromTotals: theirs / totals.took, fromLines: theirs / lines.took };
}

async function asked(admin: Ground['admin'], question: string, partnership: string) {
  const start = performance.now();
  const { rows } = await admin.query<{ account: string; pence: string }>(question, [partnership]);
  const took = performance.now() - start;
  return { took, text: rows.map(({ account, pence }) => `${account} ${pence}`).join('\n') };
}

const isInstalled = (): Promise<boolean> =>
  run('ledger', ['--version']).then(
    () => true,
    () => false,
  );
