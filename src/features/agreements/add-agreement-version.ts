import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import { AgreementVersionReader } from './agreement-version.reader.js';
import { AgreementStore } from './agreement.store.js';
import { checkVersion } from './check-version.js';
import { mustTakePart } from './must-take-part.js';
import type { AgreementVersion, NewAgreementVersion } from './dto/agreement-version.js';

@Injectable()
export class AddAgreementVersion {
  constructor(
    private readonly database: Database,
    private readonly agreements: AgreementStore,
    private readonly versions: AgreementVersionReader,
    private readonly ids: Ids,
  ) {}

  /**
   * Records a version with its funding schedule and its ladders, which must calculate, share among those who take part, and
   * rest on an approved decision. It comes into force by the days it gives; earlier versions give way only where it names them.
   */
  run(
    context: Context,
    partnership: string,
    given: NewAgreementVersion,
    id = this.ids.next(),
  ): Promise<AgreementVersion> {
    return this.database.write(within(context, partnership), async (session) => {
      const { digest, document, thresholds } = checkVersion(given);
      await mustTakePart(session, partnership, document);
      await this.agreements.addVersion(session, {
        partnership_id: partnership,
        id,
        agreement_id: given.agreement,
        starts_on: given.from,
        ends_before: given.until ?? null,
        supersedes: given.supersedes ?? [],
        decision_id: given.decision,
        clause: given.clause ?? null,
        schedule: JSON.stringify(given.schedule),
        schedule_digest: digest,
        thresholds: JSON.stringify(thresholds),
        ladders: given.ladders ? JSON.stringify(given.ladders) : null,
        instalments: given.instalments ? JSON.stringify(given.instalments) : null,
        ...provenanceColumns(given),
      });
      return this.versions.findIn(session, [partnership, id]);
    });
  }
}
