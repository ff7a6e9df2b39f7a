import { applyDecorators, type Type } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import type { Action } from '../access/permissions.js';
import { DescribesFile, DoesInPartnership, sheetMedia } from './api.js';
import { type Asked, type SheetPlace, Sheets } from './sheets.js';

/** Where a report is asked for: its partnership, and what else its address names. */
export type ReportPlace = SheetPlace & { readonly partnership: string };

interface SheetOfReport {
  /** What a row says. */
  readonly view: Type;
  /** What stands in the address before the file, where the address names more than the partnership: ":year/". */
  readonly below?: `:${string}/`;
  readonly name: string | ((place: SheetPlace) => string);
  readonly says: string;
  /** What its rows are, where that has to be said. */
  readonly holds?: string;
  /** What else a method of a report says of itself in the reference, such as its parameters. */
  readonly asks: () => MethodDecorator;
}

/** The rows of a report as a file, beside the report. */
export function ReportSheets(action: Action, { name, says, holds, asks, ...of }: SheetOfReport) {
  abstract class ReportSheetController extends Sheets({
    ...of,
    named: typeof name === 'string' ? () => name : name,
    does: () => DoesInPartnership(action),
    describes: (form) =>
      applyDecorators(DescribesFile(sheetMedia[form], `Download ${says} as ${form.toUpperCase()}`, holds), asks()),
  }) {
    protected abstract override rows(context: Context, place: ReportPlace, query: Asked): Promise<readonly object[]>;
  }
  return ReportSheetController;
}
