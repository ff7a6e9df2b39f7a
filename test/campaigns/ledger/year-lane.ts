import { randomUUID } from 'node:crypto';
import { type Connection, connections, type Ended } from './connections.js';
import { approving, type Content, insertOutcome, type Proposed, proposeAll, reversalOf, spending } from './contents.js';
import { type Ground, makeGround } from './ground.js';
import { sleepy } from './lane.js';
import type { TestDatabase } from '../../support/test-database.js';

const FIRST_YEAR = 1950;

const insertDecision = `insert into decision (partnership_id, id, body, reference, taken_on, outcome, approves, title, source)
  values ($1, $2, 'Board', 'Campaign', '2026-01-01', 'approved', 'budget', 'What years are settled at', 'Campaign')`;
const insertCalculation = `insert into calculation (partnership_id, id, kind, why, document, engine, digest, answer, figures_digest, financial_year, source)
  values ($1, $2, 'variance', 'For the year end', '{}', '1.0.0', 'sha256:${'0'.repeat(64)}', $3, 'sha256:${'0'.repeat(64)}', $4, 'Campaign')`;
const insertSettlement = `insert into ledger_settlement
    (partnership_id, id, kind, fund, financial_year, calculation_id, decision_id, effective_on, why, source)
  values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, 'As decided', 'Campaign') returning id`;
/** What follows from a settlement of one entry, with the version that says so, as the database has worked it out. */
const insertItsDraft = `insert into ledger_draft (partnership_id, id, kind, settlement_id, source)
  values ($1, gen_random_uuid(), 'variance', $2, 'Campaign') returning id`;
const insertItsVersion = `insert into ledger_draft_version (partnership_id, id, draft_id, content, source)
  select s.partnership_id, gen_random_uuid(), $3, jsonb_build_object('partnership', s.partnership_id, 'kind', 'variance',
      'fund', s.fund, 'effectiveOn', s.effective_on, 'reason', 'As decided', 'decision', s.decision_id, 'illustrative', false,
      'source', concat('Recorded calculation ', c.id, ', answer ', c.answer_digest), 'lines', s.proposes -> 0 -> 'lines'), 'Campaign'
  from ledger_settlement s join calculation c on c.partnership_id = s.partnership_id and c.id = s.calculation_id
  where s.partnership_id = $1 and s.id = $2 returning draft_id as id, digest, content`;
const insertYearClosing = `insert into ledger_year_closing (partnership_id, id, financial_year, why, source)
  values ($1, gen_random_uuid(), $2, 'It is settled', 'Campaign') returning id, frozen`;
const insertClosings = `insert into ledger_closing (partnership_id, id, starts_on, why, source)
  select $1, gen_random_uuid(), month, 'The month is over', 'Campaign' from unnest($2::date[]) as month returning id`;
const insertReopening = `insert into ledger_reopening (partnership_id, id, closing_id, authority_id, why, source)
  values ($1, gen_random_uuid(), $2, $3, 'A bill is missing', 'Campaign') returning id`;
const insertReopened = `insert into ledger_reopening_outcome (partnership_id, id, reopening_id, outcome, authority_id, source)
  values ($1, gen_random_uuid(), $2, 'approved', $3, 'Campaign') returning id`;

type Of = 'settlement' | 'closing';
const actions: Readonly<Record<Of, string>> = { settlement: 'ledger-settlement.add', closing: 'ledger-closing.add' };

/** One partnership in which years are settled and closed, one after another. */
export class YearLane {
  private number = 0;

  private constructor(
    readonly ground: Ground,
    readonly connections: readonly Connection[],
    readonly decision: string,
  ) {}

  static async open(database: TestDatabase, id: string): Promise<YearLane> {
    const [ground, open, decision] = [await makeGround(database, id), await connections(database, 3), randomUUID()];
    must(await open[0]!.once(ground.service, 'decision.add', id, insertDecision, [id, decision]));
    return new YearLane(ground, open, decision);
  }

  private get starts(): number {
    return FIRST_YEAR + this.number;
  }

  /** The year that is open and can be closed. */
  get year(): string {
    return `${this.starts}-${String((this.starts + 1) % 100).padStart(2, '0')}`;
  }

  get march(): string {
    return `${this.starts + 1}-03-01`;
  }

  /** A day of the year after, in which its settlements can still be posted. */
  get nextYear(): string {
    return `${this.starts + 1}-04-10`;
  }

  /** Closes every month before March; of the first year nothing came before. */
  async closeMonths(): Promise<void> {
    if (this.number === 0) return;
    const before = Array.from(
      { length: 11 },
      (_, n) => `${this.starts + (n > 8 ? 1 : 0)}-${two(((n + 3) % 12) + 1)}-01`,
    );
    must(await this.closing(0, before));
  }

