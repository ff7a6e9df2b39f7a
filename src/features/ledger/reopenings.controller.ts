import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesChange, DoesInPartnership } from '../shared/api.js';
import { RecordRoutes } from '../shared/record-routes.js';
import { AskReopening } from './ask-reopening.js';
import { DecideReopening } from './decide-reopening.js';
import { LedgerReopening, NewReopening, NewReopeningApproval, NewReopeningRejection } from './dto/reopening.js';
import { ReopeningReader, reopeningListing } from './reopening.reader.js';

type Place = Record<'partnership' | 'id', string>;

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/reopenings')
export class ReopeningsController extends RecordRoutes({
  record: { read: 'ledger.read', add: 'ledger-reopening.add' },
  add: NewReopening,
  view: LedgerReopening,
  listing: reopeningListing,
  one: 'a request to open a month of the ledger again',
  many: 'the requests to open a month of the ledger again',
  says: 'The month stays closed until somebody else, of another council, approves.',
}) {
  constructor(
    protected readonly reader: ReopeningReader,
    protected readonly adds: AskReopening,
    private readonly decides: DecideReopening,
  ) {
    super();
  }

  @Post(':id/approvals')
  @HttpCode(200)
  @DoesInPartnership('ledger-reopening.decide')
  @DescribesChange(NewReopeningApproval, LedgerReopening, 'Open the month again, as another council asked')
  approve(
    @Acting() context: Context,
    @Param() { partnership, id }: Place,
    @Body(new BodyPipe(NewReopeningApproval)) given: NewReopeningApproval,
  ): Promise<LedgerReopening> {
    return this.decides.run(context, slugOrNotFound(partnership), uuidOrNotFound(id), given);
  }

  @Post(':id/rejections')
  @HttpCode(200)
  @DoesInPartnership('ledger-reopening.decide')
  @DescribesChange(NewReopeningRejection, LedgerReopening, 'Leave the month closed, with the reason')
  reject(
    @Acting() context: Context,
    @Param() { partnership, id }: Place,
    @Body(new BodyPipe(NewReopeningRejection)) given: NewReopeningRejection,
  ): Promise<LedgerReopening> {
    return this.decides.run(context, slugOrNotFound(partnership), uuidOrNotFound(id), given);
  }
}
