import { Inject, Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { statement } from '../../platform/database/statement.js';
import type { Cell } from '../../platform/http/csv.js';
import { readListQuery } from '../../platform/http/list-query.js';
import { IMPORT_KINDS, type ImportKind } from '../shared/import-kind.js';
import { type Listed, RecordReader } from '../shared/record-kind.js';
import { ImportReader } from './import.reader.js';
import { type Part, partsOfPage } from './parts-of-page.js';
import { kindNamed } from './sent.js';
import { type ImportRow, shownColumns, shownRow } from './show-rows.js';

interface Said {
  readonly said: ImportRow['staged'];
}

const rows = `select e.said from import_part p cross join lateral jsonb_array_elements(p.rows::jsonb) as e(said)
  where p.partnership_id = $1 and p.import_id = $2 and p.number between $3::int and $4::int`;
const everyPart = ['1', String(2 ** 31 - 1)];

/** Where the first row of each part lies is read from the beginning of its text, so that no part is unpacked for it. */
const parts = statement(`select p.number, p.many,
    coalesce(substring(left(p.rows, 4000) from '"row":"(\\d+)"'), p.rows::jsonb -> 0 ->> 'row')::int as first
  from import_part p where p.partnership_id = $1 and p.import_id = $2 order by p.number`);

export const importRowsListing: Listing = {
  select: rows,
  key: { sql: `(e.said ->> 'id')::uuid`, type: 'uuid' },
  filters: {},
  sorts: { row: { sql: `(e.said ->> 'row')::bigint`, type: 'bigint' } },
};

function showRow({ said: { id, row, ...staged } }: Said): ImportRow {
  return { id: String(id), row: Number(row), staged };
}

/** Rows as a table has them: headings, and under them where each row lies and its cells. */
export interface ShownRows {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
}

/** Exactly the rows that an import would add: what its digest is of, and what somebody else approves. */
@Injectable()
export class ImportRowsReader extends RecordReader<Said, ImportRow> {
  constructor(
    private readonly asked: Database,
    private readonly imports: ImportReader,
    @Inject(IMPORT_KINDS) private readonly kinds: readonly ImportKind[],
  ) {
    super(asked, { listing: importRowsListing, one: `${rows} and e.said ->> 'id' = $5`, show: showRow });
  }

  async rowsOf(context: Context, partnership: string, id: string, query: Readonly<Record<string, unknown>>) {
    const here = within(context, partnership);
    const [of, kept] = await Promise.all([
      this.imports.find(context, partnership, id),
      this.asked.questions(here).rows<Part>(parts, [partnership, id]),
    ]);
    const held = partsOfPage(kept, readListQuery(importRowsListing, query));
    const found: Listed<ImportRow> = await this.page(here, [partnership, id, ...held.map(String)], query);
    return { of, found };
  }

  /** The first of the rows, as a page shows them. */
  async shownOf(context: Context, partnership: string, id: string, query: Readonly<Record<string, unknown>>) {
    const { of, found } = await this.rowsOf(context, partnership, id, query);
    const kind = kindNamed(this.kinds, of.kind);
    const rows = found.items.map((row) => ({ row: row.row, cells: shownRow(kind, row) }));
    const shown: ShownRows = { headings: shownColumns(kind).map(({ name }) => name), rows };
    return { of, shown };
  }

  async allRowsOf(context: Context, partnership: string, id: string) {
    const of = await this.imports.find(context, partnership, id);
    return { of, all: await this.whole(within(context, partnership), [partnership, id, ...everyPart], {}) };
  }
}
