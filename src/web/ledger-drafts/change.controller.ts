import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Does } from '../../features/access/does.js';
import { ChangeDraft } from '../../features/ledger/change-draft.js';
import { NewDraftVersion } from '../../features/ledger/dto/draft.js';
import { Once } from '../../features/shared/once.js';
import { Acting } from '../../features/shared/acting.js';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { isUuid, slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { notFound } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { keyOf } from '../shared/drawn.js';
import { dateParts, filled } from '../shared/filled.js';
import { blank, type Typed } from '../shared/inputs.js';
import { putRight } from '../shared/put-right.js';
import { readKind } from './kinds.js';
import { DraftsScreen } from './drafts.screen.js';
import { proposePage, proposeSays } from './propose.view-model.js';
import { draftFields, draftIn, versionFields } from './typed.js';

const newVersion = new BodyPipe(NewDraftVersion);

type Place = Record<'partnership' | 'id', string>;

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/drafts/:id')
export class ChangeDraftPageController {
  constructor(
    private readonly screen: DraftsScreen,
    private readonly changes: ChangeDraft,
    private readonly once: Once,
    private readonly ids: Ids,
  ) {}

  @Get('change')
  @Does('ledger-draft.add')
  async form(@Acting() context: Context, @Param() place: Place, @Res() reply: FastifyReply): Promise<void> {
    const draft = await this.screen.one(context, slugOrNotFound(place.partnership), uuidOrNotFound(place.id));
    const said = Object.entries({ ...draft }).flatMap(([name, value]: [string, unknown]) =>
      draftFields.includes(name) && typeof value === 'string' ? [[name, value] as const] : [],
    );
    const [year = '', month = '', day = ''] = draft.effectiveOn.split('-').map((part) => part.replace(/^0/, ''));
    await this.show(context, place, reply, { ...blank, values: Object.fromEntries(said) }, { day, month, year });
  }

  @Post('versions')
  @Does('ledger-draft.add')
  async change(
    @Acting() context: Context,
    @Param() place: Place,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [partnership, id] = [slugOrNotFound(place.partnership), uuidOrNotFound(place.id)];
    const [here, key] = [within(context, partnership), keyOf(form)];
    try {
      const body = await newVersion.transform(draftIn(form, versionFields));
      await this.once.create(here, { key, body: { draft: id, ...body }, reply }, (inside) =>
        this.changes.run(inside, partnership, id, body),
      );
      void reply.redirect(`/partnerships/${partnership}/ledger/drafts/${id}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, proposeSays);
      const typed = { values: filled(form, draftFields), errors };
      await this.show(context, place, reply.status(status), typed, dateParts(form, 'effectiveOn'));
    }
  }

  private async show(
    context: Context,
    { partnership, id }: Place,
    reply: FastifyReply,
    typed: Typed,
    day: ReturnType<typeof dateParts>,
  ): Promise<void> {
    const place = await this.screen.place(context, partnership);
    const { kind: drafted, authority, reverses } = await this.screen.one(context, partnership, id);
    const kind = readKind(drafted);
    if (!kind) throw notFound();
    const { pays } = typed.values;
    const offered = await this.screen.offered(context, partnership, {
      ...{ own: authority ?? undefined, reverses: reverses ?? undefined },
      pays: kind === 'receipt' && isUuid(pays) ? pays : undefined,
    });
    const page = proposePage(place, offered, { kind, typed, day, key: this.ids.next(), changes: id });
    void reply.view('ledger-drafts/propose.njk', page);
  }
}
