import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import { showDecision } from './decision.reader.js';
import { DecisionStore } from './decision.store.js';
import type { Decision, NewDecision } from './dto/decision.js';

@Injectable()
export class AddDecision {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionStore,
    private readonly ids: Ids,
  ) {}

  /** Records what a council or a board resolved. What changes its mind is a later decision. */
  run(context: Context, partnership: string, given: NewDecision, id = this.ids.next()): Promise<Decision> {
    return this.database.write(within(context, partnership), async (session) =>
      showDecision(
        await this.decisions.addDecision(session, {
          partnership_id: partnership,
          id,
          authority_id: given.authority ?? null,
          body: given.body,
          reference: given.reference,
          taken_on: given.takenOn,
          outcome: given.outcome,
          approves: given.approves,
          title: given.title,
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
