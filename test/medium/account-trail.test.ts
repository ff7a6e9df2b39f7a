import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckpointClockwork } from '../../src/features/audit/checkpoints/clockwork.js';
import { type Evidence, verifyEvidence } from '../../src/features/audit/verifier/verify-evidence.mjs';
import { openService } from '../../src/platform/database/service-session.js';
import { ticketOf } from '../../src/platform/database/ticket.js';
import { type Account, cheaply, giveBoth, newAccount, password } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { Browsing } from '../support/browsing.js';
import { smallPartnership } from '../support/partnership.js';

type Who = Awaited<ReturnType<TestApp['as']>>;

interface Item {
  readonly position: number;
  readonly event: string;
  readonly subject: string;
  readonly record: string | null;
  readonly person: string | null;
  readonly capacity: string | null;
  readonly action: string;
  readonly detail: { added?: object[]; before?: object[]; after?: object[]; step?: string };
}

let test: TestApp;
let administrator: Who;
let account: Account;
let known: Browsing;

const roles = [
  { role: 'board-member', partnership: 'one', authority: 'one-a' },
  { role: 'chair', partnership: 'one', authority: 'one-a' },
] as const;

beforeAll(async () => {
  test = await startApp();
  cheaply(test.app);
  await smallPartnership(test, 'one');
  administrator = await test.as({ role: 'administrator' });
  account = await newAccount(test, 'someone', roles);
  known = account.browser;
});
afterAll(() => test.stop());

async function list(query = ''): Promise<readonly Item[]> {
  const { status, body } = await administrator.get(`/api/v1/audit?limit=200&${query}`);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.items as Item[];
}

