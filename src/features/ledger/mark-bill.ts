import { Injectable } from '@nestjs/common';
import { type BillEventKind } from '../../engine/ledger/bills/standing.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import { BillReader } from './bill.reader.js';
import { BillStore } from './bill.store.js';
import { whoActs } from './decide-draft.js';
import type { LedgerBillWithHistory, NewDefault, NewDispute, NewInvoice, NewResolution } from './dto/bill.js';

/** What can be recorded of a bill, by what it is called. A kind without its words does not compile. */
interface Marks extends Readonly<Record<BillEventKind, object>> {
  readonly invoiced: NewInvoice;
  readonly disputed: NewDispute;
  readonly resolved: NewResolution;
  readonly defaulted: NewDefault;
}

@Injectable()
export class MarkBill {
  constructor(
    private readonly database: Database,
    private readonly store: BillStore,
    private readonly bills: BillReader,
    private readonly ids: Ids,
  ) {}

  /** Records what happened to a bill. That it can happen to one that stands there, and who may say so, the database holds. */
  run<K extends BillEventKind>(
    context: Context,
    [partnership, bill]: readonly [string, string],
    kind: K,
    given: Marks[K],
  ): Promise<LedgerBillWithHistory> {
    const said: Partial<NewInvoice & NewDispute & NewResolution> & Pick<NewInvoice, 'happenedOn' | 'source'> = given;
    return this.database.write(within(context, partnership), async (session) => {
      await this.bills.findIn(session, [partnership, bill]);
      await this.store.addEvent(session, {
        ...{ partnership_id: partnership, id: this.ids.next(), bill_id: bill, kind, happened_on: said.happenedOn },
        ...{ invoice: said.invoice ?? null, host_ledger: said.hostLedger ?? null },
        ...{ reason: said.reason ?? null, decision_id: said.decision ?? null },
        authority_id: await whoActs(session),
        ...provenanceColumns(said),
      });
      return this.bills.findIn(session, [partnership, bill]);
    });
  }
}
