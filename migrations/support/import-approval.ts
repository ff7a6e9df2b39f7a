import type { QueryRunner } from 'typeorm';
import type { Guarded } from './guard.js';

const inPartnership = { partnership: 'partnership_id', read: 'import.read' } as const;

/** That what was read from a file is to be posted, and what somebody else decided. */
export const approvalTables: readonly Guarded[] = [
  { table: 'import_submission', add: 'import.add', ...inPartnership },
  {
    ...{ table: 'import_outcome', add: 'import.decide', ...inPartnership },
    authority: { column: 'authority_id', nobodys: 'refused' },
  },
];

/** The rows that an import would add, all of its parts together. */
export const rowsOf = (columns: string) =>
  `import_part p cross join lateral jsonb_to_recordset(p.rows::jsonb) as r(${columns})`;
export const ofImport = 'where p.partnership_id = new.partnership_id and p.import_id = new.id';
export const ofProvenance = 'source text, illustrative boolean';

export const weighing = `
  -- What an import holds, digested as when it was read: the digests of its parts, one after another, digested.
  create function ledger.import_digest(of_partnership text, of_import uuid) returns text stable language sql as $$
    select 'sha256:' || encode(sha256(convert_to(
      string_agg(encode(sha256(convert_to(p.rows, 'UTF8')), 'hex'), '' order by p.number), 'UTF8')), 'hex')
    from public.import_part p where p.partnership_id = of_partnership and p.import_id = of_import $$;

  -- What is submitted is money, by whoever sent it, for whom they may; and the largest amount of each day is kept, by which
  -- it follows whether two councils have to agree.
  create function ledger.weigh_import() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    sent constant import := (select i from import i where i.partnership_id = new.partnership_id and i.id = new.id);
    whose constant text := authz.adds_for('ledger-draft.add');
  begin
    -- Of what whoever asks may not add, only that is said.
    if authz.adds('import.add') is distinct from new.partnership_id then
      return new;
    end if;
    if sent.kind not in ('contributions', 'receipts', 'spending') then
      perform ledger.refuse('import_submission_of_money');
    end if;
    if sent.entered_by is distinct from new.submitted_by then
      perform ledger.refuse('import_submission_by_whoever_sent_it');
    end if;
    if ledger.import_digest(new.partnership_id, new.id) is distinct from new.digest then
      perform ledger.refuse('import_outcome_posts_what_was_shown');
    end if;
    if whose is distinct from '*' and exists (select from ${rowsOf('authority_id text')} ${ofImport}
        and r.authority_id is distinct from whose) then
      perform ledger.refuse('import_submission_of_own_rows');
    end if;
    new.largest := (select coalesce(jsonb_object_agg(d.day, d.most), '{}') from (
      select coalesce(r.due_on, r.received_on, r.spent_on) as day, max(r.amount_pence) as most
      from ${rowsOf('due_on date, received_on date, spent_on date, amount_pence bigint')} ${ofImport} group by 1) d);
    return new;
  end $$;
  create trigger import_submission_weighed before insert on import_submission
    for each row execute function ledger.weigh_import();

  -- Whether any amount is above what one council may approve alone, by the agreement version in force on its day.
  create function ledger.two_councils_for(of_partnership text, largest jsonb) returns boolean stable language sql as $$
    select exists (select from jsonb_each_text(largest) d
      where d.value::bigint > ledger.two_councils_above(of_partnership, d.key::date)) $$;`;

export const adding = `
  create function ledger.add_import(of_partnership text, of_import uuid, of_kind text) returns void language plpgsql
    set search_path = public, pg_temp as $$
  begin
    if of_kind = 'contributions' then
      insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source, illustrative, import_id)
        select of_partnership, r.id, r.authority_id, r.due_on, r.amount_pence, r.what, r.source, r.illustrative, of_import
        from ${rowsOf(`id uuid, authority_id text, due_on date, amount_pence bigint, what text, ${ofProvenance}`)}
        where p.partnership_id = of_partnership and p.import_id = of_import;
    elsif of_kind = 'receipts' then
      insert into receipt (partnership_id, id, authority_id, contribution_id, received_on, amount_pence, reference, source,
          illustrative, import_id)
        select of_partnership, r.id, r.authority_id, r.contribution_id, r.received_on, r.amount_pence, r.reference, r.source,
          r.illustrative, of_import
        from ${rowsOf(`id uuid, authority_id text, contribution_id uuid, received_on date, amount_pence bigint, reference text, ${ofProvenance}`)}
        where p.partnership_id = of_partnership and p.import_id = of_import;
    else
      perform ledger.post((select jsonb_agg(jsonb_build_object('id', r.id, 'partnership', of_partnership, 'kind', 'spending',
          'fund', r.fund, 'effectiveOn', r.spent_on, 'reason', r.what, 'reference', r.reference, 'import', of_import,
          'source', r.source, 'illustrative', r.illustrative, 'lines', jsonb_build_array(
            ledger.line('budget-line', null, r.line, r.amount_pence), ledger.line('cash', null, null, -r.amount_pence))))
        from ${rowsOf(`id uuid, fund text, line text, spent_on date, amount_pence bigint, what text, reference text, ${ofProvenance}`)}
        where p.partnership_id = of_partnership and p.import_id = of_import));
    end if;
  end $$;`;

export const deciding = `
  -- INV-07: whoever sent a file does not approve it; above the threshold, nobody of their council does. INV-08: what was
  -- shown is posted, all of it in this statement; and the same file is added once.
  create function ledger.decide_import() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    sent constant import := (select i from import i where i.partnership_id = new.partnership_id and i.id = new.id);
    asked constant import_submission := (select s from import_submission s where s.partnership_id = new.partnership_id and s.id = new.id);
  begin
    if new.outcome = 'rejected' then
      return null;
    end if;
    if new.decided_by is null or new.decided_by = sent.entered_by or new.decided_by = asked.submitted_by then
      perform ledger.refuse('import_outcome_by_another');
    end if;
    if (new.authority_id is null or new.authority_id = sent.entered_for or new.authority_id = asked.submitted_for)
        and ledger.two_councils_for(new.partnership_id, asked.largest) then
      perform ledger.refuse('import_outcome_by_another_council');
    end if;
    if ledger.import_digest(new.partnership_id, new.id) is distinct from new.digest then
      perform ledger.refuse('import_outcome_posts_what_was_shown');
    end if;
    perform ledger.add_import(new.partnership_id, new.id, sent.kind);
    insert into import_confirmation (partnership_id, id, kind, file_digest, source)
      values (new.partnership_id, new.id, sent.kind, sent.file_digest, new.source);
    return null;
  end $$;
  -- The name puts it before what notes the change in the trail, whose lock comes last.
  create trigger import_outcome_added_to_ledger after insert on import_outcome
    for each row execute function ledger.decide_import();`;

/** What holds of files of money: who may send them on, who may approve them, and that exactly what was shown is posted. */
export async function approvalRules(runner: QueryRunner): Promise<void> {
  for (const part of [weighing, adding, deciding]) await runner.query(part);
}
