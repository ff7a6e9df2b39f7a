import { Injectable } from '@nestjs/common';
import { type FinancialYear, yearPeriod } from '../../engine/calendar/financial-year.js';
import { addDays } from '../../engine/calendar/local-date.js';
import type { Proposed } from '../../engine/ledger/year-end/proposed.js';
import { settleTrueUp } from '../../engine/ledger/year-end/settle-true-up.js';
import { settleVariance } from '../../engine/ledger/year-end/settle-variance.js';
import type { TrueUpAnswer } from '../../engine/true-up/answer.js';
import type { VarianceAnswer } from '../../engine/variance/answer.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { WriteSession } from '../../platform/database/session.js';
import { invalid, Refused } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { CalculationReader } from '../calculations/calculation.reader.js';
import { orRefuse } from '../shared/or-refuse.js';
import { provenanceColumns } from '../shared/provenance.js';
import { DraftStore } from './draft.store.js';
import type { LedgerSettlement, NewSettlement } from './dto/settlement.js';
import type { LedgerSettlementRow } from './settlement.entity.js';
import { SettlementReader } from './settlement.reader.js';
import { SettlementStore } from './settlement.store.js';

@Injectable()
export class ProposeSettlement {
  constructor(
    private readonly database: Database,
    private readonly store: SettlementStore,
    private readonly drafts: DraftStore,
    private readonly calculations: CalculationReader,
    private readonly settlements: SettlementReader,
    private readonly ids: Ids,
  ) {}

  /**
   * Keeps at what a year is settled, and proposes every entry that follows from the recorded calculation as a draft. Nothing
   * is posted until somebody else approves each; that they say what was calculated and no more, the database holds.
   */
  run(context: Context, partnership: string, given: NewSettlement, id = this.ids.next()): Promise<LedgerSettlement> {
    return this.database.write(within(context, partnership), async (session) => {
      const calculation = await this.calculated(session, partnership, given);
      const proposed = calculation ? comesTo(calculation) : [];
      const row = await this.store.addSettlement(session, {
        ...{ partnership_id: partnership, id, kind: given.kind, fund: given.fund ?? 'pool' },
        ...{
          financial_year: given.financialYear,
          calculation_id: calculation?.id ?? null,
          decision_id: given.decision,
        },
        effective_on: given.effectiveOn ?? lastDay(given.financialYear),
        why: given.why,
        ...provenanceColumns(given),
      });
      for (const one of proposed) await this.propose(session, row, one, sourceOf(calculation));
      return this.settlements.findIn(session, [partnership, id]);
    });
  }

  private async calculated(session: WriteSession, partnership: string, { kind, calculation }: NewSettlement) {
    if ((calculation ?? null) === null) return undefined;
    const found = await this.calculations.findWhole(session, [partnership, calculation ?? '']).catch(notThere);
    if (found?.kind === kind) return found;
    const detail = `Expected the id of a recorded calculation of this partnership, of the kind "${kind}".`;
    throw invalid([{ pointer: '/calculation', code: 'not-there', detail }]);
  }

  private async propose(session: WriteSession, row: LedgerSettlementRow, one: Proposed, source: string): Promise<void> {
    const { partnership_id, illustrative } = row;
    const of = { partnership_id, authority_id: one.authority, source, illustrative };
    const draft = this.ids.next();
    await this.drafts.addDraft(session, { ...of, id: draft, kind: one.kind, settlement_id: row.id });
    const content = {
      ...{
        partnership: partnership_id,
        kind: one.kind,
        fund: row.fund,
        effectiveOn: row.effective_on,
        reason: row.why,
      },
      ...{ source, illustrative, decision: row.decision_id },
      lines: one.lines.map((line) => ({ ...line, pence: String(line.pence) })),
    };
    await this.drafts.addVersion(session, {
      ...of,
      ...{ id: this.ids.next(), draft_id: draft, content: JSON.stringify(content) },
    });
  }
}

/** Nothing where it is not there, or not to be seen. */
function notThere(thrown: unknown): undefined {
  if (!(thrown instanceof Refused) || thrown.kind !== 'not-found') throw thrown;
}

type WholeCalculation = Awaited<ReturnType<CalculationReader['findWhole']>>;

/** What a recorded answer comes to in the ledger; or what the board has to decide first. */
function comesTo({ kind, answer }: WholeCalculation): readonly Proposed[] {
  return orRefuse(kind === 'true-up' ? settleTrueUp(answer as TrueUpAnswer) : settleVariance(answer as VarianceAnswer));
}

function lastDay(year: string): string {
  return addDays(yearPeriod(year as FinancialYear).until, -1);
}

/** Where every entry says that it comes from: the calculation, and the digest of its answer. */
const sourceOf = (calculation: WholeCalculation | undefined): string =>
  `Recorded calculation ${calculation?.id ?? ''}, answer ${calculation?.answerDigest ?? ''}`;
