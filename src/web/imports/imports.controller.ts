import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { BeginImport } from '../../features/imports/begin-import.js';
import { ConfirmImport } from '../../features/imports/confirm-import.js';
import { kindNamed, nameOf } from '../../features/imports/sent.js';
import { SubmitImport } from '../../features/imports/submit-import.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { field } from '../../platform/http/pages/forms.js';
import { Upload } from '../../platform/http/upload.js';
import { Ids } from '../../platform/ids/ids.js';
import { blank } from '../shared/inputs.js';
import type { Link } from '../shared/page.js';
import { putRight } from '../shared/put-right.js';
import { ImportsScreen } from './imports.screen.js';
import { UnderWay } from './under-way.js';

type Place = Record<'partnership' | 'id', string>;

const noFile: Link = { text: 'Choose a CSV or XLSX file', href: '#file' };

@ApiExcludeController()
@Controller('partnerships/:partnership/imports')
export class ImportsPageController {
  constructor(
    private readonly screen: ImportsScreen,
    private readonly begins: BeginImport,
    private readonly submits: SubmitImport,
    private readonly confirms: ConfirmImport,
    private readonly underWay: UnderWay,
    private readonly ids: Ids,
  ) {}

  @Get()
  @Does('import.read')
  @Render('imports/imports.njk')
  show(@Acting() context: Context, @Param() { partnership }: Place): Promise<object> {
    return this.screen.form(context, slugOrNotFound(partnership));
  }

  @Get(':id')
  @Does('import.read')
  @Render('imports/import.njk')
  one(
    @Acting() context: Context,
    @Param() { partnership, id }: Place,
    @Req() { visitor }: FastifyRequest,
  ): Promise<object> {
    return this.screen.one(context, slugOrNotFound(partnership), uuidOrNotFound(id), visitor);
  }

  @Post()
  @Does('import.add')
  async add(
    @Acting() context: Context,
    @Param() { partnership }: Place,
    @Body() form: object,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = slugOrNotFound(partnership);
    const file: unknown = 'file' in form ? form.file : undefined;
    try {
      const id = await this.read(context, place, form, file, reply);
      if (id === undefined)
        void reply.status(422).view('imports/imports.njk', await this.screen.form(context, place, [noFile]));
      else void reply.redirect(`/partnerships/${place}/imports/${id}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, {});
      const atFile = errors.map(({ text }) => ({ text, href: '#file' }));
      void reply.status(status).view('imports/imports.njk', await this.screen.form(context, place, atFile));
    }
  }

  /** What was shown is to be added: at once, or once somebody else has approved it where it moves money. */
  @Post(':id')
  @Does('import.add')
  async send(
    @Acting() context: Context,
    @Param() { partnership, id }: Place,
    @Body() form: unknown,
    @Req() { visitor }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = slugOrNotFound(partnership);
    const asked = {
      ...{ id: uuidOrNotFound(id), digest: field(form, 'digest') },
      ...{ key: field(form, 'key') || this.ids.next(), reply },
    };
    try {
      const { needsApproval } = await this.screen.find(context, place, id);
      if (needsApproval) await this.submits.run(context, place, asked);
      else await this.underWay.wait(id, this.confirms.run(context, place, asked));
      void reply.redirect(`/partnerships/${place}/imports/${id}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, {});
      const typed = { ...blank, errors: errors.map(({ text }) => ({ text })) };
      void reply.status(status).view('imports/import.njk', await this.screen.one(context, place, id, visitor, typed));
    }
  }

  private async read(context: Context, place: string, form: object, file: unknown, reply: FastifyReply) {
    if (!(file instanceof Upload) || file.name === '') return undefined;
    const kind = kindNamed(this.begins.kinds, field(form, 'kind') || undefined);
    const sent = { kind, name: nameOf(file.name), content: file.content, key: this.ids.next(), reply };
    return this.begins.run(context, place, sent);
  }
}
