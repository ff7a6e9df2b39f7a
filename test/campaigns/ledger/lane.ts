import type { Random } from '../random.js';
import { type Connection, connections, type Ended } from './connections.js';
import { approving, insertOutcome, proposeAll, spending } from './contents.js';
import { type Ground, makeGround } from './ground.js';
import type { TestDatabase } from '../../support/test-database.js';
import type { Tally } from './tally.js';
import { accountOf, balancesIn, isSame } from './verify.js';

/** What one account gets by one posting. */
interface Part {
  readonly account: string;
  readonly pence: bigint;
}

/** Something that can be posted to a day, once. */
export interface Posting {
  readonly parts: readonly Part[];
  /** What of it is of the month after. */
  readonly laterParts?: readonly Part[];
  readonly run: (connection: Connection, hold: number) => Promise<Ended>;
}

const FIRST_MONTH = { year: 1990, month: 1 };

const insertBill = `insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source)
  values ($1, gen_random_uuid(), $2, $3, $4, 'Bill', 'Campaign') returning id`;
const insertClosing = `insert into ledger_closing (partnership_id, id, starts_on, why, source)
  values ($1, gen_random_uuid(), $2, 'The month is over', 'Campaign') returning id, frozen`;
const insertReopening = `insert into ledger_reopening (partnership_id, id, closing_id, authority_id, why, source)
  values ($1, gen_random_uuid(), $2, $3, 'A bill is missing', 'Campaign') returning id`;
const insertReopeningOutcome = `insert into ledger_reopening_outcome (partnership_id, id, reopening_id, outcome, authority_id, source)
  values ($1, gen_random_uuid(), $2, 'approved', $3, 'Campaign') returning id`;

export const sleepy = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();

/**
 * One partnership in which months are closed one after another, and what its accounts must come to: reckoned here from
 * what was committed, not read.
 */
export class Lane {
  private number = 0;
  private readonly known = new Map<string, bigint>();
  private readonly later = new Map<string, bigint>();

  private constructor(
    readonly ground: Ground,
    readonly connections: readonly Connection[],
    private readonly random: Random,
    private readonly tally: Tally,
  ) {}

  static async open(database: TestDatabase, id: string, random: Random, tally: Tally): Promise<Lane> {
    const lane = new Lane(await makeGround(database, id), await connections(database, 4), random, tally);
    const first = await lane.bill(0).run(lane.connections[0]!, 0);
    if ('refused' in first) throw new Error(first.refused);
    lane.keep(lane.bill(0, 100), 0);
    return lane;
  }

  /** The month that is open and can be closed, or so many later. */
  month(later = 0): string {
    const months = FIRST_MONTH.month - 1 + this.number + later;
    return `${FIRST_MONTH.year + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  }

  private day(later: number): string {
    return this.month(later).replace(/01$/, String(this.random.between(1, 28)).padStart(2, '0'));
  }

  /** A contribution that is recorded as it is. */
  bill(later: number, pence = 100): Posting {
    const { id, service } = this.ground;
    const day = this.day(later);
    return {
      parts: [
        { account: `pool receivable ${id}-a `, pence: BigInt(pence) },
        { account: 'pool contributed  ', pence: BigInt(-pence) },
      ],
      run: (connection, hold) =>
        held(connection, service, 'contribution.add', id, hold, insertBill, [id, `${id}-a`, day, pence]),
    };
  }

  /** Two contributions in one transaction, of the month after and then of this one: a moment lies between them. */
  twoBills(pence: number): Posting {
    const { id, service } = this.ground;
    const [next, first] = [this.bill(1, pence), this.bill(0, pence)];
    const given = [1, 0].map((later) => [id, `${id}-a`, this.day(later), pence]);
    return {
      parts: first.parts,
      laterParts: next.parts,
      run: async (connection, hold) => {
        await connection.begin(service, 'contribution.add', id);
        for (const values of given) {
          const ended = await connection.ask(insertBill, values);
          if ('refused' in ended) return ended;
          await sleepy(hold);
        }
        return connection.commit();
      },
    };
  }

  /** A draft that is approved. */
  async approval(later: number, pence: number): Promise<Posting> {
    const { ground } = this;
    const [draft] = await proposeAll(this.connections[0]!, ground, [spending(this.day(later), pence)]);
    const parts = spending('', pence).lines.map((line) => ({
      account: accountOf({ fund: 'pool', account: line.account, authority: null, line: line.line ?? null }),
      pence: BigInt(line.pence),
    }));
    const who = ground.partnerChecker;
    return {
      parts,
      run: (connection, hold) =>
        held(connection, who, 'ledger-draft.decide', ground.id, hold, insertOutcome, approving(ground, draft!, who)),
    };
  }

  /** Takes what was committed into the reckoning. */
  keep({ parts, laterParts = [] }: Posting, later: number): void {
    addTo(later > 0 ? this.later : this.known, parts);
    addTo(this.later, laterParts);
  }

  close(connection: Connection, hold = 0, later = 0): Promise<Ended> {
    const { id, lead } = this.ground;
    return held(connection, lead, 'ledger-closing.add', id, hold, insertClosing, [id, this.month(later)]);
  }

  /** Asks for a closing to be opened again; what is answered is asked of another council. */
  async ask(connection: Connection, closing: string): Promise<string> {
    const { id, partner } = this.ground;
    const ended = await connection.once(partner, 'ledger-reopening.add', id, insertReopening, [id, closing, `${id}-b`]);
    if ('refused' in ended) throw new Error(`Nothing could be asked: ${ended.refused}`);
    return ended.rows[0]!['id'] as string;
  }

  reopen(connection: Connection, asked: string, hold = 0): Promise<Ended> {
    const { id, hostChecker } = this.ground;
    return held(connection, hostChecker, 'ledger-reopening.decide', id, hold, insertReopeningOutcome, [
      id,
      asked,
      `${id}-a`,
    ]);
  }

  /** That exactly what was committed is frozen. Gives back the closing's id. */
  judge(closing: Ended, about: string): string | undefined {
    if ('refused' in closing) {
      this.tally.fault(`${about}, closing ${this.month()}: ${closing.refused}`);
      return undefined;
    }
    const frozen = balancesIn(closing.rows[0]!['frozen'] as string);
    if (!isSame(frozen, this.known))
      this.tally.fault(`${about}: frozen of ${this.month()} is ${inWords(frozen)}, committed ${inWords(this.known)}`);
    return closing.rows[0]!['id'] as string;
  }

  /** On to the next month. */
  move(): void {
    this.number += 1;
    for (const [account, pence] of this.later) this.known.set(account, (this.known.get(account) ?? 0n) + pence);
    this.later.clear();
  }

  async end(): Promise<void> {
    await Promise.all(this.connections.map((connection) => connection.end()));
  }
}

function addTo(sums: Map<string, bigint>, parts: readonly Part[]): void {
  for (const { account, pence } of parts) sums.set(account, (sums.get(account) ?? 0n) + pence);
}

const inWords = (sums: ReadonlyMap<string, bigint>) =>
  [...sums].map(([account, pence]) => `${account.trim()} ${pence}`).join(', ');

/** One statement in a transaction that is kept open for a moment. */
async function held(
  connection: Connection,
  who: { readonly ticket: string },
  action: string,
  partnership: string,
  hold: number,
  text: string,
  values: readonly unknown[],
): Promise<Ended> {
  await connection.begin(who, action, partnership);
  const ended = await connection.ask(text, values);
  if ('refused' in ended) return ended;
  await sleepy(hold);
  const committed = await connection.commit();
  return 'refused' in committed ? committed : ended;
}
