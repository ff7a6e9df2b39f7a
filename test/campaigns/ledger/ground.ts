import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Started, startProcess } from '../../support/process.js';
import { addRowOfEach, insertRow, rowOfEach, within } from '../../support/row-of-each.js';
import { serviceSecret, sessionAs, type TestSession } from '../../support/sessions.js';
import { newSecret, ticketOf } from '../../../src/platform/database/ticket.js';
import type { TestDatabase } from '../../support/test-database.js';

export interface Person extends TestSession {
  readonly ticket: string;
  readonly authority: string;
}

/** Who acts in one partnership of two councils, `<id>-a` which hosts and `<id>-b`. */
export interface Ground {
  readonly id: string;
  readonly database: TestDatabase;
  /** The service that loads the demonstration, which may record contributions and receipts as they are. */
  readonly service: { readonly secret: string; readonly ticket: string };
  /** The host's finance lead and finance officer. */
  readonly lead: Person;
  readonly officer: Person;
  /** The partner's finance officer, and the same person as lead officer of the host. */
  readonly partner: Person;
  readonly partnerAsHost: Person;
  /** Lead officers of either council, who decide. */
  readonly hostChecker: Person;
  readonly partnerChecker: Person;
}

/** Up to here another council is not needed, so that the rule of maker and checker stands alone. */
export const twoCouncilsAbove = '50.00';

/** A partnership with people, put there by direct SQL. */
export async function makeGround(database: TestDatabase, id: string): Promise<Ground> {
  await addRowOfEach(database, id, ['agreement']);
  await database.as('poolkeeper_api', (client) =>
    within(client, id, async () => {
      const council = { ...rowOfEach['authority']!(id), id: `${id}-b`, name: `Second council of ${id}` };
      await insertRow(client, 'authority', council);
      await insertRow(client, 'partnership_authority', { partnership_id: id, authority_id: `${id}-b` });
      // From long ago on, so that what is proposed counts for any day of a campaign.
      const joined = {
        ...{ ...rowOfEach['participation']!(id), id: randomUUID(), authority_id: `${id}-b`, role: 'partner' },
        starts_on: '1900-01-01',
      };
      await insertRow(client, 'participation', joined);
      const version = rowOfEach['agreement_version']!(id);
      await insertRow(client, 'agreement_version', { ...version, thresholds: JSON.stringify({ twoCouncilsAbove }) });
    }),
  );
  const secret = await serviceSecret(database);
  const partner = await person(database, id, 'finance-officer', `${id}-b`);
  return {
    ...{ id, database, service: { secret, ticket: ticketOf(secret) }, partner },
    lead: await person(database, id, 'finance-lead', `${id}-a`),
    officer: await person(database, id, 'finance-officer', `${id}-a`),
    partnerAsHost: await alsoAs(database, id, partner, `${id}-a`),
    hostChecker: await person(database, id, 'lead-officer', `${id}-a`),
    partnerChecker: await person(database, id, 'lead-officer', `${id}-b`),
  };
}

async function person(
  database: TestDatabase,
  partnership: string,
  role: 'finance-lead' | 'finance-officer' | 'lead-officer',
  authority: string,
): Promise<Person> {
  const session = await sessionAs(database, { role, partnership, authority });
  return { ...session, ticket: ticketOf(session.secret), authority };
}

/** A second grant for the same person, as lead officer of another council, and a session that acts by it. */
async function alsoAs(database: TestDatabase, partnership: string, who: Person, authority: string): Promise<Person> {
  const [grant, secret] = [randomUUID(), newSecret()];
  await database.asAdmin(async (client) => {
    await client.query(
      `insert into role_grant (id, partnership_id, person_id, role, authority_id, starts_on, source, recorded_by)
        values ($1, $2, $3, 'lead-officer', $4, '2000-01-01', 'Test', 'Test')`,
      [grant, partnership, who.person, authority],
    );
    await client.query(
      `insert into authz.session (kind, person_id, grant_id, secret_digest, label, idle_for, expires_at)
        values ('browser', $1, $2, sha256(decode($3, 'hex')), 'Test', '1 day', now() + interval '1 day')`,
      [who.person, grant, ticketOf(secret)],
    );
  });
  return { person: who.person, grant, secret, ticket: ticketOf(secret), authority };
}
/** Two processes of the product on one database. */
export interface TwoProcesses {
  readonly processes: Started[];
  /** One after the other. */
  turn(): string;
  /** Starts the one again that was killed. */
  again(which: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startTwo(adminUrl: string, pool = 6): Promise<TwoProcesses> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-two-'));
  const env = {
    DATABASE_URL: adminUrl,
    POOLKEEPER_DATA: folder,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
    POOLKEEPER_POOL: String(pool),
  };
  const start = () => startProcess({ env, patience: 180_000 });
  const processes = [await start(), await start()];
  let turns = 0;
  return {
    processes,
    turn: () => processes[(turns += 1) % 2]!.url,
    again: async (which) => void (processes[which] = await start()),
    stop: async () => {
      for (const started of processes) await started.stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
