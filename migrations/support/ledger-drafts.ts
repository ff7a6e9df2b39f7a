import type { QueryRunner } from 'typeorm';
import type { Guarded } from './guard.js';

const whose = { column: 'authority_id', nobodys: 'refused' } as const;
const inPartnership = { partnership: 'partnership_id', read: 'ledger-draft.read', authority: whose } as const;

/** What somebody proposes for the ledger, every version of it, and what somebody else decided. */
export const draftTables: readonly Guarded[] = [
  { table: 'ledger_draft', add: 'ledger-draft.add', ...inPartnership },
  { table: 'ledger_draft_version', add: 'ledger-draft.add', ...inPartnership },
  { table: 'ledger_outcome', add: 'ledger-draft.decide', ...inPartnership },
];

const versions = `
  create function ledger.refuse(rule text) returns void language plpgsql as $$
  begin
    raise exception 'this breaks %', rule using errcode = '23514', constraint = rule;
  end $$;

  -- Whoever changes a draft and whoever decides it wait for each other, before either touches anything that others wait for.
  create function ledger.await_draft() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(concat('ledger draft ', new.draft_id, ' of ', new.partnership_id), 0));
    if tg_table_name = 'ledger_draft_version' then
      select coalesce(max(v.number), 0) + 1 into new.number from ledger_draft_version v
        where v.partnership_id = new.partnership_id and v.draft_id = new.draft_id;
    end if;
    return new;
  end $$;
  create trigger ledger_draft_version_after_others before insert on ledger_draft_version
    for each row execute function ledger.await_draft();
  create trigger ledger_outcome_after_others before insert on ledger_outcome for each row execute function ledger.await_draft();

  create function ledger.check_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select from ledger_outcome o where o.partnership_id = new.partnership_id and o.draft_id = new.draft_id) then
      perform ledger.refuse('ledger_draft_decided_once');
    end if;
    if not exists (select from ledger_draft d where d.partnership_id = new.partnership_id and d.id = new.draft_id
        and d.kind = new.content ->> 'kind' and d.partnership_id = new.content ->> 'partnership'
        and d.authority_id is not distinct from new.authority_id) then
      perform ledger.refuse('ledger_draft_version_of_its_draft');
    end if;
    if (select count(*) < 2 or sum(l.pence) <> 0 from jsonb_to_recordset(new.content -> 'lines') as l(pence bigint)) then
      perform ledger.refuse('ledger_draft_version_balances');
    end if;
    return null;
  end $$;
  create trigger ledger_draft_version_rules after insert on ledger_draft_version
    for each row execute function ledger.check_version();`;

const deciding = `
  create function ledger.amount_of(content jsonb) returns bigint immutable strict language sql
    return (select sum(l.pence) from jsonb_to_recordset(content -> 'lines') as l(pence bigint) where l.pence > 0);

  -- Above how many pence maker and checker belong to different authorities: what the agreement version in force that day
  -- says; where it says nothing, or none is in force, above nothing, which is the stricter.
  create function ledger.two_councils_above(of_partnership text, on_day date) returns bigint stable language sql as $$
    select coalesce((select replace(v.thresholds ->> 'twoCouncilsAbove', '.', '')::bigint
      from public.version_in_force f join public.agreement_version v on v.partnership_id = f.partnership_id and v.id = f.version_id
      where f.partnership_id = of_partnership and f.in_force @> on_day), 0) $$;

  -- INV-07: whoever entered any version approves none; above the threshold, no council that entered one does. INV-08: what
  -- is approved is the newest version, named by its digest; and what was posted has that digest, or nothing is.
  create function ledger.decide() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    approved constant jsonb := (select v.content from ledger_draft_version v
      where v.partnership_id = new.partnership_id and v.draft_id = new.draft_id and v.number = new.number);
  begin
    if exists (select from ledger_draft_version v where v.partnership_id = new.partnership_id and v.draft_id = new.draft_id
        and v.number > new.number) then
      perform ledger.refuse('ledger_outcome_of_the_newest');
    end if;
    if new.outcome = 'rejected' then
      return null;
    end if;
    if new.decided_by is null or exists (select from ledger_draft_version v where v.partnership_id = new.partnership_id
        and v.draft_id = new.draft_id and v.entered_by = new.decided_by) then
      perform ledger.refuse('ledger_outcome_by_another');
    end if;
    if ledger.amount_of(approved) > ledger.two_councils_above(new.partnership_id, (approved ->> 'effectiveOn')::date)
        and exists (select from ledger_draft_version v where v.partnership_id = new.partnership_id
          and v.draft_id = new.draft_id and v.entered_for = new.authority_id) then
      perform ledger.refuse('ledger_outcome_by_another_council');
    end if;
    perform ledger.post(jsonb_build_array(approved || jsonb_build_object('id', new.draft_id, 'draft', new.draft_id)));
    if not exists (select from ledger_entry e where e.partnership_id = new.partnership_id and e.id = new.draft_id
        and e.digest = new.digest and ledger.digest_of(ledger.content_of(e.partnership_id, e.id)) = new.digest) then
      perform ledger.refuse('ledger_outcome_posts_what_was_approved');
    end if;
    perform ledger.keep_record(new.partnership_id, new.draft_id, approved);
    return null;
  end $$;
  -- The name puts it before what notes the change in the trail, whose lock comes last.
  create trigger ledger_outcome_added_to_ledger after insert on ledger_outcome for each row execute function ledger.decide();

  -- An approved contribution or receipt is a record like any other, under the id of its draft and its entry.
  create function ledger.keep_record(of_partnership text, of_draft uuid, said jsonb) returns void language plpgsql
    set search_path = public, pg_temp as $$
  begin
    if said ->> 'kind' = 'contribution' then
      insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source, illustrative)
        select of_partnership, of_draft, d.authority_id, (said ->> 'effectiveOn')::date, ledger.amount_of(said), said ->> 'reason',
          said ->> 'source', (said ->> 'illustrative')::boolean from ledger_draft d where d.partnership_id = of_partnership and d.id = of_draft;
    elsif said ->> 'kind' = 'receipt' then
      insert into receipt (partnership_id, id, authority_id, contribution_id, received_on, amount_pence, reference, source, illustrative)
        select of_partnership, of_draft, d.authority_id, (said ->> 'pays')::uuid, (said ->> 'effectiveOn')::date, ledger.amount_of(said),
          said ->> 'reference', said ->> 'source', (said ->> 'illustrative')::boolean from ledger_draft d
          where d.partnership_id = of_partnership and d.id = of_draft;
    end if;
  end $$;`;

/** What holds of drafts and of deciding them. */
export async function draftRules(runner: QueryRunner): Promise<void> {
  await runner.query(versions);
  await runner.query(deciding);
}
