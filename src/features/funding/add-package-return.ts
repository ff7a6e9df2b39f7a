import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { toPence } from '../shared/money.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { PackageReturn, NewPackageReturn } from './dto/package-return.js';
import { showPackageReturn } from './package-return.reader.js';
import { FundingStore } from './funding.store.js';

@Injectable()
export class AddPackageReturn {
  constructor(
    private readonly database: Database,
    private readonly funding: FundingStore,
    private readonly ids: Ids,
  ) {}

  /** Records how many live packages an authority has at one cost. */
  run(context: Context, partnership: string, given: NewPackageReturn, id = this.ids.next()): Promise<PackageReturn> {
    return this.database.write(within(context, partnership), async (session) =>
      showPackageReturn(
        await this.funding.addPackageReturn(session, {
          partnership_id: partnership,
          id,
          source_id: given.fundingSource,
          authority_id: given.authority,
          counted_on: given.countedOn,
          children: given.children,
          cost_each_pence: toPence(given.costEach),
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
