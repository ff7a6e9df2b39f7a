import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { NewDraft } from '../../features/ledger/dto/draft.js';
import { ProposeEntry } from '../../features/ledger/propose-entry.js';
import { Acting } from '../../features/shared/acting.js';
import { Once } from '../../features/shared/once.js';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { isUuid, slugOrNotFound } from '../../platform/http/names.js';
import { field } from '../../platform/http/pages/forms.js';
import { Ids } from '../../platform/ids/ids.js';
import { asDrawn, keyOf } from '../shared/drawn.js';
import { dateParts, filled } from '../shared/filled.js';
import { putRight } from '../shared/put-right.js';
import { ownCouncil } from '../visitor/own-council.js';
import { DraftsScreen } from './drafts.screen.js';
import { readKind } from './kinds.js';
import { choosePage, proposePage, type Proposed, proposeSays } from './propose.view-model.js';
import { draftFields, draftIn } from './typed.js';

const newDraft = new BodyPipe(NewDraft);

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/drafts')
export class ProposePageController {
  constructor(
    private readonly screen: DraftsScreen,
    private readonly proposes: ProposeEntry,
    private readonly once: Once,
    private readonly ids: Ids,
  ) {}

  /** Which kind of thing; then the form for it. */
  @Get('new')
  @Does('ledger-draft.add')
  async form(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = slugOrNotFound(id);
    const kind = readKind(query['kind']);
    if (!kind) {
      const own = ownCouncil(request.visitor, 'ledger-draft.add') !== undefined;
      void reply.view('ledger-drafts/choose.njk', choosePage(await this.screen.place(context, place), own));
      return;
    }
    const typed = { values: filled(query, draftFields), errors: [] };
    await this.show(context, place, request, reply, {
      kind,
      typed,
      day: dateParts(query, 'effectiveOn'),
      key: this.ids.next(),
    });
  }

  @Post()
  @Does('ledger-draft.add')
  async propose(
    @Acting() acting: Context,
    @Param('partnership') id: string,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = slugOrNotFound(id);
    const [context, key, kind] = [within(acting, place), keyOf(form), asDrawn(readKind(field(form, 'kind')))];
    try {
      const body = await newDraft.transform(await this.withPartner(context, place, draftIn(form)));
      const { id: draft } = await this.once.create(context, { key, body, reply }, (inside) =>
        this.proposes.run(inside, place, body),
      );
      void reply.redirect(`/partnerships/${place}/ledger/drafts/${draft}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, proposeSays);
      const typed = { values: filled(form, draftFields), errors };
      await this.show(context, place, request, reply.status(status), {
        kind,
        typed,
        day: dateParts(form, 'effectiveOn'),
        key,
      });
    }
  }

  /** Whoever says which bill is paid has said whose. */
  private async withPartner(context: Context, place: string, given: Record<string, string>) {
    const { pays } = given;
    if (given['kind'] !== 'receipt' || !isUuid(pays)) return given;
    const bill = await this.screen.bill(context, place, pays);
    return bill ? { ...given, authority: bill.authority } : given;
  }

  private async show(context: Context, id: string, request: FastifyRequest, reply: FastifyReply, proposed: Proposed) {
    const place = await this.screen.place(context, id);
    const { reverses, pays } = proposed.typed.values;
    const offered = await this.screen.offered(context, id, {
      own: ownCouncil(request.visitor, 'ledger-draft.add'),
      reverses: isUuid(reverses) ? reverses : undefined,
      pays: proposed.kind === 'receipt' && isUuid(pays) ? pays : undefined,
    });
    void reply.view('ledger-drafts/propose.njk', proposePage(place, offered, proposed));
  }
}
