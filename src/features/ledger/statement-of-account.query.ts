import { statement } from '../../platform/database/statement.js';
import type { ReopenedMonth } from '../shared/reopened.js';
import { reopenedMonths } from '../shared/reopened.query.js';
import { knownAt } from './known-at.js';
import { owedAtEndOf, owing } from './reckoned.js';

interface LineOfAccount {
  readonly entry: string;
  readonly kind: string;
  readonly on: string;
  readonly what: string;
  readonly reference: string | null;
  readonly bill: string | null;
  readonly line: string | null;
  readonly pence: string;
}

/** What a statement of account rests on, in one question and so of one moment. Pence as text within JSON. */
export interface StatementOfAccountRow {
  readonly name: string;
  readonly opening: string;
  readonly closing: string;
  readonly entries: readonly LineOfAccount[];
  readonly kind: readonly LineOfAccount[];
  readonly unallocated: readonly LineOfAccount[];
  readonly years: readonly { readonly year: string; readonly billed: string; readonly provided: string | null }[];
  readonly illustrative: boolean;
  readonly reopened: ReopenedMonth[];
}

/** The entries with a line on some of the partner's accounts, one row for each with what it comes to there. */
const linesOn = (kinds: string, sum: string, where: string) => `
    select e.id as entry, e.kind, e.effective_on as "on", e.reason as what, coalesce(e.reference, o.reference, i.invoice) as reference,
      case when coalesce(o.kind, e.kind) in ('contribution', 'one-off') then coalesce(o.id, e.id) else coalesce(o.pays_id, e.pays_id) end as bill,
      (select max(u.line) from ledger_line n join ledger_account u on u.partnership_id = n.partnership_id and u.id = n.account_id
        where n.partnership_id = e.partnership_id and n.entry_id = e.id) as line, ${sum}::text as pence, e.recorded_at, e.illustrative
    from ledger_line l join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
      and a.authority_id = $4 and a.kind in ${kinds}
    join ledger_entry e on e.partnership_id = l.partnership_id and e.id = l.entry_id
    left join ledger_entry o on o.partnership_id = e.partnership_id and o.id = e.reversal_of
    left join ledger_bill_event i on i.partnership_id = e.partnership_id and i.bill_id = e.id and i.kind = 'invoiced' and ${knownAt('i')}
    where l.partnership_id = $1 and l.effective_on <= $2::date and ${knownAt('l')} and ${where}
    group by e.partnership_id, e.id, o.kind, o.id, o.pays_id, o.reference, i.invoice
    order by e.effective_on, e.recorded_at, e.id limit 100001`;

const listed = (rows: string) => `coalesce((select json_agg(r) from (${rows}) r), '[]')`;

const inPeriod = 'l.effective_on >= $5::date';

/** That an entry still stands as at the day. */
const stands = (
  entry: string,
) => `not exists (select from ledger_entry t where t.partnership_id = $1 and t.reversal_of = ${entry}
      and t.effective_on <= $2::date and ${knownAt('t')})`;

/** $1 partnership, $2 as at, $3 as known at, if asked; $4 the partner, $5 the first day. */
export const statementOfAccountQuestion = statement(`
  select n.name, coalesce((select s.pence from (${owedAtEndOf('($5::date - 1)')}) s where s.partner = $4::text), 0)::text as opening,
    coalesce((select s.pence from (${owedAtEndOf('$2')}) s where s.partner = $4::text), 0)::text as closing,
    ${listed(linesOn(owing, 'sum(l.amount_pence)', inPeriod))} as entries,
    ${listed(linesOn(`('in-kind-given')`, 'sum(-l.amount_pence)', inPeriod))} as kind,
    ${listed(
      linesOn(
        `('paid')`,
        'sum(-l.amount_pence)',
        `e.kind = 'receipt' and ${stands('e.id')} and (e.pays_id is null or not ${stands('e.pays_id')})`,
      ),
    )} as unallocated,
    coalesce((select json_agg(json_build_object('year', y.year, 'billed', coalesce(b.pence, 0)::text, 'provided', v.pence::text) order by y.year)
      from (select distinct financial_year(d::date) as year from generate_series($5::date, $2::date + interval '1 month', interval '1 month') d
        where d::date <= $2::date union select financial_year($2::date)) y
      left join (select e.financial_year as year, sum(l.amount_pence) as pence from ledger_entry e
        join ledger_line l on l.partnership_id = e.partnership_id and l.entry_id = e.id
        join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id and a.kind = 'receivable' and a.authority_id = $4
        where e.partnership_id = $1 and e.kind in ('contribution', 'one-off') and ${knownAt('e')} and ${stands('e.id')} group by 1) b using (year)
      left join lateral (select w.amount_pence as pence from provision w where w.partnership_id = $1 and w.authority_id = $4
        and w.financial_year = y.year and w.decided_on <= $2::date and ${knownAt('w')} order by w.decided_on desc limit 1) v on true), '[]') as years,
    exists (select from ledger_line l join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id and a.authority_id = $4
      join ledger_entry e on e.partnership_id = l.partnership_id and e.id = l.entry_id and e.illustrative
      where l.partnership_id = $1 and l.effective_on <= $2::date) as illustrative,
    ${reopenedMonths('$2', '$3', { partnership: 'p.partnership_id' })} as reopened
  from partnership_authority p join authority n on n.id = p.authority_id where p.partnership_id = $1 and p.authority_id = $4`);
