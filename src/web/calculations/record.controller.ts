import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Does } from '../../features/access/does.js';
import { NewCalculation } from '../../features/calculations/dto/calculation.js';
import { RecordCalculation } from '../../features/calculations/record-calculation.js';
import { TryCalculation } from '../../features/calculations/try-calculation.js';
import { Acting } from '../../features/shared/acting.js';
import { Once } from '../../features/shared/once.js';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { field } from '../../platform/http/pages/forms.js';
import { Ids } from '../../platform/ids/ids.js';
import { asDrawn, keyOf } from '../shared/drawn.js';
import { filled } from '../shared/filled.js';
import { blank } from '../shared/inputs.js';
import { formOf, type FormKind, readFormKind } from './record-kinds.js';
import { RecordCalculationScreen } from './record.screen.js';
import { documentOf, putRightOf, typedFields, unchosen } from './record-typed.js';
import { type Asking, chooseKindPage, recordPage } from './record.view-model.js';

const newCalculation = new BodyPipe(NewCalculation);

/** What a trial says of why: it is not kept. */
const onlyTried = { why: 'Only tried', source: 'Only tried' };

@ApiExcludeController()
@Controller('partnerships/:partnership/calculations')
export class RecordCalculationPageController {
  constructor(
    private readonly screen: RecordCalculationScreen,
    private readonly tries: TryCalculation,
    private readonly records: RecordCalculation,
    private readonly once: Once,
    private readonly ids: Ids,
  ) {}

  /** What can be worked out; then the form for it. */
  @Get('new')
  @Does('calculation.add')
  async form(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query('kind') named: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [place, kind] = [slugOrNotFound(id), readFormKind(named)];
    if (kind) return this.show(context, place, reply, { kind, typed: blank, key: this.ids.next() });
    void reply.view('calculations/choose.njk', chooseKindPage(await this.screen.place(context, place)));
  }

  /** Works it out and shows the answer; keeps nothing. */
  @Post('new')
  @Does('calculation.add')
  async work(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(context, slugOrNotFound(id), form, reply);
  }

  @Post()
  @Does('calculation.add')
  async record(
    @Acting() acting: Context,
    @Param('partnership') id: string,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = slugOrNotFound(id);
    const [context, { kind, key }] = [within(acting, place), drawn(form)];
    const given = filled(form, typedFields);
    try {
      const { why, source } = given;
      const document = documentOf(kind, given, await this.screen.names(context, place, kind));
      const body = await newCalculation.transform({ kind, document, why, source });
      const { id: made } = await this.once.create(context, { key, body, reply }, (inside) =>
        this.records.run(inside, place, body),
      );
      void reply.redirect(`/partnerships/${place}/calculations/${made}`, 303);
    } catch (thrown) {
      await this.answer(context, place, form, reply, putRightOf(thrown));
    }
  }

  /** The answer, where there is one, and what has to be put right. */
  private async answer(
    context: Context,
    place: string,
    form: unknown,
    reply: FastifyReply,
    wrong: ReturnType<typeof putRightOf> = { status: 200, errors: [] },
  ): Promise<void> {
    const { kind, key } = drawn(form);
    const values = filled(form, typedFields);
    const missing = unchosen(values, formOf(kind).asks);
    const asking = (errors: Asking['typed']['errors']): Asking => ({ kind, key, typed: { values, errors } });
    if (missing.length > 0) return this.show(context, place, reply.status(422), asking(missing));
    try {
      const document = documentOf(kind, values, await this.screen.names(context, place, kind));
      const given = { kind, document, ...onlyTried };
      const tried = await this.tries.run(context, place, await newCalculation.transform(given));
      await this.show(context, place, reply.status(wrong.status), { ...asking(wrong.errors), tried });
    } catch (thrown) {
      const { status, errors } = putRightOf(thrown);
      await this.show(context, place, reply.status(status), asking(errors));
    }
  }

  private async show(context: Context, id: string, reply: FastifyReply, asking: Asking): Promise<void> {
    const place = await this.screen.place(context, id);
    void reply.view('calculations/record.njk', recordPage(place, await this.screen.stored(context, id), asking));
  }
}

/** What this server put into the form. */
function drawn(form: unknown): { readonly kind: FormKind; readonly key: string } {
  return { kind: asDrawn(readFormKind(field(form, 'kind'))), key: keyOf(form) };
}
