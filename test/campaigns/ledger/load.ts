import type { Json } from '../../support/app.js';
import type { TestDatabase } from '../../support/test-database.js';
import { anyUuid } from '../interleaving/additions.js';
import type { Random } from '../random.js';
import { type Said, untilAnswered } from './ask.js';
import { type Ground, makeGround, type TwoProcesses } from './ground.js';
import type { Tally } from './tally.js';

const CLIENTS = 6;
const place = '/api/v1/partnerships/one';
const drafts = `${place}/ledger/drafts`;
const openDay = '2026-10-12';

/** What was answered of one thing that was sent: recorded, approved, or refused. */
interface Known {
  readonly id: string;
  readonly posted: boolean;
}

/** Clients that create, approve, reverse and close without a pause, and send each request again until it is answered. */
export class Load {
  answered = 0;
  private isOver = false;
  private closing = 0;
  /** By key, what was answered: as many keys as things, whatever became of the answers on their way. */
  private readonly known = new Map<string, Known>();
  private readonly refused = new Set<string>();

  private constructor(
    private readonly ground: Ground,
    private readonly two: TwoProcesses,
    private readonly random: Random,
    private readonly tally: Tally,
  ) {}

  static async begin(database: TestDatabase, two: TwoProcesses, random: Random, tally: Tally): Promise<Load> {
    return new Load(await makeGround(database, 'one'), two, random, tally);
  }

  stop(): void {
    this.isOver = true;
  }

  async run(): Promise<void> {
    const client = async () => {
      while (!this.isOver && !this.tally.isHopeless)
        await this.random.of([this.bill, this.entry, this.entry, this.correction])();
    };
    const closer = async () => {
      while (!this.isOver && !this.tally.isHopeless) await this.close();
    };
    await Promise.all([...Array.from({ length: CLIENTS }, client), closer()]);
  }

