import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Refused } from '../../platform/http/problem.js';
import { Upload } from '../../platform/http/upload.js';
import { Acting } from '../shared/acting.js';
import {
  DescribesAdd,
  DescribesFile,
  DescribesList,
  DescribesOne,
  DescribesUpload,
  DoesInPartnership,
} from '../shared/api.js';
import { importKindNames } from '../shared/import-kind.js';
import { IdempotencyKey } from '../shared/idempotency-key.js';
import type { Listed } from '../shared/record-kind.js';
import { type SheetForm, sheetFile, sheetTypes } from '../shared/export-records.js';
import { BeginImport } from './begin-import.js';
import { ConfirmImport } from './confirm-import.js';
import { Import, NewConfirmation } from './dto/import.js';
import { ImportReader, importListing } from './import.reader.js';
import { kindNamed, nameOf } from './sent.js';
import { templateOf } from './template.js';

type Place = Record<'partnership' | 'id', string>;
type Asked = Record<string, unknown>;

const Kind = () =>
  ApiQuery({
    ...{ name: 'kind', required: false, description: 'What its rows are' },
    schema: { type: 'string', enum: [...importKindNames], default: 'contributions' },
  });
const FileName = () =>
  ApiQuery({
    name: 'name',
    required: false,
    description: 'What the file is called',
    schema: { type: 'string', maxLength: 120 },
  });
const example =
  'authority,dueOn,amount,what,source\ndorset,2026-07-01,215629.25,"Quarterly instalment, 2 of 4",Finance report\n';
const says =
  'The file itself is the body, 16 MB and 100,000 rows at most. Nothing is added yet: the answer shows what would be, or every fault by its cell. A long file is still being read when this answers; ask for it again.';

@ApiTags('Imports')
@Controller('api/v1/partnerships/:partnership/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportReader,
    private readonly begins: BeginImport,
    private readonly confirms: ConfirmImport,
  ) {}

  @Get()
  @DoesInPartnership('import.read')
  @DescribesList(Import, importListing, 'List what was read from files')
  list(@Acting() context: Context, @Param() { partnership }: Place, @Query() query: Asked): Promise<Listed<Import>> {
    return this.imports.list(context, slugOrNotFound(partnership), query);
  }

  @Get('template.csv')
  @DoesInPartnership('import.read')
  @Kind()
  @DescribesFile('text/csv', 'A CSV to fill in', 'Headings, what each takes, and a row marked as an example.')
  csv(
    @Acting() context: Context,
    @Param() place: Place,
    @Query() query: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.template(context, place, query, 'csv', reply);
  }

  @Get('template.xlsx')
  @DoesInPartnership('import.read')
  @Kind()
  @DescribesFile(sheetTypes.xlsx, 'A workbook to fill in', 'Headings, what each takes, and a row marked as an example.')
  xlsx(
    @Acting() context: Context,
    @Param() place: Place,
    @Query() query: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.template(context, place, query, 'xlsx', reply);
  }

  @Get(':id')
  @DoesInPartnership('import.read')
  @DescribesOne(Import, 'Read what came of a file, or how far it is read')
  read(@Acting() context: Context, @Param() { partnership, id }: Place): Promise<Import> {
    return this.imports.find(context, slugOrNotFound(partnership), uuidOrNotFound(id));
  }

  @Post()
  @DoesInPartnership('import.add')
  @Kind()
  @FileName()
  @DescribesUpload(['text/csv', sheetTypes.xlsx], example, Import, 'Send a CSV or XLSX to be read', says)
  async add(
    @Acting() context: Context,
    @Param() { partnership }: Place,
    @Query() query: Asked,
    @IdempotencyKey() key: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Import> {
    if (!(body instanceof Upload))
      throw new Refused('unsupported-media-type', 'Send the file itself, as text/csv or as XLSX.');
    const [place, kind, name] = [
      slugOrNotFound(partnership),
      kindNamed(this.begins.kinds, query['kind']),
      nameOf(query['name']),
    ];
    const id = await this.begins.run(context, place, { kind, name, content: body.content, key, reply });
    return this.imports.find(context, place, id);
  }

  @Post(':id/confirmation')
  @DoesInPartnership('import.add')
  @DescribesAdd(
    NewConfirmation,
    Import,
    'Add all that was read, or nothing',
    'All or nothing, in one transaction; the same file is added once. What moves money is submitted instead, and somebody else approves it.',
  )
  async confirm(
    @Acting() context: Context,
    @Param() { partnership, id }: Place,
    @IdempotencyKey() key: string,
    @Body(new BodyPipe(NewConfirmation)) { digest }: NewConfirmation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Import> {
    const place = slugOrNotFound(partnership);
    await this.confirms.run(context, place, { id: uuidOrNotFound(id), digest, key, reply });
    void reply.header('location', `/api/v1/partnerships/${place}/imports/${id}`);
    return this.imports.find(context, place, id);
  }

  private async template(context: Context, { partnership }: Place, query: Asked, form: SheetForm, reply: FastifyReply) {
    const place = slugOrNotFound(partnership);
    await this.imports.list(context, place, { limit: '1' });
    const table = templateOf(kindNamed(this.begins.kinds, query['kind']));
    void reply
      .type(sheetTypes[form])
      .header('content-disposition', `attachment; filename="${table.name}-template.${form}"`);
    return sheetFile(form, table);
  }
}
