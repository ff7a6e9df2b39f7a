import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { DecideImport } from '../../features/imports/decide-import.js';
import { NewImportApproval, NewImportRejection } from '../../features/imports/dto/import.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { filled } from '../shared/filled.js';
import { putRight } from '../shared/put-right.js';
import { decideSays } from './import.view-model.js';
import { ImportsScreen } from './imports.screen.js';
import { UnderWay } from './under-way.js';

const approval = new BodyPipe(NewImportApproval);
const rejection = new BodyPipe(NewImportRejection);

type Place = Record<'partnership' | 'id', string>;

/** What a rejection says of where it comes from: there is no document but the page itself. */
const onThePage = 'Said on the page of the file';

@ApiExcludeController()
@Controller('partnerships/:partnership/imports/:id')
export class DecideImportPageController {
  constructor(
    private readonly screen: ImportsScreen,
    private readonly decides: DecideImport,
    private readonly underWay: UnderWay,
  ) {}

  @Post('approvals')
  @Does('import.decide')
  async approve(
    @Acting() context: Context,
    @Param() place: Place,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decide(context, place, form, request, reply, async ({ partnership, id }) => {
      const given = await approval.transform(filled(form, ['digest', 'source']));
      await this.underWay.wait(id, this.decides.run(context, partnership, id, given));
    });
  }

  @Post('rejections')
  @Does('import.decide')
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

  /** Decides and shows what becomes of it; or shows it as it stands now, with what has to be put right. */
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
      void reply.redirect(`/partnerships/${at.partnership}/imports/${at.id}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, decideSays);
      const typed = { values: filled(form, ['source', 'reason']), errors };
      const page = await this.screen.one(context, at.partnership, at.id, visitor, typed);
      void reply.status(status).view('imports/import.njk', page);
    }
  }
}
