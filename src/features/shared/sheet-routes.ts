import type { Type } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import type { Listing } from '../../platform/database/listing.js';
import { Does } from '../access/does.js';
import type { Action } from '../access/permissions.js';
import { DescribesSheet, DoesInPartnership } from './api.js';
import type { SheetForm } from './export-records.js';
import type { RecordReader } from './record-kind.js';
import { type Asked, type SheetPlace, Sheets } from './sheets.js';

interface SheetOf {
  readonly view: Type;
  readonly listing: Listing;
  readonly many: string;
}

const describing =
  ({ listing, many }: SheetOf) =>
  (form: SheetForm) =>
    DescribesSheet(form, listing, `Download ${many} as ${form.toUpperCase()}`);

/** Every record of a kind that a partnership has, as a file: beside its list, for whoever may read that. */
export function SheetRoutes<S extends object>(action: Action, of: SheetOf) {
  const does = () => DoesInPartnership(action);
  abstract class SheetController extends Sheets({ view: of.view, does, describes: describing(of) }) {
    protected abstract readonly reader: Pick<RecordReader<never, S>, 'allIn'>;

    protected rows(context: Context, { partnership = '' }: SheetPlace, query: Asked): Promise<readonly S[]> {
      return this.reader.allIn(context, partnership, query);
    }
  }
  return SheetController;
}

/** The same of a kind that is in no partnership. */
export function NamedSheetRoutes<S extends object>(action: Action, of: SheetOf) {
  const does = () => Does(action);
  abstract class NamedSheetController extends Sheets({ view: of.view, does, describes: describing(of) }) {
    protected abstract readonly reader: Pick<RecordReader<never, S>, 'everyOne'>;

    protected rows(context: Context, _place: SheetPlace, query: Asked): Promise<readonly S[]> {
      return this.reader.everyOne(context, query);
    }
  }
  return NamedSheetController;
}
