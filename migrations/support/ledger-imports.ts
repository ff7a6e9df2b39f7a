import type { QueryRunner } from 'typeorm';
import { ofRecords, post } from './ledger-posting.js';

const postWithImport = `
  -- As before; and what was approved with its import names that.
  create or replace function ledger.post(given jsonb) returns void language plpgsql set search_path = public, pg_temp as $$
  begin
    if given is null then
      return;
    end if;
    insert into ledger_entry (partnership_id, id, fund, kind, effective_on, lines, reason, reference, decision_id, pays_id,
        reversal_of, draft_id, import_id, digest, source, illustrative, recorded_at, recorded_by)
      select e.partnership, e.id, e.fund, e.kind, e."effectiveOn", jsonb_array_length(e.lines), e.reason, e.reference, e.decision,
        e.pays, e.reverses, e.draft, e.import, ledger.digest_of(each.said - array['id', 'draft', 'import', 'recordedAt', 'recordedBy']),
        e.source, e.illustrative, coalesce(e."recordedAt", now()), coalesce(e."recordedBy", authz.actor())
      from jsonb_array_elements(given) as each(said), jsonb_to_record(each.said) as e(partnership text, id uuid, fund text,
        kind text, "effectiveOn" date, lines jsonb, reason text, reference text, decision uuid, pays uuid, reverses uuid,
        draft uuid, import uuid, source text, illustrative boolean, "recordedAt" timestamptz, "recordedBy" text);
    insert into ledger_account (partnership_id, fund, kind, authority_id, line)
      select distinct e.partnership, e.fund, l.account, l.authority, l.line
      from jsonb_to_recordset(given) as e(partnership text, fund text, lines jsonb),
        jsonb_to_recordset(e.lines) as l(account text, authority text, line text)
      where not exists (select from ledger_account a where (a.partnership_id, a.fund, a.kind) = (e.partnership, e.fund, l.account)
        and a.authority_id is not distinct from l.authority and a.line is not distinct from l.line)
      order by 1, 2, 3, 4, 5 on conflict do nothing;
    insert into ledger_line (partnership_id, entry_id, number, of_lines, fund, account_id, amount_pence, effective_on, recorded_at)
      select e.partnership, e.id, l.number, jsonb_array_length(e.lines), e.fund, a.id, (l.said ->> 'pence')::bigint,
        e."effectiveOn", coalesce(e."recordedAt", now())
      from jsonb_to_recordset(given) as e(partnership text, id uuid, fund text, lines jsonb, "effectiveOn" date,
          "recordedAt" timestamptz) cross join lateral jsonb_array_elements(e.lines) with ordinality as l(said, number)
        join ledger_account a on (a.partnership_id, a.fund, a.kind) = (e.partnership, e.fund, l.said ->> 'account')
          and a.authority_id is not distinct from l.said ->> 'authority' and a.line is not distinct from l.said ->> 'line';
  end $$;`;

const ofImportedRecords = `
  create or replace function ledger.of_contribution(c jsonb) returns jsonb stable language sql
    return jsonb_build_object('id', c -> 'id', 'partnership', c -> 'partnership_id', 'kind', 'contribution', 'fund', 'pool',
      'effectiveOn', c -> 'due_on', 'reason', c -> 'what', 'source', c -> 'source', 'illustrative', c -> 'illustrative',
      'import', c -> 'import_id', 'recordedAt', c -> 'recorded_at', 'recordedBy', c -> 'recorded_by', 'lines', jsonb_build_array(
        ledger.line('receivable', c ->> 'authority_id', null, (c ->> 'amount_pence')::bigint),
        ledger.line('contributed', null, null, -(c ->> 'amount_pence')::bigint)));
  create or replace function ledger.of_receipt(r jsonb) returns jsonb stable language sql
    return jsonb_build_object('id', r -> 'id', 'partnership', r -> 'partnership_id', 'kind', 'receipt', 'fund', 'pool',
      'effectiveOn', r -> 'received_on', 'reason', 'Received towards a contribution', 'reference', r -> 'reference',
      'pays', r -> 'contribution_id', 'source', r -> 'source', 'illustrative', r -> 'illustrative',
      'import', r -> 'import_id', 'recordedAt', r -> 'recorded_at', 'recordedBy', r -> 'recorded_by', 'lines', jsonb_build_array(
        ledger.line('cash', null, null, (r ->> 'amount_pence')::bigint),
        ledger.line('paid', r ->> 'authority_id', null, -(r ->> 'amount_pence')::bigint)));`;

/** What is posted says from which import it came. */
export async function postedFromImports(runner: QueryRunner): Promise<void> {
  for (const part of [postWithImport, ofImportedRecords]) await runner.query(part);
}

export async function postedFromNowhere(runner: QueryRunner): Promise<void> {
  for (const part of [post, ofRecords])
    await runner.query(part.replaceAll('create function', 'create or replace function'));
}
