import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { NewParticipation, Participation } from './dto/participation.js';
import { ParticipationReader } from './participation.reader.js';
import { PartnershipStore } from './partnership.store.js';

@Injectable()
export class AddParticipation {
  constructor(
    private readonly database: Database,
    private readonly partnerships: PartnershipStore,
    private readonly participations: ParticipationReader,
    private readonly ids: Ids,
  ) {}

  /** Records in which role an authority takes part, from when until when. */
  run(context: Context, partnership: string, given: NewParticipation, id = this.ids.next()): Promise<Participation> {
    return this.database.write(within(context, partnership), async (session) => {
      await this.partnerships.addParticipation(session, {
        partnership_id: partnership,
        id,
        authority_id: given.authority,
        role: given.role,
        starts_on: given.from,
        ends_before: given.until ?? null,
        ...provenanceColumns(given),
      });
      return this.participations.findIn(session, [partnership, id]);
    });
  }
}