  private async send(where: string, who: { readonly secret: string }, body: object, key?: string): Promise<Said> {
    const times = this.random.of([1, 1, 2]);
    const asked = { secret: who.secret, body: { source: 'Campaign', ...body }, ...(key !== undefined && { key }) };
    const once = () => {
      this.tally.add('sent');
      return untilAnswered(
        () => `${this.two.turn()}${where}`,
        asked,
        (how) => this.tally.add(how),
      );
    };
    const answers = await Promise.all(Array.from({ length: times }, once));
    this.answered += 1;
    for (const { replayed, status, text } of answers) {
      if (replayed) this.tally.add('answered again');
      if (status >= 500 || status === 401) this.tally.fault(`${where}: ${status} ${text}`);
    }
    const created = new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text));
    if (created.size > 1) this.tally.fault(`${key ?? where} was answered ${[...created].join(' and ')}`);
    return answers.find(({ status }) => status < 300) ?? answers[0]!;
  }

  /** A contribution that is recorded as it is, perhaps in a month that is being closed. */
  private readonly bill = async (): Promise<void> => {
    const key = anyUuid(this.random);
    const dueOn = this.random.between(0, 2) === 0 ? this.month().replace(/01$/, '15') : openDay;
    const body = { authority: 'one-a', dueOn, amount: '10.00', what: key };
    const {
      status,
      code,
      body: made,
      text,
    } = await this.send(`${place}/contributions`, this.ground.service, body, key);
    if (status === 201) this.known.set(key, { id: made.id, posted: true });
    else if (code === 'period-closed') this.refused.add(key);
    else this.tally.fault(`${key}: ${status} ${text}`);
  };

  /** Proposed, and approved by somebody else. */
  private readonly entry = async (): Promise<string | undefined> => {
    const key = anyUuid(this.random);
    const said = { kind: 'contribution', authority: 'one-b', effectiveOn: openDay, reason: key, amount: '41.50' };
    const draft = await this.propose(said, this.ground.partner, key);
    if (draft === undefined) return undefined;
    const isPosted = await this.approve(draft);
    if (!isPosted) this.tally.fault(`${key} was not approved`);
    this.known.set(key, { id: draft.id, posted: isPosted });
    return draft.id;
  };

  /** An entry, and two reversals of it at once: one is made. */
  private readonly correction = async (): Promise<void> => {
    const entry = await this.entry();
    const keys = [anyUuid(this.random), anyUuid(this.random)];
    const rivals = await Promise.all(
      keys.map((key) =>
        this.propose({ kind: 'reversal', reverses: entry, effectiveOn: openDay, reason: key }, this.ground.lead, key),
      ),
    );
    if (rivals.includes(undefined)) return;
    const done = await Promise.all(rivals.map((draft) => this.approve(draft)));
    if (done.filter(Boolean).length !== 1)
      this.tally.fault(`${entry} was reversed ${done.filter(Boolean).length} times`);
    keys.forEach((key, n) => this.known.set(key, { id: rivals[n].id, posted: done[n]! }));
  };

  private async propose(said: object, who: { readonly secret: string }, key: string): Promise<Json> {
    const { status, text, body } = await this.send(drafts, who, said, key);
    if (status === 201) return body;
    this.tally.fault(`${key}: ${status} ${text}`);
    return undefined;
  }

  /**
   * Whether it is approved. By the key it sent, the answer to the first time comes again. Told that it is decided already, as
   * whoever sends no key or comes second is, it reads.
   */
  private async approve({ id, digest }: Json): Promise<boolean> {
    const checker = this.ground.hostChecker;
    const key = this.random.of([undefined, `${id}-approved`]);
    const { status, code, text } = await this.send(`${drafts}/${id}/approvals`, checker, { digest }, key);
    if (status === 200) return true;
    if (code !== 'already-recorded') this.tally.fault(`${id}: ${status} ${text}`);
    const read = await untilAnswered(
      () => `${this.two.turn()}${drafts}/${id}`,
      { secret: checker.secret },
      () => undefined,
    );
    this.tally.add('read after it was recorded already');
    return read.body.state === 'approved';
  }

  private month(): string {
    return `${1990 + Math.floor(this.closing / 12)}-${String((this.closing % 12) + 1).padStart(2, '0')}-01`;
  }

  /** The oldest month that is open is closed, at times opened again and closed anew. */
  private async close(): Promise<void> {
    const { lead, partner, hostChecker } = this.ground;
    const startsOn = this.month();
    const closings = `${place}/ledger/closings`;
    const shut = () => this.send(closings, lead, { startsOn, why: 'It is over' }, anyUuid(this.random));
    const closed = await shut();
    if (closed.status !== 201) {
      this.tally.fault(`Closing ${startsOn}: ${closed.status} ${closed.text}`);
      return;
    }
    if (this.random.between(0, 4) === 0) {
      const reopenings = `${place}/ledger/reopenings`;
      const why = { closing: closed.body.id, why: 'A bill came late' };
      const asked = await this.send(reopenings, partner, why, anyUuid(this.random));
      const opened = await this.send(`${reopenings}/${asked.body.id}/approvals`, hostChecker, {}, anyUuid(this.random));
      if (opened.status !== 200 && opened.code !== 'already-recorded')
        this.tally.fault(`Opening ${startsOn}: ${opened.status} ${opened.text}`);
      const anew = await shut();
      if (anew.status !== 201) this.tally.fault(`Closing ${startsOn} anew: ${anew.status} ${anew.text}`);
      this.tally.add('opened again');
    }
    this.tally.add('closed');
    this.closing += 1;
  }

  /** For each key one row, which is the one that was answered, posted as was answered; and nothing else. */
  async reckon(): Promise<void> {
    const rows = await this.ground.database.sql<{ id: string; key: string; posted: boolean }>(
      `select d.*, exists (select from ledger_entry e where e.id = d.id) as posted from (
        select draft_id as id, content ->> 'reason' as key from ledger_draft_version
        union all select id, what from contribution c where not exists (select from ledger_draft d where d.id = c.id)) d`,
    );
    const there = new Map(rows.map((row) => [row.key, row]));
    if (rows.length !== there.size) this.tally.fault(`${rows.length} rows of ${there.size} keys`);
    for (const [key, { id, posted }] of this.known) {
      const row = there.get(key);
      if (row?.id !== id || row.posted !== posted)
        this.tally.fault(
          `${key}: ${id}, ${posted ? 'posted' : 'not posted'}, was answered; ${JSON.stringify(row)} is there`,
        );
    }
    for (const key of there.keys()) if (!this.known.has(key)) this.tally.fault(`${key} is there and was not answered`);
    for (const key of this.refused) if (there.has(key)) this.tally.fault(`${key} was refused and is there`);
    this.tally.add('keys', this.known.size + this.refused.size);
    this.tally.add('refused for a closed month', this.refused.size);
  }
}