/** What is new since then, but for readings of the trail itself. */
async function since<T>(work: () => Promise<T>, wanted: number): Promise<readonly Item[]> {
  const last = (await list('sort=-position')).at(0)?.position ?? 0;
  await work();
  for (let tries = 0; ; tries += 1) {
    const found = (await list('sort=-position')).filter(
      ({ position, subject }) => position > last && subject !== 'audit_entry',
    );
    if (found.length >= wanted || tries === 20) return found.reverse();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const session = (of: Browsing) => of.cookies.get('__Host-poolkeeper') ?? '';

describe('each thing that happens at the door is one entry, in the chain of no partnership', () => {
  it('an account: who let it be set up, and that it was; never what it is signed in with', async () => {
    let newcomer = '';
    const made = await since(async () => {
      newcomer = (await newAccount(test, 'newcomer', [roles[0]])).person;
    }, 4);
    const [account, enrolment, ...door] = made.filter(
      ({ subject, person }) => person === newcomer || /^(local_account|enrolment)$/.test(subject),
    );
    expect(account).toMatchObject({ event: 'added', subject: 'local_account', capacity: 'administrator' });
    expect(enrolment).toMatchObject({ event: 'added', subject: 'enrolment', action: 'enrolment.issue' });
    const about = door.map(({ event, subject, action }) => `${event} ${subject} ${action}`);
    expect(about).toEqual(['added credential enrolment.use', 'added browser_session sign-in.use']);
  });

  it('a sign-in, a capacity chosen, and the end of it', async () => {
    const browser = new Browsing(test.url);
    const begun = await since(() => giveBoth(test, browser, account), 1);
    expect(begun).toMatchObject([
      { event: 'added', subject: 'browser_session', person: account.person, action: 'sign-in.use', capacity: null },
    ]);
    const grant = /name="capacity"[^>]*value="([0-9a-f-]{36})"/.exec((await browser.get('/choose-capacity')).text)?.[1];
    const chosen = await since(() => browser.submit('/choose-capacity', { capacity: grant ?? '' }), 1);
    expect(chosen).toMatchObject([
      { event: 'changed', subject: 'browser_session', record: begun[0]?.record, capacity: 'board-member' },
    ]);
    expect([chosen[0]?.detail.before, chosen[0]?.detail.after]).toMatchObject([
      [{ grant_id: null }],
      [{ grant_id: grant }],
    ]);
    const ended = await since(() => browser.submit('/account', {}, '/sign-out'), 1);
    expect(ended).toMatchObject([{ event: 'changed', record: begun[0]?.record, person: account.person }]);
    expect(ended[0]?.detail.after).toMatchObject([{ ended_because: 'signed out' }]);
  });

  it('a session ended by another, and only that one', async () => {
    const browser = new Browsing(test.url);
    const [begun] = await since(() => giveBoth(test, browser, account), 1);
    const ended = await since(
      () => known.submit('/account/sessions', {}, `/account/sessions/${begun?.record ?? ''}/end`),
      1,
    );
    expect(ended).toMatchObject([{ event: 'changed', record: begun?.record, person: account.person }]);
    expect(ended[0]?.detail.after).toMatchObject([{ ended_because: 'ended by its person' }]);
  });

  it('a recovery code that is used up', async () => {
    const browser = new Browsing(test.url);
    const used = await since(async () => {
      await browser.submit('/sign-in', { name: account.name, password });
      await browser.submit('/sign-in/code?with=recovery-code', { recoveryCode: account.codes[0]! }, '/sign-in/code');
    }, 2);
    expect(used.map(({ event, subject }) => `${event} ${subject}`).sort()).toEqual([
      'added browser_session',
      'changed recovery_code',
    ]);
    expect(used.map(({ person }) => person)).toEqual([account.person, account.person]);
  });

  it('a refused sign-in where the account is known: whose, at which step; and none where it is not', async () => {
    const wrong = new Browsing(test.url);
    const refused = await since(
      () => wrong.submit('/sign-in', { name: account.name, password: 'not the right one' }),
      1,
    );
    expect(refused).toMatchObject([
      { event: 'refused', subject: 'person', record: account.person, person: null, detail: { step: 'password' } },
    ]);
    const code = await since(async () => {
      await wrong.submit('/sign-in', { name: account.name, password });
      await wrong.submit('/sign-in/code', { code: '000000' });
    }, 1);
    expect(code).toMatchObject([{ event: 'refused', record: account.person, detail: { step: 'code' } }]);
    expect(await since(() => wrong.submit('/sign-in', { name: 'nobody.here', password }), 1)).toEqual([]);
  });

  it('a token made, and ended', async () => {
    const given = { label: 'Ledger', actions: ['partnership.read'], days: 30 };
    const officer = await test.as({ role: 'finance-officer', partnership: 'one', authority: 'one-a' });
    let id = '';
    const made = await since(async () => {
      const { body } = await officer.post('/api/v1/account/tokens', given);
      id = String(body.id);
    }, 1);
    expect(made).toMatchObject([
      { event: 'added', subject: 'token_session', record: id, person: officer.person, action: 'token.use' },
    ]);
    const ended = await since(() => officer.post(`/api/v1/account/tokens/${id}/end`, { reason: 'Switched off' }), 1);
    expect(ended).toMatchObject([
      { event: 'changed', record: id, detail: { after: [{ ended_because: 'Switched off' }] } },
    ]);
  });

  it('and nothing that anybody could sign in with', async () => {
    const all = JSON.stringify(await test.database.sql('select detail from audit_detail'));
    const bearers = [session(known), administrator.secret];
    for (const secret of [password, account.secret, ...account.codes, ...bearers, ...bearers.map(ticketOf)])
      expect(all).not.toContain(secret);
    expect(all).not.toMatch(/digest"|totp|\$scrypt/);
  });

  it('with the change itself or not at all', async () => {
    const before = await test.database.rowCounts();
    const adding = test.database.as('poolkeeper_access', async (client) => {
      await client.query('begin');
      await client.query(
        `insert into authz.session (kind, secret_digest, person_id, label, idle_for, expires_at)
         values ('browser', sha256('x'), $1, 'x', '1 hour', now() + interval '1 hour')`,
        [account.person],
      );
      await client.query('rollback');
    });
    await adding;
    expect(await test.database.rowCounts()).toEqual(before);
  });
});

describe('that chain', () => {
  it('is read by an administrator alone, who reads no partnership’s', async () => {
    const lead = await test.as({ role: 'lead-officer', partnership: 'one', authority: 'one-a' });
    const auditor = await test.as({ role: 'auditor', partnership: 'one' });
    for (const place of ['audit', 'audit.csv', 'audit/check', 'audit/bundle']) {
      expect((await administrator.get(`/api/v1/${place}`)).status).toBe(200);
      for (const who of [lead, auditor]) expect((await who.get(`/api/v1/${place}`)).status).toBe(403);
      expect((await administrator.get(`/api/v1/partnerships/one/${place}`)).status).toBe(403);
    }
    const chains = await test.database.as('poolkeeper_api', async (client) => {
      await client.query('begin');
      await client.query(`select authz.open($1, 'shared-audit.read', '*', '')`, [administrator.ticket]);
      return (await client.query('select distinct chain from audit_entry')).rows as object[];
    });
    expect(chains).toEqual([{ chain: '*' }]);
  });

  it('is filtered, pages, and is a table', async () => {
    const all = await list();
    const mine = await list(`person=${account.person}&event=added&subject=browser_session`);
    expect(mine.length).toBeGreaterThan(2);
    expect(new Set(mine.map(({ person }) => person))).toEqual(new Set([account.person]));
    const first = (await administrator.get('/api/v1/audit?limit=3')).body;
    const second = (await administrator.get(`/api/v1/audit${String(first.next)}`)).body;
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 6));
    expect((await administrator.get('/api/v1/audit.csv?event=refused')).text).toMatch(/,refused,person,/);
  });

  it('is vouched for, and verified with the verifier alone', async () => {
    const clockwork = test.app.get(CheckpointClockwork, { strict: false });
    clockwork.start(ticketOf(await openService(test.database.adminUrl, 'clockwork')));
    await clockwork.onApplicationShutdown();
    const { body } = await administrator.get('/api/v1/audit/bundle');
    const evidence = body as Evidence & { keys: { checkpoints: { pem: string } } };
    expect([evidence.chain, evidence.checkpoints.length > 0]).toEqual(['*', true]);
    const verify = (bundle: Evidence) => verifyEvidence([bundle], { keys: [evidence.keys.checkpoints.pem] });
    expect(verify(evidence).fault).toBeUndefined();
    const entries = evidence.entries.with(4, { ...evidence.entries[4]!, hash: evidence.entries[5]!.hash });
    expect(verify({ ...evidence, entries }).fault).toMatchObject({ from: 5 });
    expect((await administrator.get('/api/v1/audit/check')).body).toMatchObject({ firstBadPosition: null });
  });

  it('has details erased by an administrator, but not what is said of themselves', async () => {
    const all = await list();
    const theirs = all.find(({ person, event }) => person === account.person && event === 'added')!;
    const own = all.find(({ person }) => person === administrator.person)!;
    const erase = (position: number) => administrator.post(`/api/v1/audit/${position}/erasure`, { why: 'Asked for' });
    expect((await erase(own.position)).status).toBe(403);
    expect((await erase(theirs.position)).body).toMatchObject({ position: theirs.position });
    const [found] = (await list()).filter(({ position }) => position === theirs.position);
    expect(found).toMatchObject({ detail: null, person: account.person });
    expect((await administrator.get('/api/v1/audit/check')).body).toMatchObject({ firstBadPosition: null });
  });
});

describe('an auditor', () => {
  it('leaves one entry for each reading, in their partnership’s chain, and nobody else for what is plain', async () => {
    const auditor = await test.as({ role: 'auditor', partnership: 'one' });
    const officer = await test.as({ role: 'finance-officer', partnership: 'one', authority: 'one-a' });
    for (const who of [auditor, auditor, officer])
      expect((await who.get('/api/v1/partnerships/one/contributions')).status).toBe(200);
    await auditor.get('/api/v1/partnerships/one/grants');
    await auditor.get('/api/v1/partnerships/two/contributions');
    const noted = await test.database.sql(
      `select chain, event, subject, action from audit_entry where person = any ($1::uuid[])
         and subject <> 'browser_session' order by position`,
      [[auditor.person, officer.person]],
    );
    const reading = { chain: 'one', event: 'read', subject: 'contribution', action: 'contribution.read' };
    expect(noted).toEqual([
      reading,
      reading,
      { chain: 'one', event: 'read', subject: 'role_grant', action: 'grant.read' },
      { chain: 'one', event: 'refused', subject: 'partnership', action: 'contribution.read' },
    ]);
  });
});

it('gives each of many at once its own place in the chain', async () => {
  const all = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      test.database.as('poolkeeper_access', async (client) => {
        for (let each = 0; each < 10; each += 1)
          await client.query(
            `insert into authz.session (kind, secret_digest, person_id, label, idle_for, expires_at)
             values ('browser', sha256($1::text::bytea), $2, 'x', '1 hour', now() + interval '1 hour')`,
            [`many ${n} ${each}`, account.person],
          );
        return n;
      }),
    ),
  );
  expect(all).toHaveLength(6);
  expect(await test.database.sql(`select * from audit.first_fault('*')`)).toEqual([]);
});
