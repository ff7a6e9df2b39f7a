import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { NewPartnership, Partnership } from './dto/partnership.js';
import { showPartnership } from './partnership.reader.js';
import { PartnershipStore } from './partnership.store.js';

@Injectable()
export class AddPartnership {
  constructor(
    private readonly database: Database,
    private readonly partnerships: PartnershipStore,
  ) {}

  /** Records a partnership, acting within it from the start: row-level security lets in only its own rows. */
  run(context: Context, given: NewPartnership): Promise<Partnership> {
    return this.database.write(within(context, given.id), async (session) =>
      showPartnership(
        await this.partnerships.addPartnership(session, {
          id: given.id,
          name: given.name,
          delivery_model: given.deliveryModel,
          about: given.about,
          live_on: given.liveOn ?? null,
          fully_operational_on: given.fullyOperationalOn ?? null,
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
