import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { DecideDraft } from '../../features/ledger/decide-draft.js';
import { NewDraftApproval, NewDraftRejection } from '../../features/ledger/dto/draft.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { filled } from '../shared/filled.js';
import { putRight } from '../shared/put-right.js';
import { decideSays, draftPage, lookerOf } from './draft.view-model.js';
import { DraftsScreen } from './drafts.screen.js';

const approval = new BodyPipe(NewDraftApproval);
const rejection = new BodyPipe(NewDraftRejection);

type Place = Record<'partnership' | 'id', string>;

/** What a rejection says of where it comes from: there is no document but the page itself. */
const onThePage = 'Said on the page of what was proposed';

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/drafts/:id')
export class DecideDraftPageController {
  constructor(
    private readonly screen: DraftsScreen,
    private readonly decides: DecideDraft,
  ) {}

  @Post('approvals')
  @Does('ledger-draft.decide')
  async approve(
    @Acting() context: Context,
    @Param() place: Place,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decide(context, place, form, request, reply, async ({ partnership, id }) => {
      await this.decides.run(context, partnership, id, await approval.transform(filled(form, ['digest', 'source'])));
    });
  }

  @Post('rejections')
  @Does('ledger-draft.decide')
  async reject(
    @Acting() context: Context,
    @Param() place: Place,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decide(context, place, form, request, reply, async ({ partnership, id }) => {
      const given = await rejection.transform({ ...filled(form, ['digest', 'reason']), source: onThePage });
      await this.decides.run(context, partnership, id, given);
    });
  }

  /** Decides and shows what became of it; or shows it as it stands now, with what has to be put right. */
  private async decide(
    context: Context,
    { partnership, id }: Place,
    form: unknown,
    { visitor }: FastifyRequest,
    reply: FastifyReply,
    work: (place: Place) => Promise<void>,
  ): Promise<void> {
    const at = { partnership: slugOrNotFound(partnership), id: uuidOrNotFound(id) };
    try {
      await work(at);
      void reply.redirect(`/partnerships/${at.partnership}/ledger/drafts/${at.id}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, decideSays);
      const place = await this.screen.place(context, at.partnership);
      const draft = await this.screen.one(context, at.partnership, at.id);
      const entered = await this.screen.entered(context, at.partnership, at.id, visitor);
      const typed = { values: filled(form, ['source', 'reason']), errors };
      void reply
        .status(status)
        .view('ledger-drafts/draft.njk', draftPage(place, draft, lookerOf(visitor, entered), typed));
    }
  }
}
