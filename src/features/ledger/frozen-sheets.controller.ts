import { applyDecorators, Controller } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { type ReportPlace, ReportSheets } from '../shared/report-sheets.js';
import type { SheetPlace } from '../shared/sheets.js';
import { ClosingReader } from './closing.reader.js';
import type { LedgerClosing } from './dto/closing.js';
import { FrozenRow } from './dto/frozen-row.js';
import type { LedgerYearClosing } from './dto/year-closing.js';
import { YearClosingReader } from './year-closing.reader.js';

const OfClosing = () =>
  applyDecorators(
    ApiParam({ name: 'id', description: 'Id of the closing', schema: { type: 'string', format: 'uuid' } }),
  );

const sheets = {
  ...{ view: FrozenRow, below: ':id/' as const, asks: OfClosing },
  holds: 'A row for each account. Signs are those of the ledger: what is owed, held or spent is above nothing.',
} as const;

/** By the beginning of its id, so that those of two months may lie side by side. */
const named =
  (kind: string) =>
  ({ id = '' }: SheetPlace) =>
    `${kind}-${id.slice(0, 8)}`;

type Closing = LedgerClosing | LedgerYearClosing;

/** What was frozen of every account, with which closing it was beside each. */
function frozenRows(closing: Closing, of: string): readonly FrozenRow[] {
  const { id, number, recordedAt, recordedBy, illustrative, digest } = closing;
  return closing.balances.map((balance) => ({
    ...{ ...balance, closing: id, of, number, recordedAt, recordedBy, illustrative, digest },
  }));
}

/** What the closing of a month froze, as a file. */
@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/closings')
export class ClosingSheetsController extends ReportSheets('ledger.read', {
  ...{ ...sheets, name: named('closing'), says: 'what the closing of a month froze' },
}) {
  constructor(private readonly closings: ClosingReader) {
    super();
  }

  protected async rows(context: Context, { partnership, id = '' }: ReportPlace) {
    const closing = await this.closings.find(context, slugOrNotFound(partnership), uuidOrNotFound(id));
    return frozenRows(closing, closing.startsOn);
  }
}

/** What the closing of a year froze, as a file. */
@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/year-closings')
export class YearClosingSheetsController extends ReportSheets('ledger.read', {
  ...{ ...sheets, name: named('year-closing'), says: 'what the closing of a year froze' },
}) {
  constructor(private readonly closings: YearClosingReader) {
    super();
  }

  protected async rows(context: Context, { partnership, id = '' }: ReportPlace) {
    const closing = await this.closings.find(context, slugOrNotFound(partnership), uuidOrNotFound(id));
    return frozenRows(closing, closing.financialYear);
  }
}
