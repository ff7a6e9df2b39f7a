import { Injectable } from '@nestjs/common';
import { ImportRowsReader } from '../../features/imports/import-rows.reader.js';
import { ImportReader } from '../../features/imports/import.reader.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import { constraintWords } from '../../features/shared/constraint-words.js';
import type { Context } from '../../platform/database/context.js';
import { toRefusal } from '../../platform/http/to-problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { LedgerScreen } from '../ledger/ledger.screen.js';
import { blank, type Typed } from '../shared/inputs.js';
import type { Link } from '../shared/page.js';
import type { Visitor } from '../visitor/visitor.js';
import { importPage } from './import.view-model.js';
import { importsPage } from './imports.view-model.js';
import { UnderWay } from './under-way.js';

/** How many of its rows the page of a file shows; all of them are in a file to take away. */
const SHOWN = '50';

const refusalOf = (thrown: unknown): string => toRefusal(thrown, constraintWords).message;

/** Asks what the pages of files rest on. */
@Injectable()
export class ImportsScreen {
  constructor(
    private readonly imports: ImportReader,
    private readonly rows: ImportRowsReader,
    private readonly partnerships: PartnershipReader,
    private readonly ledger: LedgerScreen,
    private readonly underWay: UnderWay,
    private readonly ids: Ids,
  ) {}

  find(context: Context, place: string, id: string) {
    return this.imports.find(context, place, id);
  }

  async form(context: Context, place: string, errors: readonly Link[] = []): Promise<object> {
    const found = await this.imports.list(context, place, { limit: '50', sort: '-recordedOn' });
    return importsPage(await this.partnerships.findByName(context, place), found.items, errors);
  }

  /** What was read from one file. What went wrong with it while nobody looked is told first. */
  async one(context: Context, place: string, id: string, visitor: Visitor | undefined, typed: Typed = blank) {
    const { of, shown } = await this.rows.shownOf(context, place, id, { limit: SHOWN });
    const late = this.underWay.failure(id);
    const errors = late === undefined ? typed.errors : [{ text: `It was not added. ${refusalOf(late)}` }];
    const named = await this.ledger.place(context, place);
    const council = visitor?.authority;
    return importPage(named, of, { shown, council, key: this.ids.next(), typed: { ...typed, errors } });
  }
}
