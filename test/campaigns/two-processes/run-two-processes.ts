import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ticketOf } from '../../../src/platform/database/ticket.js';
import { type Started, startProcess } from '../../support/process.js';
import { type RoundRobin, startRoundRobin } from '../../support/round-robin.js';
import { addRowOfEach, insertRow, within } from '../../support/row-of-each.js';
import { sessionAs } from '../../support/sessions.js';
import type { TestDatabase } from '../../support/test-database.js';
import { anyUuid } from '../interleaving/additions.js';
import { randomFrom } from '../random.js';

export interface TwoProcessesReport {
  readonly seed: number;
  readonly keys: number;
  readonly kills: number;
  /** How many times requests were sent, those that got no answer among them. */
  readonly sent: number;
  readonly unanswered: number;
  readonly replayed: number;
  readonly faults: readonly string[];
}

interface Plan {
  readonly seed: number;
  readonly keys: number;
  readonly kills: number;
}

const list = '/api/v1/partnerships/one/ledger/drafts';
const CLIENTS = 8;

interface Said {
  readonly status: number;
  readonly text: string;
  readonly replayed: boolean;
}

/** One request on a connection of its own; nothing when it broke before it was answered. */
function ask(url: string, secret: string, body?: object, key?: string): Promise<Said | undefined> {
  const headers = { authorization: `Bearer ${secret}`, connection: 'close' };
  const more = body ? { 'content-type': 'application/json', 'idempotency-key': key } : {};
  return new Promise((resolve) => {
    const options = { method: body ? 'POST' : 'GET', headers: { ...headers, ...more }, agent: false, timeout: 15_000 };
    const request = http.request(url, options, (response) => {
      const heard: Buffer[] = [];
      response.on('data', (data: Buffer) => heard.push(data));
      response.on('error', () => resolve(undefined));
      response.on('close', () => {
        const replayed = response.headers['idempotent-replayed'] === 'true';
        const text = Buffer.concat(heard).toString('utf8');
        resolve(response.complete ? { status: response.statusCode ?? 0, text, replayed } : undefined);
      });
    });
    request.on('error', () => resolve(undefined));
    request.on('timeout', () => request.destroy());
    request.end(body && JSON.stringify(body));
  });
}

