import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Does } from '../../features/access/does.js';
import { BeginImport } from '../../features/imports/begin-import.js';
import { ConfirmImport } from '../../features/imports/confirm-import.js';
import { ImportReader } from '../../features/imports/import.reader.js';
import { kindNamed, nameOf } from '../../features/imports/sent.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { field } from '../../platform/http/pages/forms.js';
import { Upload } from '../../platform/http/upload.js';
import { Ids } from '../../platform/ids/ids.js';
import type { Link } from '../shared/page.js';
import { putRight } from '../shared/put-right.js';
import { importPage, importsPage } from './imports.view-model.js';

type Place = Record<'partnership' | 'id', string>;

const noFile: Link = { text: 'Choose a CSV or XLSX file', href: '#file' };

@ApiExcludeController()
@Controller('partnerships/:partnership/imports')
export class ImportsPageController {
  constructor(
    private readonly imports: ImportReader,
    private readonly begins: BeginImport,
    private readonly confirms: ConfirmImport,
    private readonly partnerships: PartnershipReader,
    private readonly ids: Ids,
  ) {}

  @Get()
  @Does('import.read')
  @Render('imports/imports.njk')
  show(@Acting() context: Context, @Param() { partnership }: Place): Promise<object> {
    return this.form(context, slugOrNotFound(partnership));
  }

  @Get(':id')
  @Does('import.read')
  @Render('imports/import.njk')
  one(@Acting() context: Context, @Param() { partnership, id }: Place): Promise<object> {
    return this.found(context, slugOrNotFound(partnership), uuidOrNotFound(id));
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
        void reply.status(422).view('imports/imports.njk', await this.form(context, place, [noFile]));
      else void reply.redirect(`/partnerships/${place}/imports/${id}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, {});
      const page = await this.form(
        context,
        place,
        errors.map(({ text }) => ({ text, href: '#file' })),
      );
      void reply.status(status).view('imports/imports.njk', page);
    }
  }

  @Post(':id')
  @Does('import.add')
  async confirm(
    @Acting() context: Context,
    @Param() { partnership, id }: Place,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = slugOrNotFound(partnership);
    const [digest, key] = [field(form, 'digest'), field(form, 'key') || this.ids.next()];
    try {
      await this.confirms.run(context, place, { id: uuidOrNotFound(id), digest, key, reply });
      void reply.redirect(`/partnerships/${place}/imports/${id}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, {});
      const page = await this.found(
        context,
        place,
        id,
        errors.map(({ text }) => ({ text })),
      );
      void reply.status(status).view('imports/import.njk', page);
    }
  }

  private async read(context: Context, place: string, form: object, file: unknown, reply: FastifyReply) {
    if (!(file instanceof Upload) || file.name === '') return undefined;
    const kind = kindNamed(this.begins.kinds, field(form, 'kind') || undefined);
    const sent = { kind, name: nameOf(file.name), content: file.content, key: this.ids.next(), reply };
    return this.begins.run(context, place, sent);
  }

  private async form(context: Context, place: string, errors: readonly Link[] = []): Promise<object> {
    const found = await this.imports.list(context, place, { limit: '50', sort: '-recordedOn' });
    return importsPage(await this.partnerships.findByName(context, place), found.items, errors);
  }

  private async found(context: Context, place: string, id: string, errors: readonly Link[] = []): Promise<object> {
    const found = await this.imports.find(context, place, id);
    return importPage(await this.partnerships.findByName(context, place), found, this.ids.next(), errors);
  }
}
