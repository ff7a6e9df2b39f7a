import type { QueryRunner } from 'typeorm';

const verbs = `
  create function audit.must(allowed boolean) returns void language plpgsql as $$
  begin
    if allowed is not true then
      raise exception 'the context of this transaction does not allow this' using errcode = 'PK403';
    end if;
  end $$;

  -- INV-33: that something sensitive was read, by whoever the context names; never what it said.
  create function audit.note_reading(of_chain text, about text, about_id text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform audit.must(authz.partnership() in (of_chain, '*'));
    return audit.append(of_chain, 'read', about, about_id, '{}');
  end $$;

  -- INV-33: that somebody was refused. Their transaction is gone, so their session is asked again who they are; nobody
  -- without a session can add here.
  create function audit.note_refusal(ticket text, of_action text, of_partnership text, request text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    s authz.session%rowtype;
  begin
    select * into s from authz.session where secret_digest = sha256(decode(ticket, 'hex'))
      and ended_at is null and expires_at > now() and seen_at + idle_for > now();
    if not found then
      return null;
    end if;
    return audit.append_for(array['', s.acting, s.authority_id, s.person_id::text, s.grant_id::text, s.id::text, of_action, request,
      s.office], coalesce(s.partnership_id, '*'), 'refused', 'partnership', left(of_partnership, 63), '{}');
  end $$;

  -- Takes away what an entry said in full, salt and all; done once, however often it is asked. The entry, its place and its hash stay, and another says who did it.
  create function audit.erase(of_chain text, at_position bigint, why text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    kept bigint;
  begin
    perform audit.must(authz.adds('audit.erase') in (of_chain, '*'));
    select d.erased_by into kept from audit_detail d where d.chain = of_chain and d.position = at_position for update;
    if not found or kept is not null then
      return kept;
    end if;
    kept := audit.append(of_chain, 'erased', 'audit_entry', at_position::text, jsonb_build_object('why', why)::text);
    update audit_detail d set salt = null, detail = null, erased_by = kept
      where d.chain = of_chain and d.position = at_position;
    return kept;
  end $$;

  -- A checkpoint that was signed outside: kept only if it vouches for what is there.
  create function audit.keep_checkpoint(of_chain text, of_size bigint, of_note text, of_key text, of_signature bytea)
  returns setof audit_checkpoint language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform audit.must(authz.adds('audit.sign') in (of_chain, '*'));
    return query insert into audit_checkpoint (chain, size, hash, note, key_id, signature)
      select e.chain, e.position, e.hash, of_note, of_key, of_signature from audit_entry e
      where e.chain = of_chain and e.position = of_size
        and strpos(of_note, format(E'\\nchain %s\\nsize %s\\nroot %s\\n', of_chain, of_size, encode(e.hash, 'hex'))) > 0
      on conflict do nothing returning *;
  end $$;

  -- What a partner signed to say that it has seen a checkpoint; the signature itself is checked before it comes here.
  create function audit.cosign(of_chain text, of_size bigint, by_authority text, of_key text, of_signature bytea)
  returns setof audit_cosignature language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform audit.must(authz.adds('audit.cosign') in (of_chain, '*') and authz.adds_for('audit.cosign') in (by_authority, '*'));
    return query insert into audit_cosignature (chain, size, authority_id, key_id, signature)
      values (of_chain, of_size, by_authority, of_key, of_signature) on conflict do nothing returning *;
  end $$;

  revoke all on function audit.must, audit.note_reading, audit.note_refusal, audit.erase, audit.keep_checkpoint, audit.cosign from public;
  grant execute on function audit.note_refusal to poolkeeper_access;
  grant execute on function audit.note_reading, audit.erase, audit.keep_checkpoint, audit.cosign to poolkeeper_api;`;

/** What may be done with the trail by whoever's context allows it; everything else about it is done by triggers. */
export async function auditVerbs(runner: QueryRunner): Promise<void> {
  await runner.query(verbs);
}