  /** A draft of spending in March; what approves it is asked later. */
  async spend(pence: number): Promise<(connection: number, hold?: number) => Promise<Ended>> {
    const { ground } = this;
    const day = this.march.replace(/01$/, '20');
    const [draft] = await proposeAll(this.connections[0]!, ground, [spending(day, pence)]);
    return this.approval(draft!);
  }

  /** A variance settled at a calculation that bills the partner, posted in the year after; what reverses that is asked later. */
  async settleAndBill(calculation: string): Promise<(connection: number, hold?: number) => Promise<Ended>> {
    const { ground, connections, nextYear } = this;
    const [connection] = connections as [Connection];
    await connection.begin(ground.lead, actions.settlement, ground.id);
    const given = [ground.id, 'variance', 'pool', this.year, calculation, this.decision, nextYear];
    const [settled] = must(await connection.ask(insertSettlement, given)).rows;
    const [draft] = must(await connection.ask(insertItsDraft, [ground.id, settled!['id']])).rows;
    const version = await connection.ask(insertItsVersion, [ground.id, settled!['id'], draft!['id']]);
    const [bill] = must(version).rows as unknown as [Proposed & { content: Content }];
    must(await connection.commit());
    must(await this.approval(bill)(0));
    const [reversal] = await proposeAll(connection, ground, [reversalOf(bill.id, bill.content)]);
    return this.approval(reversal!);
  }

  /** A recorded variance at an outturn of so much, which moves nothing, or so many pounds to the partner. */
  async calculation(spent: number, billed?: string): Promise<string> {
    const [id, pounds] = [randomUUID(), `${Math.floor(spent / 100)}.${two(spent % 100)}`];
    const partners = billed === undefined ? {} : { [`${this.ground.id}-b`]: billed };
    const answer = { budget: pounds, forecast: pounds, undetermined: '0.00', partners, steps: [] };
    const given = [this.ground.id, id, JSON.stringify(answer), this.year];
    must(
      await this.connections[0]!.once(this.ground.lead, 'calculation.add', this.ground.id, insertCalculation, given),
    );
    return id;
  }

  settle(connection: number, kind: 'true-up' | 'variance', calculation: string | null, fund = 'pool', hold = 0) {
    const last = this.march.replace(/01$/, '31');
    const given = [this.ground.id, kind, fund, this.year, calculation, this.decision, last];
    return this.held(connection, this.ground.lead, actions.settlement, hold, insertSettlement, given);
  }

  close(connection: number, hold = 0): Promise<Ended> {
    return this.held(connection, this.ground.lead, actions.closing, hold, insertYearClosing, [
      this.ground.id,
      this.year,
    ]);
  }

  closeMarch(connection = 0, hold = 0): Promise<Ended> {
    return this.closing(connection, [this.march], hold);
  }

  /** Asks for March to be opened again; what opens it is asked later, of another council. */
  async askForMarch(closing: string): Promise<(connection: number, hold?: number) => Promise<Ended>> {
    const { id, partner, hostChecker } = this.ground;
    const given = [id, closing, `${id}-b`];
    const { rows } = must(await this.connections[0]!.once(partner, 'ledger-reopening.add', id, insertReopening, given));
    return (connection, hold = 0) =>
      this.held(connection, hostChecker, 'ledger-reopening.decide', hold, insertReopened, [
        id,
        rows[0]!['id'],
        `${id}-a`,
      ]);
  }

  /** On to the next year. */
  move(): void {
    this.number += 1;
  }

  async end(): Promise<void> {
    await Promise.all(this.connections.map((connection) => connection.end()));
  }

  private approval(draft: Proposed): (connection: number, hold?: number) => Promise<Ended> {
    const { ground } = this;
    const who = ground.partnerChecker;
    return (connection, hold = 0) =>
      this.held(connection, who, 'ledger-draft.decide', hold, insertOutcome, approving(ground, draft, who));
  }

  private closing(connection: number, months: readonly string[], hold = 0): Promise<Ended> {
    return this.held(connection, this.ground.lead, actions.closing, hold, insertClosings, [this.ground.id, months]);
  }

  /** One statement in a transaction that is kept open for a moment. */
  private async held(
    which: number,
    who: { readonly ticket: string },
    action: string,
    hold: number,
    text: string,
    values: readonly unknown[],
  ): Promise<Ended> {
    const connection = this.connections[which]!;
    await connection.begin(who, action, this.ground.id);
    const ended = await connection.ask(text, values);
    if ('refused' in ended) return ended;
    await sleepy(hold);
    const committed = await connection.commit();
    return 'refused' in committed ? committed : ended;
  }
}

const two = (number: number): string => String(number).padStart(2, '0');

/** What has to be done before a race, or there is none. */
export function must(ended: Ended): { readonly rows: readonly Record<string, unknown>[] } {
  if ('refused' in ended) throw new Error(`What comes before a race was refused: ${ended.refused}`);
  return ended;
}
