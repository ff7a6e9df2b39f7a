import { createHash } from 'node:crypto';
import type { ReadRow } from '../../platform/sheets/reading/cell.js';
import type { Context } from '../../platform/database/context.js';
import type { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import type { Ids } from '../../platform/ids/ids.js';
import { isUuid } from '../../platform/http/names.js';
import type { CheckedRow, ImportKind } from '../shared/import-kind.js';
import { type FittingRow, type KeptRow, RowReader } from './check-rows.js';
import { type ImportFault, MOST_FAULTS } from './fault.js';
import type { ReadThrough } from './import.store.js';

const MOST_ROWS = 100_000;

/** What one import needs while its file is read. */
export interface JobOf {
  readonly context: Context;
  readonly partnership: string;
  readonly kind: ImportKind;
  readonly file: string;
  readonly database: Database;
  readonly ids: Ids;
  /** Keeps one lot of rows that fit, and gives their digest. */
  keep(number: number, rows: readonly KeptRow[]): Promise<string>;
}

/** Checks the rows of one file lot by lot, keeps those to be added while there is no fault, and tells what came of it. */
export class ImportJob {
  private readonly rows: RowReader;
  private readonly digests = createHash('sha256');
  private readonly faults: ImportFault[] = [];
  private faultCount = 0;
  private many = 0;
  private total = 0n;
  private parts = 0;

  constructor(private readonly of: JobOf) {
    this.rows = new RowReader(of.kind, of.file, (fault) => this.add(fault));
  }

  add(fault: ImportFault): void {
    this.faultCount += 1;
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }

  async take(read: readonly ReadRow[]): Promise<void> {
    const fitting = this.rows.read(read);
    if (fitting.length === 0) return;
    const kept = await this.check(fitting);
    this.many += kept.length;
    for (const { amount_pence } of kept) this.total += BigInt((amount_pence as string | undefined) ?? '0');
    if (this.many > MOST_ROWS)
      this.add(whole('too-many-rows', 'Expected at most 100,000 rows. Split the file into smaller ones.'));
    if (this.faultCount > 0 || kept.length === 0) return;
    this.parts += 1;
    this.digests.update(await this.of.keep(this.parts, kept));
  }

  /** What there is to tell once the last row is read. */
  end(sheet: string): ReadThrough {
    if (this.many === 0 && this.faultCount === 0)
      this.add(whole('no-rows', 'Expected rows below the headings: there are none to add.'));
    const { many, total, faults, faultCount, parts } = this;
    return {
      sheet,
      many,
      total,
      faults,
      faultCount,
      parts,
      setAside: this.rows.setAside,
      digest: `sha256:${this.digests.digest('hex')}`,
    };
  }

  private async check(fitting: readonly FittingRow[]): Promise<readonly KeptRow[]> {
    const { context, partnership, kind, database, ids } = this.of;
    const session = database.questions(context);
    const rows = fitting.map(({ given }) => given);
    const checked = await kind.check({ context, session, partnership, rows });
    const exported = fitting.flatMap(({ id }) => (id !== undefined && isUuid(id) ? [id] : []));
    const found =
      exported.length === 0 ? [] : await session.rows<{ id: string }>(statement(kind.known), [partnership, exported]);
    const known = new Set(found.map(({ id }) => id));
    return fitting.flatMap(({ row, id }, at) => {
      this.tell(row, checked[at], id !== undefined && known.has(id));
      const staged = checked[at]?.staged;
      return staged ? [{ ...staged, id: ids.next(), row: String(row) }] : [];
    });
  }

  private tell(row: number, checked: CheckedRow | undefined, again: boolean): void {
    if (again) this.add({ row, cell: null, field: 'id', code: 'already-recorded', detail: alreadyThere });
    for (const { field, code, detail } of checked?.faults ?? []) {
      this.add({ row, cell: this.rows.cellOf(field, row), field, code, detail });
    }
  }
}

const alreadyThere =
  'Expected a row that is not recorded yet: this one has the id of one that is. Delete it from the sheet.';

export function whole(code: string, detail: string): ImportFault {
  return { row: null, cell: null, field: null, code, detail };
}
