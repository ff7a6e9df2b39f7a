import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesDecision, DescribesVersion, DoesInPartnership } from '../shared/api.js';
import { OptionalIdempotencyKey } from '../shared/idempotency-key.js';
import { RecordRoutes } from '../shared/record-routes.js';
import { ChangeDraft } from './change-draft.js';
import { DecideDraft } from './decide-draft.js';
import { DraftReader, draftListing } from './draft.reader.js';
import { LedgerDraft, NewDraft, NewDraftApproval, NewDraftRejection, NewDraftVersion } from './dto/draft.js';
import { ProposeEntry } from './propose-entry.js';

type Place = Record<'partnership' | 'id', string>;

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/drafts')
export class DraftsController extends RecordRoutes({
  record: 'ledger-draft',
  add: NewDraft,
  view: LedgerDraft,
  listing: draftListing,
  one: 'a proposed entry of the ledger',
  many: 'the proposed entries of the ledger',
  says: 'Nothing is posted until somebody else approves it; above the threshold of the agreement, somebody of another authority.',
}) {
  constructor(
    protected readonly reader: DraftReader,
    protected readonly adds: ProposeEntry,
    private readonly changes: ChangeDraft,
    private readonly decides: DecideDraft,
  ) {
    super();
  }

  @Post(':id/versions')
  @HttpCode(200)
  @DoesInPartnership('ledger-draft.add')
  @DescribesVersion(NewDraftVersion, LedgerDraft, 'Change what is proposed: a new version, those before it stay')
  change(
    @Acting() context: Context,
    @Param() place: Place,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body(new BodyPipe(NewDraftVersion)) given: NewDraftVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LedgerDraft> {
    return this.sent(context, place, given, { key, reply }, this.changes);
  }

  @Post(':id/approvals')
  @HttpCode(200)
  @DoesInPartnership('ledger-draft.decide')
  @DescribesDecision(NewDraftApproval, LedgerDraft, 'Approve what was read, by its digest: exactly that is posted')
  approve(
    @Acting() context: Context,
    @Param() place: Place,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body(new BodyPipe(NewDraftApproval)) given: NewDraftApproval,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LedgerDraft> {
    return this.sent(context, place, given, { key, reply }, this.decides);
  }

  @Post(':id/rejections')
  @HttpCode(200)
  @DoesInPartnership('ledger-draft.decide')
  @DescribesDecision(NewDraftRejection, LedgerDraft, 'Reject what was read, by its digest, with the reason')
  reject(
    @Acting() context: Context,
    @Param() place: Place,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body(new BodyPipe(NewDraftRejection)) given: NewDraftRejection,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LedgerDraft> {
    return this.sent(context, place, given, { key, reply }, this.decides);
  }

  /** Done once for each key, where one is sent. */
  private sent<G extends object>(
    context: Context,
    { partnership, id }: Place,
    given: G,
    asked: Record<'key', string | undefined> & Record<'reply', FastifyReply>,
    does: { run(context: Context, partnership: string, draft: string, given: G): Promise<LedgerDraft> },
  ): Promise<LedgerDraft> {
    const [here, of] = [within(context, slugOrNotFound(partnership)), uuidOrNotFound(id)];
    return this.once.decide(here, { ...asked, body: { of, ...given } }, (inside) =>
      does.run(inside, here.partnership, of, given),
    );
  }
}
