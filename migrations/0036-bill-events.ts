import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { billEventTables, billRules, noBillRules } from './support/bill-events.js';
import { guard } from './support/guard.js';
import { permit } from './support/permit.js';
import { keepForEver, provenance } from './support/record.js';

/**
 * What becomes of a bill: that it was invoiced, under which reference of the host's; that its partner disputes it, how that
 * was resolved; that its partner has defaulted, by which decision. Whether it is paid or late follows from what was posted
 * and the day, and is not kept.
 */
export class BillEvents1795305600036 implements MigrationInterface {
  readonly name = 'BillEvents1795305600036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger_bill_event (
        partnership_id slug not null,
        id uuid not null,
        bill_id uuid not null,
        number integer not null check (number > 0),
        kind text not null check (kind in ('invoiced', 'disputed', 'resolved', 'defaulted')),
        happened_on date not null,
        invoice words,
        host_ledger words,
        reason words,
        decision_id uuid,
        authority_id slug,
        acted_by uuid default authz.person(),
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, authority_id) references partnership_authority,
        constraint ledger_bill_event_of_a_bill foreign key (partnership_id, bill_id) references ledger_entry,
        constraint ledger_bill_event_number_once unique (partnership_id, bill_id, number),
        constraint ledger_bill_event_decision_is_there foreign key (partnership_id, decision_id) references decision,
        constraint ledger_bill_event_says_what_it_needs check (
          (kind = 'invoiced') = (invoice is not null) and (kind = 'invoiced' or host_ledger is null)
          and (kind in ('disputed', 'resolved')) = (reason is not null)
          and (kind <> 'defaulted' or decision_id is not null) and (kind in ('resolved', 'defaulted') or decision_id is null))
      );
      comment on column ledger_bill_event.authority_id is 'In whose name it was recorded';
      comment on column ledger_bill_event.host_ledger is 'Where the invoice stands in the host''s own ledger';
      create index ledger_entry_pays on ledger_entry (partnership_id, pays_id) where pays_id is not null;`);
    await billRules(runner);
    for (const guarded of billEventTables) {
      const { table } = guarded;
      await keepForEver(runner, table);
      await guard(runner, guarded);
      await runner.query(`
        create policy ${table}_now on ${table} as restrictive for insert to poolkeeper_api with check (recorded_at = now());
        create policy ${table}_by_whom on ${table} as restrictive for insert to poolkeeper_api
          with check (acted_by is not distinct from (select authz.person()));
        create policy ${table}_owner_reads on ${table} for select to poolkeeper_owner using (true);`);
      await audited(runner, table, { partnership: 'partnership_id' });
    }
    await runner.query(`
      revoke all on function ledger.days_to_pay, ledger.paid_for, ledger.turned, ledger.await_bill, ledger.may_say_of_bill,
        ledger.check_bill_event from public;
      grant execute on function ledger.days_to_pay, ledger.paid_for, ledger.turned to poolkeeper_api;`);
    await permit(
      runner,
      `finance-officer own ledger-bill-event.add
       finance-lead own ledger-bill-event.add
       demonstration everywhere ledger-bill-event.add`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from authz.permission where action = 'ledger-bill-event.add';
      drop index ledger_entry_pays;
      drop table ledger_bill_event cascade`);
    await noBillRules(runner);
  }
}
