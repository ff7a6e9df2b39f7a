import type { QueryRunner } from 'typeorm';

const functions = `
  create schema audit;
  grant usage on schema audit to poolkeeper_api, poolkeeper_access;

  -- A field: its length in four bytes, then its bytes. Nothing at all is a length of -1, so it is never empty text.
  create function audit.field(said text) returns bytea stable language sql
    return coalesce(int4send(octet_length(convert_to(said, 'UTF8'))) || convert_to(said, 'UTF8'), '\\xffffffff'::bytea);
  create function audit.field(said bytea) returns bytea immutable language sql
    return coalesce(int4send(octet_length(said)) || said, '\\xffffffff'::bytea);

  -- The exact bytes that are hashed. verify-evidence.mjs says the same in JavaScript, and golden vectors hold both to it.
  create function audit.leaf(chain text, at_position bigint, previous bytea, at text, person text, office text,
    capacity text, authority text, action text, event text, subject text, subject_id text, request text, commitment bytea)
  returns bytea stable language sql
    return '\\x00000016706f6f6c6b656570657220617564697420656e7472790000000131'::bytea
      || audit.field(chain) || audit.field(at_position::text) || audit.field(previous) || audit.field(at)
      || audit.field(person) || audit.field(office) || audit.field(capacity) || audit.field(authority)
      || audit.field(action) || audit.field(event) || audit.field(subject) || audit.field(subject_id)
      || audit.field(request) || audit.field(commitment);

  create function audit.commitment(salt bytea, detail text) returns bytea stable language sql
    return sha256(audit.field('poolkeeper audit detail'::text) || audit.field('1'::text)
      || audit.field(salt) || audit.field(detail));

  create function audit.moment(at timestamptz) returns text stable language sql
    return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

  -- For the functions of the owner alone: an entry about whoever these fields of a context name.
  create function audit.append_for(fields text[], of_chain text, happened text, about text, about_id text, what text)
  returns bigint language plpgsql set search_path = public, pg_temp as $$
  declare
    moment constant text := audit.moment(now());
    who constant text := nullif(fields[4], '');
    office constant text := nullif(fields[9], '');
    capacity constant text := nullif(fields[2], '');
    authority constant text := nullif(fields[3], '');
    action constant text := nullif(fields[7], '');
    request constant text := nullif(fields[8], '');
    salt constant bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    commitment constant bytea := audit.commitment(salt, what);
    kept bigint;
  begin
    loop
      with head as (
        update audit_head h set size = h.size + 1, leaf = audit.leaf(h.chain, h.size + 1, h.hash, moment,
          who, office, capacity, authority, action, happened, about, about_id, request, commitment)
        where h.chain = of_chain returning h.size, h.leaf, h.hash),
      entry as (
        insert into audit_entry select of_chain, size, leaf, hash, now(), who::uuid, office, capacity, authority, action,
          happened, about, about_id, request from head)
      insert into audit_detail (chain, position, salt, detail) select of_chain, size, salt, what from head
        returning position into kept;
      exit when kept is not null;
      insert into audit_head (chain) values (of_chain) on conflict do nothing;
    end loop;
    return kept;
  end $$;

  -- About whoever the transaction's own context names; it is read once, because each reading checks its signature.
  create function audit.append(of_chain text, happened text, about text, about_id text, what text) returns bigint
    volatile language sql
    return audit.append_for(string_to_array(authz.fields(), chr(31)), of_chain, happened, about, about_id, what);

  revoke all on all functions in schema audit from public;`;

/**
 * How an entry is encoded, and how it joins its chain. One statement locks the chain's head, works out the entry and stores
 * it: whoever else adds to that chain waits for the end of the transaction, so positions have no gaps and follow commits.
 */
export async function chainFunctions(runner: QueryRunner): Promise<void> {
  await runner.query(functions);
}
