import { createHash } from 'node:crypto';
import type { TestDatabase } from '../../support/test-database.js';

/** What must be so of maker, checker and corrections, whatever happened; each row is a fault. */
const breaches = `
  select 'was approved and is not posted so' as fault, o.draft_id::text as about from ledger_outcome o
    left join ledger_entry e on e.partnership_id = o.partnership_id and e.id = o.draft_id
    where o.partnership_id = $1 and o.outcome = 'approved' and e.digest is distinct from o.digest
  union all select 'was posted and not approved so', e.id::text from ledger_entry e
    left join ledger_outcome o on o.partnership_id = e.partnership_id and o.draft_id = e.draft_id and o.outcome = 'approved'
    where e.partnership_id = $1 and e.draft_id is not null and o.digest is distinct from e.digest
  union all select 'was approved by who entered it', o.draft_id::text from ledger_outcome o
    join ledger_draft_version v on v.partnership_id = o.partnership_id and v.draft_id = o.draft_id and v.entered_by = o.decided_by
    where o.partnership_id = $1 and o.outcome = 'approved'
  union all select 'was decided beside a newer version', o.draft_id::text from ledger_outcome o
    join ledger_draft_version v on v.partnership_id = o.partnership_id and v.draft_id = o.draft_id and v.number > o.number
    where o.partnership_id = $1
  union all select 'is reversed more than once', e.reversal_of::text from ledger_entry e
    where e.partnership_id = $1 and e.reversal_of is not null group by e.reversal_of having count(*) > 1
  union all select 'is decided more than once', o.draft_id::text from ledger_outcome o
    where o.partnership_id = $1 group by o.draft_id having count(*) > 1
  union all select 'is told in the trail other than once', concat(told.subject, ': ', told.many, ' told, ', there.many, ' there')
    from (select t.subject, sum(case jsonb_typeof(d.detail::jsonb -> 'added') when 'array'
        then jsonb_array_length(d.detail::jsonb -> 'added') else (d.detail::jsonb -> 'added' ->> 'rows')::int end) as many
      from audit_entry t join audit_detail d on d.chain = t.chain and d.position = t.position
      where t.chain = $1 and t.event = 'added' group by 1) told
    join (select 'ledger_entry' as subject, count(*) as many from ledger_entry where partnership_id = $1
      union all select 'ledger_outcome', count(*) from ledger_outcome where partnership_id = $1
      union all select 'ledger_draft_version', count(*) from ledger_draft_version where partnership_id = $1
      union all select 'ledger_closing', count(*) from ledger_closing where partnership_id = $1
      union all select 'contribution', count(*) from contribution where partnership_id = $1) there using (subject)
    where told.many <> there.many`;

const closings = `select c.starts_on, c.frozen, c.digest, not exists (
    select from ledger_reopening r join ledger_reopening_outcome o on o.partnership_id = r.partnership_id and o.reopening_id = r.id
    where r.partnership_id = c.partnership_id and r.closing_id = c.id and o.outcome = 'approved') as stands
  from ledger_closing c where c.partnership_id = $1 order by c.starts_on`;

const linesByMonth = `select a.fund, a.kind as account, a.authority_id as authority, a.line,
    ledger.month(l.effective_on) as month, sum(l.amount_pence)::text as pence
  from ledger_line l join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
  where l.partnership_id = $1 group by 1, 2, 3, 4, 5 order by 5`;

interface Summed {
  readonly fund: string;
  readonly account: string;
  readonly authority: string | null;
  readonly line: string | null;
  readonly pence: string;
}

/**
 * The whole verifier of one partnership: every balance against its entries (INV-04, INV-14), the chain of the trail
 * (INV-31), what was approved against what is posted (INV-07, INV-08, INV-09), what is frozen against every line (INV-10),
 * and one entry in the trail for each thing that happened (INV-30). Nothing when all is well.
 */
export async function verify(database: TestDatabase, partnership: string): Promise<readonly string[]> {
  const ask = (text: string) => database.sql<{ fault: string; about: string }>(text, [partnership]);
  const rows = [
    ...(await ask(`select fault, about from ledger.faults($1) limit 20`)),
    ...(await ask(`select why as fault, concat('position ', at_position) as about from audit.first_fault($1)`)),
    ...(await ask(
      `select 'its chain ends elsewhere' as fault, chain as about from audit.heads_at_fault() as chain where chain = $1`,
    )),
    ...(await ask(`${breaches} limit 20`)),
  ];
  return [
    ...rows.map(({ fault, about }) => `${partnership}: ${about} ${fault}`),
    ...(await frozenWrong(database, partnership)),
  ];
}

async function frozenWrong(database: TestDatabase, partnership: string): Promise<readonly string[]> {
  const closed = await database.sql<{ starts_on: string; frozen: string; digest: string; stands: boolean }>(closings, [
    partnership,
  ]);
  const months = await database.sql<Summed & { month: string }>(linesByMonth, [partnership]);
  const [sums, faults] = [new Map<string, bigint>(), [] as string[]];
  let read = 0;
  for (const { starts_on, frozen, digest, stands } of closed) {
    for (; read < months.length && months[read]!.month <= starts_on; read += 1) {
      const key = accountOf(months[read]!);
      sums.set(key, (sums.get(key) ?? 0n) + BigInt(months[read]!.pence));
    }
    if (digest !== `sha256:${createHash('sha256').update(frozen).digest('hex')}`)
      faults.push(`${partnership}: what was frozen of ${starts_on} is not what its digest says`);
    if (stands && !isSame(balancesIn(frozen), sums))
      faults.push(`${partnership}: what is frozen of ${starts_on} is not what its entries come to`);
  }
  return faults;
}

export const accountOf = ({ fund, account, authority, line }: Omit<Summed, 'pence'>): string =>
  [fund, account, authority ?? '', line ?? ''].join(' ');

/** Every balance that a closing froze, by account. */
export function balancesIn(frozen: string): ReadonlyMap<string, bigint> {
  const { balances } = JSON.parse(frozen) as { readonly balances: readonly Summed[] };
  return new Map(balances.map((balance) => [accountOf(balance), BigInt(balance.pence)]));
}

export function isSame(one: ReadonlyMap<string, bigint>, other: ReadonlyMap<string, bigint>): boolean {
  return one.size === other.size && [...one].every(([account, pence]) => other.get(account) === pence);
}
