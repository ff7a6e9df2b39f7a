import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import type { ReadSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { notFound } from '../../platform/http/problem.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { CalculationRow } from './calculation.entity.js';
import type { RecordedCalculation, WholeCalculation } from './dto/calculation.js';

interface Beside {
  readonly same_digest: boolean | null;
  readonly same_figures: boolean | null;
}

type ListedRow = Omit<CalculationRow, 'document' | 'answer'> & Beside;

const columns = `c.partnership_id, c.id, c.kind, c.why, c.agreement_version_id, c.financial_year, c.repeats_id, c.rests_on, c.engine,
  c.digest, c.answer_digest, c.source, c.illustrative, c.recorded_at, c.recorded_by,
  r.digest = c.digest as same_digest, r.figures_digest = c.figures_digest as same_figures`;
const from = `from calculation c left join calculation r on r.partnership_id = c.partnership_id and r.id = c.repeats_id
  where c.partnership_id = $1`;

/** Without documents and answers: a page of them would be long. */
export const calculationListing: Listing = {
  select: `select ${columns} ${from}`,
  key: { sql: 'c.id', type: 'uuid' },
  filters: {
    kind: { sql: 'c.kind', type: 'text' },
    agreementVersion: { sql: 'c.agreement_version_id', type: 'uuid' },
    year: { sql: 'c.financial_year', type: 'text' },
    repeats: { sql: 'c.repeats_id', type: 'uuid', says: 'Only those that make this one again' },
    digest: { sql: 'c.digest', type: 'text' },
    engine: { sql: 'c.engine', type: 'text' },
    illustrative: { sql: 'c.illustrative', type: 'boolean' },
  },
  sorts: {
    recordedAt: { sql: 'c.recorded_at', type: 'timestamptz' },
    kind: { sql: 'c.kind', type: 'text' },
  },
};

const whole = statement(`select ${columns}, c.document, c.answer ${from} and c.id = $2`);

function showCalculation(row: ListedRow): RecordedCalculation {
  return {
    id: row.id,
    kind: row.kind,
    why: row.why,
    agreementVersion: row.agreement_version_id,
    year: row.financial_year,
    repeats: row.repeats_id,
    sameDigest: row.same_digest,
    sameFigures: row.same_figures,
    restsOn: row.rests_on,
    engine: row.engine,
    digest: row.digest,
    answerDigest: row.answer_digest,
    ...showProvenance(row),
  };
}

@Injectable()
export class CalculationReader extends RecordReader<ListedRow, RecordedCalculation> {
  constructor(private readonly asks: Database) {
    super(asks, { listing: calculationListing, one: `select ${columns} ${from} and c.id = $2`, show: showCalculation });
  }

  /** One with its document and its answer, as they were kept. */
  override find(context: Context, partnership: string, id: string): Promise<WholeCalculation> {
    return this.reading(within(context, partnership), id, (inside) =>
      this.findWhole(this.asks.questions(inside), [partnership, id]),
    );
  }

  /** The same, inside a transaction already open. */
  async findWhole(session: ReadSession, key: readonly [partnership: string, id: string]): Promise<WholeCalculation> {
    const row = await session.one<ListedRow & Pick<CalculationRow, 'document' | 'answer'>>(whole, key);
    if (!row) throw notFound();
    const [document, answer] = [JSON.parse(row.document) as object, JSON.parse(row.answer) as object];
    return { ...showCalculation(row), document, answer };
  }
}
