import type { QueryRunner } from 'typeorm';
import { postedFromImports } from './ledger-imports.js';
import { records } from './ledger-posting.js';

/** What an entry says, as the text that its digest is of: the same bytes as of \`ledger.digest_of\`, with no JSON made of it. */
const digests = `
  -- PostgreSQL writes the keys of a jsonb by their length, then by their letters.
  create function ledger.contribution_said(partnership text, authority text, day date, pence bigint, reason text, source text,
    illustrative boolean) returns text stable language sql
    return concat('{"fund": "pool", "kind": "contribution", "lines": [{"pence": "', pence, '", "account": "receivable", "authority": ',
      to_json(authority), '}, {"pence": "', -pence, '", "account": "contributed"}], "reason": ', to_json(reason), ', "source": ',
      to_json(source), ', "effectiveOn": ', to_json(day), ', "partnership": ', to_json(partnership), ', "illustrative": ',
      to_json(illustrative), '}');
  create function ledger.receipt_said(partnership text, authority text, day date, pence bigint, pays uuid, reference text, source text,
    illustrative boolean) returns text stable language sql
    return concat('{"fund": "pool", "kind": "receipt", "pays": "', pays, '", "lines": [{"pence": "', pence,
      '", "account": "cash"}, {"pence": "', -pence, '", "account": "paid", "authority": ', to_json(authority),
      '}], "reason": "Received towards a contribution", "source": ', to_json(source), ', "reference": ', to_json(reference),
      ', "effectiveOn": ', to_json(day), ', "partnership": ', to_json(partnership), ', "illustrative": ', to_json(illustrative), '}');`;

/** Entries and their lines go in as one statement, so that what holds of both is checked once, at its end. */
const post = `
  create or replace function ledger.post(given jsonb) returns void language plpgsql set search_path = public, pg_temp as $$
  begin
    if given is null then
      return;
    end if;
    perform ledger.hold(array_agg(e.partnership), array_agg(e."effectiveOn"))
      from jsonb_to_recordset(given) as e(partnership text, "effectiveOn" date);
    insert into ledger_account (partnership_id, fund, kind, authority_id, line)
      select distinct e.partnership, e.fund, l.account, l.authority, l.line
      from jsonb_to_recordset(given) as e(partnership text, fund text, lines jsonb),
        jsonb_to_recordset(e.lines) as l(account text, authority text, line text)
      where not exists (select from ledger_account a where (a.partnership_id, a.fund, a.kind) = (e.partnership, e.fund, l.account)
        and a.authority_id is not distinct from l.authority and a.line is not distinct from l.line)
      order by 1, 2, 3, 4, 5 on conflict do nothing;
    with said as materialized (
      select each.said as whole, e.*, coalesce(e."recordedAt", now()) as at
      from jsonb_array_elements(given) as each(said), jsonb_to_record(each.said) as e(partnership text, id uuid, fund text,
        kind text, "effectiveOn" date, lines jsonb, reason text, reference text, decision uuid, pays uuid, reverses uuid,
        draft uuid, import uuid, source text, illustrative boolean, "recordedAt" timestamptz, "recordedBy" text)),
    posted as (
      insert into ledger_entry (partnership_id, id, fund, kind, effective_on, lines, reason, reference, decision_id, pays_id,
          reversal_of, draft_id, import_id, digest, source, illustrative, recorded_at, recorded_by)
        select s.partnership, s.id, s.fund, s.kind, s."effectiveOn", jsonb_array_length(s.lines), s.reason, s.reference, s.decision,
          s.pays, s.reverses, s.draft, s.import,
          ledger.digest_of(s.whole - array['id', 'draft', 'import', 'recordedAt', 'recordedBy']),
          s.source, s.illustrative, s.at, coalesce(s."recordedBy", (select authz.actor()))
        from said s returning id)
    insert into ledger_line (partnership_id, entry_id, number, of_lines, fund, account_id, amount_pence, effective_on, recorded_at)
      select s.partnership, s.id, l.number, jsonb_array_length(s.lines), s.fund, a.id, (l.said ->> 'pence')::bigint,
        s."effectiveOn", s.at
      from said s cross join lateral jsonb_array_elements(s.lines) with ordinality as l(said, number)
        join ledger_account a on (a.partnership_id, a.fund, a.kind) = (s.partnership, s.fund, l.said ->> 'account')
          and a.authority_id is not distinct from l.said ->> 'authority' and a.line is not distinct from l.said ->> 'line'
      where (select count(*) from posted) > 0;
  end $$;`;

