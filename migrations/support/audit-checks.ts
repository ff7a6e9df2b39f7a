import type { QueryRunner } from 'typeorm';

const checks = `
  -- INV-40: each chain's head is its last entry. Says only whose chain is at fault, so that it may be asked by anyone.
  create function audit.heads_at_fault() returns setof text stable language sql security definer
    set search_path = public, pg_temp
  begin atomic
    select h.chain from audit_head h left join audit_entry e on e.chain = h.chain and e.position = h.size
      where (h.size > 0 and (e.leaf is distinct from h.leaf or e.hash <> h.hash))
        or exists (select from audit_entry later where later.chain = h.chain and later.position > h.size)
    union all
    select distinct e.chain from audit_entry e where e.position = 1
      and not exists (select from audit_head h where h.chain = e.chain);
  end;

  -- The first position of a chain at which the stored trail is not as it must be, and why; none when it all holds.
  create function audit.first_fault(of_chain text) returns table (at_position bigint, why text) stable language sql
    set search_path = public, pg_temp
  begin atomic
    with walked as (
      select e.*, d.salt, d.detail, d.erased_by, row_number() over along as expected,
        lag(e.hash, 1, sha256('')) over along as previous, substr(e.leaf, length(e.leaf) - 31) as commitment,
        d.chain is null as undetailed
      from audit_entry e left join audit_detail d on d.chain = e.chain and d.position = e.position
      where e.chain = of_chain window along as (order by e.position)),
    judged as (
      select w.expected as at, case
        when w.position <> w.expected then 'an entry is missing or out of place'
        when sha256(w.leaf) <> w.hash then 'its hash is not that of its leaf'
        when audit.leaf(w.chain, w.position, w.previous, audit.moment(w.at), w.person::text, w.office, w.capacity, w.authority,
          w.action, w.event, w.subject, w.subject_id, w.request, w.commitment) <> w.leaf
          then 'its leaf does not say what its columns say, or does not follow from the entry before it'
        when w.undetailed then 'its detail is not there'
        when w.erased_by is null and audit.commitment(w.salt, w.detail) is distinct from w.commitment
          then 'its detail is not what was recorded'
        when w.erased_by <= count(*) over () and not exists (select from audit_entry by where by.chain = w.chain
          and by.position = w.erased_by and by.event = 'erased' and by.subject_id = w.position::text)
          then 'its detail is gone, and no entry says that it was erased'
        when exists (select from audit_checkpoint c where c.chain = w.chain and c.size = w.position and c.hash <> w.hash)
          then 'a checkpoint vouches for another history'
        end as why
      from walked w),
    ends as (
      select coalesce(max(e.position), 0) as last from audit_entry e where e.chain = of_chain),
    faults as (
      select at, why from judged where why is not null
      union all select least(h.size, ends.last) + 1, 'the head of the chain is not its last entry'
        from audit_head h, ends where h.chain = of_chain and h.size <> ends.last
      union all select ends.last + 1, 'an entry that erased a detail is not there'
        from ends where exists (select from audit_detail d where d.chain = of_chain and d.erased_by > ends.last)
      union all select ends.last + 1, 'a checkpoint vouches for entries that are not there'
        from ends where exists (select from audit_checkpoint c where c.chain = of_chain and c.size > ends.last))
    select at, why from faults order by at limit 1;
  end;

  revoke all on function audit.heads_at_fault(), audit.first_fault(text) from public;
  grant execute on function audit.heads_at_fault(), audit.first_fault(text) to poolkeeper_api;
  grant execute on function audit.leaf, audit.commitment, audit.moment, audit.field(text), audit.field(bytea) to poolkeeper_api;`;

/** The trail checked by the database itself: quickly at its ends for the ready check, or from its start. */
export async function auditChecks(runner: QueryRunner): Promise<void> {
  await runner.query(checks);
}
