import { createHash } from 'node:crypto';
import type { TestDatabase } from '../../support/test-database.js';
import { accountOf, balancesIn, isSame } from './verify.js';

/** Every closing of a year, whether it stands, and what the settlements that it froze were calculated at. */
const closings = `select y.financial_year as year, y.frozen, y.digest,
    y.closing_id = (ledger.standing_closing(y.partnership_id, ledger.last_month(y.financial_year))).id as stands,
    (select coalesce(json_agg(s.id), '[]') from ledger_settlement s where s.partnership_id = y.partnership_id
      and s.financial_year = y.financial_year and ledger.state_of_settlement(s.partnership_id, s.id) <> 'undone') as settlements,
    (select json_agg(c.answer::json ->> 'forecast') from jsonb_array_elements(y.frozen::jsonb -> 'settlements') as f
      join calculation c on c.partnership_id = y.partnership_id and c.id = (f ->> 'calculation')::uuid
      where f ->> 'kind' = 'variance') as outturns
  from ledger_year_closing y where y.partnership_id = $1 order by y.financial_year, y.number`;

/** What stands on each account at the end of a year, line by line, and what of it was spent in that year. */
const lines = `select a.fund, a.kind as account, a.authority_id as authority, a.line, sum(l.amount_pence)::text as pence,
    coalesce(sum(l.amount_pence) filter (where a.kind = 'budget-line' and financial_year(l.effective_on) = $2), 0)::text as spent
  from ledger_line l join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
  where l.partnership_id = $1 and l.effective_on < make_date(left($2, 4)::int + 1, 4, 1) group by 1, 2, 3, 4`;

interface Closed {
  readonly year: string;
  readonly frozen: string;
  readonly digest: string;
  readonly stands: boolean;
  readonly settlements: readonly string[];
  readonly outturns: readonly string[] | null;
}

interface Summed {
  readonly fund: string;
  readonly account: string;
  readonly authority: string | null;
  readonly line: string | null;
  readonly pence: string;
  readonly spent: string;
}

/** What is wrong with the closed years of a partnership, worked out from every line: nothing when all is well. */
export async function yearsWrong(database: TestDatabase, partnership: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const closed of await database.sql<Closed>(closings, [partnership])) {
    const about = `${partnership}, the closing of ${closed.year}`;
    if (closed.digest !== `sha256:${createHash('sha256').update(closed.frozen).digest('hex')}`)
      faults.push(`${about} is not what its digest says`);
    if (!closed.stands) continue;
    const sums = await database.sql<Summed>(lines, [partnership, closed.year]);
    faults.push(...standingWrong(closed, sums).map((words) => `${about} ${words}`));
  }
  return faults;
}

function standingWrong({ frozen, settlements, outturns }: Closed, sums: readonly Summed[]): readonly string[] {
  const balances = new Map(sums.map((sum) => [accountOf(sum), BigInt(sum.pence)]));
  const spent = sums.reduce((sum, one) => sum + BigInt(one.spent), 0n);
  const said = (JSON.parse(frozen) as { settlements: { settlement: string }[] }).settlements.map((s) => s.settlement);
  return [
    ...(isSame(balancesIn(frozen), balances) ? [] : ['froze other balances than its entries come to']),
    ...(settlements.every((id) => said.includes(id)) && said.every((id) => settlements.includes(id))
      ? []
      : ['froze other settlements than there are']),
    ...(outturns ?? [])
      .filter((outturn) => BigInt(outturn.replace('.', '')) !== spent)
      .map((outturn) => `stands at £${outturn}, and ${spent} pence were spent`),
  ];
}
