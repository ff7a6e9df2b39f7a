import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesAdd, DescribesDecision, DoesInPartnership } from '../shared/api.js';
import { IdempotencyKey, OptionalIdempotencyKey } from '../shared/idempotency-key.js';
import { Once } from '../shared/once.js';
import { DecideImport } from './decide-import.js';
import { Import, NewImportApproval, NewImportRejection, NewSubmission } from './dto/import.js';
import { ImportReader } from './import.reader.js';
import { SubmitImport } from './submit-import.js';

type Place = Record<'partnership' | 'id', string>;

const submitting =
  'Of contributions, receipts and spending: nothing is posted until somebody else approves it; where all rows together are above the threshold of the agreement, somebody of another authority.';

/** Maker and checker of files: whoever sent one submits it, and somebody else approves exactly the rows that were shown. */
@ApiTags('Imports')
@Controller('api/v1/partnerships/:partnership/imports/:id')
export class ImportDecisionsController {
  constructor(
    private readonly imports: ImportReader,
    private readonly submits: SubmitImport,
    private readonly decides: DecideImport,
    private readonly once: Once,
  ) {}

  @Post('submission')
  @DoesInPartnership('import.add')
  @DescribesAdd(NewSubmission, Import, 'Submit what was read for approval by somebody else', submitting)
  async submit(
    @Acting() context: Context,
    @Param() { partnership, id }: Place,
    @IdempotencyKey() key: string,
    @Body(new BodyPipe(NewSubmission)) { digest }: NewSubmission,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Import> {
    const place = slugOrNotFound(partnership);
    await this.submits.run(context, place, { id: uuidOrNotFound(id), digest, key, reply });
    void reply.header('location', `/api/v1/partnerships/${place}/imports/${id}`);
    return this.imports.find(context, place, id);
  }

  @Post('approvals')
  @HttpCode(200)
  @DoesInPartnership('import.decide')
  @DescribesDecision(
    NewImportApproval,
    Import,
    'Approve what was submitted, by the digest of exactly the rows that were shown: all of it is posted, or nothing',
  )
  approve(
    @Acting() context: Context,
    @Param() place: Place,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body(new BodyPipe(NewImportApproval)) given: NewImportApproval,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Import> {
    return this.decide(context, place, given, { key, reply });
  }

  @Post('rejections')
  @HttpCode(200)
  @DoesInPartnership('import.decide')
  @DescribesDecision(NewImportRejection, Import, 'Reject what was submitted, with the reason')
  reject(
    @Acting() context: Context,
    @Param() place: Place,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body(new BodyPipe(NewImportRejection)) given: NewImportRejection,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Import> {
    return this.decide(context, place, given, { key, reply });
  }

  private decide(
    context: Context,
    { partnership, id }: Place,
    given: NewImportApproval | NewImportRejection,
    asked: Record<'key', string | undefined> & Record<'reply', FastifyReply>,
  ): Promise<Import> {
    const [here, of] = [within(context, slugOrNotFound(partnership)), uuidOrNotFound(id)];
    return this.once.decide(here, { ...asked, body: { of, ...given } }, (inside) =>
      this.decides.run(inside, here.partnership, of, given),
    );
  }
}
