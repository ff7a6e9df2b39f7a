import type { Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { writeCsv } from '../../platform/http/csv.js';
import type { Table } from '../../platform/sheets/table.js';
import { writeXlsx } from '../../platform/sheets/write-xlsx.js';
import { columnsOf, rowOf } from './record-table.js';

/** The forms in which a list may be taken away, with the media type of each. */
export const sheetTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type SheetForm = keyof typeof sheetTypes;

/** One table as a file. */
export function sheetFile(form: SheetForm, table: Table): Promise<Buffer> {
  if (form === 'xlsx') return writeXlsx([table]);
  const header = table.columns.map(({ name }) => name);
  const amounts = new Set(table.columns.flatMap(({ kind }, place) => (kind === 'money' ? [place] : [])));
  return Promise.resolve(Buffer.from(writeCsv(header, table.rows, amounts)));
}

/** What a sheet is called: the last words of where the list is. */
function listName(url: string): string {
  const [address = ''] = url.split('?');
  return address.split('/').at(-2) ?? 'records';
}

/** Every record that was asked for, as a file to keep. */
export async function exportRecords(
  records: Promise<readonly object[]>,
  {
    view,
    form,
    reply,
    place,
    named,
  }: { view: Type; form: SheetForm; reply: FastifyReply; place: string; named?: string | undefined },
): Promise<Buffer> {
  const columns = columnsOf(view);
  const name = named ?? listName(reply.request.url);
  const rows = (await records).map((record) => rowOf(columns, record));
  const file = await sheetFile(form, { name, columns, rows });
  const called = `${place === '' ? '' : `${place}-`}${name}.${form}`;
  void reply.type(sheetTypes[form]).header('content-disposition', `attachment; filename="${called}"`);
  return file;
}
