import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import { showAgreement } from './agreement.reader.js';
import { AgreementStore } from './agreement.store.js';
import type { Agreement, NewAgreement } from './dto/agreement.js';

@Injectable()
export class AddAgreement {
  constructor(
    private readonly database: Database,
    private readonly agreements: AgreementStore,
    private readonly ids: Ids,
  ) {}

  /** Records an agreement; its formula and its schedule come with its versions. */
  run(context: Context, partnership: string, given: NewAgreement, id = this.ids.next()): Promise<Agreement> {
    return this.database.write(within(context, partnership), async (session) =>
      showAgreement(
        await this.agreements.addAgreement(session, {
          partnership_id: partnership,
          id,
          title: given.title,
          starts_on: given.from,
          ends_before: given.until ?? null,
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
