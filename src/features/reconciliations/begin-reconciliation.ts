import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { ReadSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { invalid } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { toPence } from '../shared/money.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { NewReconciliation, Reconciliation } from './dto/reconciliation.js';
import { MOST_LINES } from './held-against.js';
import { ReconciliationReader } from './reconciliation.reader.js';
import { ReconciliationStore } from './reconciliation.store.js';

const USUAL_DAYS = 5;

const extract = statement(`
  select count(*) as many, count(*) filter (where $3::text is null or l.account_code = $3) as of_code,
    min(l.row_number) filter (where ($3::text is null or l.account_code = $3) and l.on_day not between $4 and $5) as outside
  from host_line l where l.partnership_id = $1 and l.import_id = $2`);

interface Extract {
  readonly many: bigint;
  readonly of_code: bigint;
  readonly outside: number | null;
}

@Injectable()
export class BeginReconciliation {
  constructor(
    private readonly database: Database,
    private readonly store: ReconciliationStore,
    private readonly reconciliations: ReconciliationReader,
    private readonly ids: Ids,
  ) {}

  /** Says which account of ours an extract of the host's ledger is held against, on which days. It posts nothing. */
  run(context: Context, partnership: string, given: NewReconciliation): Promise<Reconciliation> {
    return this.database.write(within(context, partnership), async (session) => {
      mustSayLine(given);
      await mustFit(session, partnership, given);
      const id = this.ids.next();
      await this.store.add(session, {
        ...{ partnership_id: partnership, id, import_id: given.import, code: given.code ?? null },
        ...{ account: given.account, fund: given.fund, line: given.line ?? null },
        ...{ starts_on: given.from, as_at: given.asAt, opening_pence: toPence(given.opening) },
        ...{ opening_why: given.openingWhy ?? null, turned: given.turned ?? false, days: given.days ?? USUAL_DAYS },
        ...provenanceColumns(given),
      });
      return this.reconciliations.findIn(session, [partnership, id]);
    });
  }
}

function mustSayLine({ account, line }: NewReconciliation): void {
  if ((account === 'spending') === (line !== undefined)) return;
  const [code, detail] =
    line === undefined
      ? ['missing-field', 'Expected the budget line whose spending it is.']
      : ['unknown-field', 'Expected no budget line: only spending has one.'];
  throw invalid([{ pointer: '/line', code, detail }]);
}

/** Refuses an extract that is not there, has no line with the code, or has one of another day. */
async function mustFit(session: ReadSession, partnership: string, given: NewReconciliation): Promise<void> {
  const asked = [partnership, given.import, given.code ?? null, given.from, given.asAt];
  const { many, of_code, outside } = (await session.one<Extract>(extract, asked)) as Extract;
  if (many === 0n) throw invalid([{ pointer: '/import', code: 'not-there', detail: noExtract }]);
  if (of_code === 0n) throw invalid([{ pointer: '/code', code: 'not-there', detail: noLine }]);
  if (of_code > MOST_LINES) throw invalid([{ pointer: '/import', code: 'too-many', detail: tooMany }]);
  if (given.from > given.asAt || outside === null) return;
  const detail = `Expected days that cover every line: row ${outside} of the file is of another day.`;
  throw invalid([{ pointer: '/asAt', code: 'outside', detail }]);
}

const noExtract = 'Expected the id of an import of the host’s ledger that was added to this partnership.';
const noLine = 'Expected an account code that lines of the file have. Leave it out for all of them.';
const tooMany = `Expected at most ${MOST_LINES} lines of the host’s ledger. Give the code of one account, or split the extract by months.`;