interface Of {
  readonly record: 'contribution' | 'receipt';
  readonly day: string;
  readonly reason: string;
  readonly reference: string;
  readonly pays: string;
  readonly said: string;
  /** The accounts of its two lines: the first takes the amount, the second what is left when it is taken away. */
  readonly lines: readonly { readonly account: string; readonly authority: string }[];
}

const sides = (lines: Of['lines']) =>
  lines
    .map(({ account, authority }, at) => `(${at + 1}::smallint, ${at === 0 ? 1 : -1}, '${account}', ${authority})`)
    .join(', ');

/** Straight from the rows that were added; what was posted under their ids already is left out. */
const direct = ({ record, day, reason, reference, pays, said, lines }: Of) => `
  create or replace function ledger.post_${record}s() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
  begin
    insert into ledger_account (partnership_id, fund, kind, authority_id)
      select r.partnership_id, 'pool', s.account, s.authority
      from (select distinct r.partnership_id, r.authority_id from added r) r,
        lateral (values ${sides(lines)}) as s(number, sign, account, authority)
      where not exists (select from ledger_account a where (a.partnership_id, a.fund, a.kind) = (r.partnership_id, 'pool', s.account)
        and a.authority_id is not distinct from s.authority and a.line is null)
      group by 1, 2, 3, 4 order by 1, 2, 3, 4 on conflict do nothing;
    with fresh as materialized (
      select r.*, f.fund, f.reason from added r, (select 'pool'::slug as fund, 'Received towards a contribution'::words as reason offset 0) f
      where (select e.lines from ledger_entry e where e.partnership_id = r.partnership_id and e.id = r.id) is null),
    sides as materialized (
      select r.partnership_id, r.authority_id, s.number, s.sign, a.id as account_id
      from (select distinct r.partnership_id, r.authority_id from fresh r) r
        cross join lateral (values ${sides(lines)}) as s(number, sign, account, authority)
        join ledger_account a on a.partnership_id = r.partnership_id and a.fund = 'pool' and a.kind = s.account
          and a.authority_id is not distinct from s.authority and a.line is null),
    posted as (
      insert into ledger_entry (partnership_id, id, fund, kind, effective_on, lines, reason, reference, pays_id, import_id, digest,
          source, illustrative, recorded_at, recorded_by)
        select r.partnership_id, r.id, r.fund, '${record}', r.${day}, 2, ${reason}, ${reference}, ${pays}, r.import_id,
          'sha256:' || encode(sha256(convert_to(${said}, 'UTF8')), 'hex'), r.source, r.illustrative, r.recorded_at, r.recorded_by
        from fresh r returning id)
    insert into ledger_line (partnership_id, entry_id, number, of_lines, fund, account_id, amount_pence, effective_on, recorded_at)
      select r.partnership_id, r.id, s.number, 2, r.fund, s.account_id, s.sign * r.amount_pence, r.${day}, r.recorded_at
      from fresh r join sides s on s.partnership_id = r.partnership_id and s.authority_id = r.authority_id
      where (select count(*) from posted) > 0;
    return null;
  end $$;`;

const contributions = direct({
  ...{ record: 'contribution', day: 'due_on', reason: 'r.what', reference: 'null', pays: 'null::uuid' },
  said: `ledger.contribution_said(r.partnership_id, r.authority_id, r.due_on, r.amount_pence, r.what, r.source, r.illustrative)`,
  lines: [
    { account: 'receivable', authority: 'r.authority_id::text' },
    { account: 'contributed', authority: 'null' },
  ],
});

const receipts = direct({
  ...{ record: 'receipt', day: 'received_on', reason: 'r.reason' },
  ...{ reference: 'r.reference', pays: 'r.contribution_id' },
  said: `ledger.receipt_said(r.partnership_id, r.authority_id, r.received_on, r.amount_pence, r.contribution_id, r.reference,
            r.source, r.illustrative)`,
  lines: [
    { account: 'cash', authority: 'null' },
    { account: 'paid', authority: 'r.authority_id::text' },
  ],
});

/** How entries are posted, many at a time. */
export async function postInOneStatement(runner: QueryRunner): Promise<void> {
  for (const part of [digests, post, contributions, receipts]) await runner.query(part);
}

export async function postInTwo(runner: QueryRunner): Promise<void> {
  await postedFromImports(runner);
  await runner.query(records.replaceAll('create function', 'create or replace function'));
  await runner.query('drop function ledger.contribution_said, ledger.receipt_said');
}
