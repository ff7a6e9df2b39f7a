import { Injectable } from '@nestjs/common';
import { readBudgetLines } from '../../engine/ledger/budget/read-budget.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { orRefuse } from '../shared/or-refuse.js';
import { provenanceColumns } from '../shared/provenance.js';
import { showBudget } from './budget.reader.js';
import { BudgetStore } from './budget.store.js';
import type { Budget, NewBudget } from './dto/budget.js';
import { toStored } from './stored-rows.js';

@Injectable()
export class RecordBudget {
  constructor(
    private readonly database: Database,
    private readonly store: BudgetStore,
    private readonly ids: Ids,
  ) {}

  /** Records what lines may spend from a day on. That a virement leaves their sum as it was, the database holds. */
  run(context: Context, partnership: string, given: NewBudget, id = this.ids.next()): Promise<Budget> {
    const lines = orRefuse(readBudgetLines(given.lines), '/lines');
    return this.database.write(within(context, partnership), async (session) =>
      showBudget(
        await this.store.addBudget(session, {
          ...{ partnership_id: partnership, id, fund: given.fund ?? 'pool', financial_year: given.financialYear },
          ...{ kind: given.kind, starts_on: given.from, decision_id: given.decision, why: given.why ?? null },
          lines: toStored(lines),
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