/** Two processes on one database behind one port behave as one, also while one of them is killed and started again. */
export async function runTwoProcesses(
  database: TestDatabase,
  { seed, keys, kills }: Plan,
): Promise<TwoProcessesReport> {
  await addRowOfEach(database, 'one');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-two-'));
  const env = { DATABASE_URL: database.adminUrl, POOLKEEPER_DATA: folder, LOG_LEVEL: 'error', POOLKEEPER_POOL: '4' };
  const processes = [await startProcess({ env }), await startProcess({ env })];
  const front = await startRoundRobin(processes.map(({ url }) => url));
  try {
    const run = new Run(database, front.url, seed);
    await run.begin();
    const killing = killAndStart(processes, kills, () => startProcess({ env }), front);
    await run.create(keys, killing.done);
    await killing.finished;
    await run.reckon();
    await run.revoke(processes.map(({ url }) => url));
    return { seed, keys: run.keys, kills, ...run.counts, faults: run.faults };
  } finally {
    await front.stop();
    for (const started of processes) await started.stop('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

function killAndStart(
  processes: Started[],
  kills: number,
  start: () => Promise<Started>,
  front: Pick<RoundRobin, 'toward'>,
) {
  const state = { over: false };
  const work = async () => {
    for (let n = 0; n < kills; n += 1) {
      await sleep(300);
      await processes[n % 2]!.stop('SIGKILL');
      await sleep(100);
      front.toward([processes[(n + 1) % 2]!.url]);
      processes[n % 2] = await start();
      front.toward(processes.map(({ url }) => url));
    }
    state.over = true;
  };
  return { done: () => state.over, finished: work() };
}

class Run {
  readonly counts = { sent: 0, unanswered: 0, replayed: 0 };
  readonly faults: string[] = [];
  keys = 0;
  private readonly answers = new Map<string, string>();
  private secret = '';
  private grant = '';
  private readonly random;

  constructor(
    private readonly database: TestDatabase,
    private readonly url: string,
    seed: number,
  ) {
    this.random = randomFrom(seed);
  }

  async begin(): Promise<void> {
    const officer = { role: 'finance-officer', partnership: 'one', authority: 'one-a' } as const;
    const { secret, grant } = await sessionAs(this.database, {
      ...officer,
      scope: ['ledger-draft.read', 'ledger-draft.add'],
    });
    Object.assign(this, { secret, grant });
  }

  /** Clients that send each key, often twice at once, until it is answered; and go on at least until nothing more is killed. */
  async create(keys: number, isOver: () => boolean): Promise<void> {
    const client = async () => {
      while (this.keys < keys || !isOver()) {
        this.keys += 1;
        const key = anyUuid(this.random);
        const times = this.random.of([1, 2, 3]);
        const texts = await Promise.all(Array.from({ length: times }, () => this.untilAnswered(key)));
        if (new Set(texts).size !== 1) this.faults.push(`${key} was answered ${texts.join(' and ')}`);
        this.answers.set(key, texts[0]!);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
  }

  private async untilAnswered(key: string): Promise<string> {
    const bill = { kind: 'contribution', authority: 'one-a', effectiveOn: '2026-04-01', amount: '10.00' };
    for (;;) {
      this.counts.sent += 1;
      const said = await ask(`${this.url}${list}`, this.secret, { ...bill, reason: key, source: 'Test' }, key);
      if (said?.replayed) this.counts.replayed += 1;
      if (said?.status === 201) return said.text;
      if (said === undefined) this.counts.unanswered += 1;
      else if (said.status !== 503 && said.status !== 409) this.faults.push(`${key}: ${said.status} ${said.text}`);
      if (this.faults.length > 20) throw new Error(this.faults.join('\n'));
      await sleep(20);
    }
  }

  /** Nothing that was acknowledged is lost, nothing is there twice, and each has one entry in the trail. */
  async reckon(): Promise<void> {
    const rows = await this.database.sql<{ id: string; what: string; entries: number }>(
      `select v.draft_id as id, v.content ->> 'reason' as what, (select count(*)::int from audit_entry e
          where e.subject = 'ledger_draft' and e.subject_id = v.draft_id::text and e.event = 'added') as entries
        from ledger_draft_version v where v.content ->> 'reason' <> 'Bill'`,
    );
    const there = new Map(rows.map((row) => [row.what, row]));
    if (rows.length !== there.size) this.faults.push(`${rows.length} rows of ${there.size} keys`);
    if (there.size !== this.answers.size) this.faults.push(`${there.size} rows, ${this.answers.size} answered`);
    for (const [key, text] of this.answers) {
      const { id } = JSON.parse(text) as { id: string };
      const row = there.get(key);
      if (row?.id !== id || row.entries !== 1)
        this.faults.push(`${key}: ${id} was answered, ${JSON.stringify(row)} is there`);
    }
  }

  /** Both list the same; once the grant has ended, neither lets it in. */
  async revoke(urls: readonly string[]): Promise<void> {
    const both = () => Promise.all(urls.map((url) => ask(`${url}${list}?limit=200`, this.secret)));
    const [one, two] = await both();
    if (one?.status !== 200 || one.text !== two?.text) this.faults.push('They do not list the same.');
    await this.database.as('poolkeeper_api', (client) =>
      within(client, 'one', () =>
        insertRow(client, 'role_grant_end', { grant_id: this.grant, partnership_id: 'one', source: 'They left' }),
      ),
    );
    const after = await both();
    if (after.some((said) => said?.status !== 403)) this.faults.push(`After its end: ${JSON.stringify(after)}`);
    const known = await this.database.sql(`select from authz.session where secret_digest = sha256(decode($1, 'hex'))`, [
      ticketOf(this.secret),
    ]);
    if (known.length !== 1) this.faults.push('The session itself is gone.');
  }
}
