import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { CommitmentReader, commitmentListing } from './commitment.reader.js';
import { Commitment, CommitmentRelease, NewCommitment, NewCommitmentRelease } from './dto/commitment.js';
import { PlaceOrder } from './place-order.js';
import { ReleaseOrder } from './release-order.js';
import { ReleaseReader, releaseListing } from './release.reader.js';

const record = { read: 'ledger.read', add: 'ledger-commitment.add' } as const;

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/commitments')
export class CommitmentsController extends RecordRoutes({
  record,
  add: NewCommitment,
  view: Commitment,
  listing: commitmentListing,
  one: 'an order placed against a budget line',
  many: 'orders placed against budget lines',
  says: 'What it comes to is committed until spending that names it (`pays`) is posted, wholly or in part, or it is let go.',
}) {
  constructor(
    protected readonly reader: CommitmentReader,
    protected readonly adds: PlaceOrder,
  ) {
    super();
  }
}

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/commitment-releases')
export class CommitmentReleasesController extends RecordRoutes({
  record,
  add: NewCommitmentRelease,
  view: CommitmentRelease,
  listing: releaseListing,
  one: 'what is let go of an order',
  many: 'what was let go of orders',
  says: 'All that is left of it, or a part, with the reason. No more than is left.',
}) {
  constructor(
    protected readonly reader: ReleaseReader,
    protected readonly adds: ReleaseOrder,
  ) {
    super();
  }
}
