import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesDecision, DoesInPartnership } from '../shared/api.js';
import { OptionalIdempotencyKey } from '../shared/idempotency-key.js';
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
  @DescribesDecision(NewReopeningApproval, LedgerReopening, 'Open the month again, as another council asked')
  approve(
    @Acting() context: Context,
    @Param() place: Place,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body(new BodyPipe(NewReopeningApproval)) given: NewReopeningApproval,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LedgerReopening> {
    return this.decide(context, place, given, { key, reply });
  }

  @Post(':id/rejections')
  @HttpCode(200)
  @DoesInPartnership('ledger-reopening.decide')
  @DescribesDecision(NewReopeningRejection, LedgerReopening, 'Leave the month closed, with the reason')
  reject(
    @Acting() context: Context,
    @Param() place: Place,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body(new BodyPipe(NewReopeningRejection)) given: NewReopeningRejection,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LedgerReopening> {
    return this.decide(context, place, given, { key, reply });
  }

  private decide(
    context: Context,
    { partnership, id }: Place,
    given: NewReopeningApproval | NewReopeningRejection,
    asked: Record<'key', string | undefined> & Record<'reply', FastifyReply>,
  ): Promise<LedgerReopening> {
    const [here, of] = [within(context, slugOrNotFound(partnership)), uuidOrNotFound(id)];
    return this.once.decide(here, { ...asked, body: { of, ...given } }, (inside) =>
      this.decides.run(inside, here.partnership, of, given),
    );
  }
}
