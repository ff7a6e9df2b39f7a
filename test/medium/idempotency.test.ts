import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, httpOf, startApp, type Http, type TestApp } from '../support/app.js';
import { added, made, smallPartnership } from '../support/partnership.js';
import { startBeside } from '../support/beside.js';

let one: TestApp;
let two: Awaited<ReturnType<typeof startBeside>>;
const url = '/api/v1/partnerships/pool/contributions';
const bill = { authority: 'pool-a', dueOn: '2026-04-01', amount: '10.00', what: 'Quarter 1', source: 'Test' };

beforeAll(async () => {
  one = await startApp();
  await smallPartnership(one, 'pool');
  await smallPartnership(one, 'other');
  two = await startBeside(one);
});
afterAll(async () => {
  await two.stop();
  await one.stop();
});

const count = async (table = 'contribution') => (await one.database.rowCounts())[table];
/** What finance officers send: they propose. */
const drafts = '/api/v1/partnerships/pool/ledger/drafts';
const proposal = {
  ...{ kind: 'contribution', authority: 'pool-a', effectiveOn: '2026-04-01', amount: '10.00' },
  ...{ reason: 'Quarter 1', source: 'Test' },
};
const propose = (http: Http, key: string) => post(http, key, proposal, drafts);
const post = (http: Http, key: string, body: object = bill, where = url) =>
  http.post(where, body, { 'idempotency-key': key });

describe('a request that creates something', () => {
  it('with the same key again gets the same answer and creates nothing', async () => {
    const key = randomUUID();
    const first = await post(one.http, key);
    const before = await one.database.rowCounts();
    for (const http of [one.http, two.http]) {
      const again = await post(http, key);
      expect([again.status, again.text, again.headers['location']]).toEqual([
        201,
        first.text,
        first.headers['location'],
      ]);
      expect(again.headers['idempotent-replayed']).toBe('true');
    }
    expect(first.headers).not.toHaveProperty('idempotent-replayed');
    expect(await one.database.rowCounts()).toEqual(before);
  });

  it('is the same whatever the order of its fields, and another with any other value', async () => {
    const key = randomUUID();
    const first = await post(one.http, key);
    const turned = Object.fromEntries(Object.entries(bill).reverse());
    expect((await post(one.http, key, turned)).text).toBe(first.text);
    const before = await one.database.rowCounts();
    for (const [body, where] of [
      [{ ...bill, amount: '10.01' }, url],
      [bill, url.replace('pool', 'other')],
    ] as const) {
      const refused = await post(one.http, key, body, where);
      expect(refused.status).toBe(422);
      expect(refused.body.errors).toEqual([
        expect.objectContaining({ header: 'Idempotency-Key', code: 'key-used-otherwise' }),
      ]);
    }
    expect(await one.database.rowCounts()).toEqual(before);
  });

  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['one with a space', 'a b'],
    ['one that is too long', 'k'.repeat(201)],
  ])('is refused with %s for a key, and told what to send', async (_, key) => {
    const before = await count();
    const bearer = { authorization: `Bearer ${one.service.secret}`, 'content-type': 'application/json' };
    const headers = key === undefined ? bearer : { ...bearer, 'idempotency-key': key };
    const answer = await fetch(`${one.url}${url}`, { method: 'POST', headers, body: JSON.stringify(bill) });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ header: 'Idempotency-Key' }] });
    expect(await count()).toBe(before);
  });

  it('keeps nothing of a refusal: put right, it may be sent with the same key', async () => {
    const key = randomUUID();
    expect((await post(one.http, key, { ...bill, authority: 'nobody' })).status).toBe(422);
    expect((await post(one.http, key)).status).toBe(201);
  });

  it('sent eight times at once to two processes creates one thing, and every answer is the same', async () => {
    for (let round = 0; round < 25; round += 1) {
      const [key, before] = [randomUUID(), (await count()) ?? 0];
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, n) => post(n % 2 === 0 ? one.http : two.http, key)),
      );
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
      expect(answers[0]!.status).toBe(201);
      expect(await count()).toBe(before + 1);
    }
  });

  it('tells another capacity nothing: the key is worth nothing to whoever else has it', async () => {
    const key = randomUUID();
    const ours = await one.as({ role: 'finance-officer', partnership: 'pool', authority: 'pool-a' });
    const first = await propose(ours, key);
    expect(first.status).toBe(201);
    const colleague = await one.as({ role: 'finance-officer', partnership: 'pool', authority: 'pool-a' });
    const second = await propose(colleague, key);
    expect([second.status, second.body.id === first.body.id]).toEqual([201, false]);
    const stranger = await one.as({ role: 'finance-officer', partnership: 'other', authority: 'other-a' });
    expect((await propose(stranger, key)).status).toBe(404);
  });

  it('is authorised again before it is answered again', async () => {
    const officer = await one.as({ role: 'finance-officer', partnership: 'pool', authority: 'pool-a' });
    const key = randomUUID();
    expect((await propose(officer, key)).status).toBe(201);
    await one.database.sql(
      `insert into role_grant_end (grant_id, partnership_id, source, recorded_by) values ($1, 'pool', 'Left', 'Test')`,
      [officer.grant],
    );
    const refused = await propose(officer, key);
    expect([refused.status, refused.body.type]).toEqual([403, '/api/problems/capacity-needed']);
  });
});

describe('a request that decides something', () => {
  type Person = Awaited<ReturnType<TestApp['as']>>;
  /** What is to be decided: where, what is said to approve it, and what is kept of that. */
  interface Asked {
    readonly place: string;
    readonly body: object;
    readonly table: string;
  }
  const base = '/api/v1/partnerships/pool';
  let maker: Person;
  let checker: Person;
  beforeAll(async () => {
    maker = await one.as({ role: 'finance-lead', partnership: 'pool', authority: 'pool-a' });
    checker = await one.as({ role: 'lead-officer', partnership: 'pool', authority: 'pool-b' });
  });

  async function aDraft(): Promise<Asked> {
    const { body } = await propose(maker, randomUUID());
    return { place: `${drafts}/${body.id}`, body: { ...made, digest: body.digest }, table: 'ledger_outcome' };
  }
  let files = 0;
  async function anImport(): Promise<Asked> {
    const file = `authority,dueOn,amount,what,source\npool-b,2026-05-01,1.00,File ${(files += 1)},Report`;
    const { body } = await maker.post(`${base}/imports?name=a.csv`, file, { 'content-type': 'text/csv' });
    await maker.post(`${base}/imports/${body.id}/submission`, { digest: body.digest });
    return { place: `${base}/imports/${body.id}`, body: { ...made, digest: body.digest }, table: 'import_outcome' };
  }
  let month = 0;
  async function aPeriod(): Promise<Asked> {
    const closing = { startsOn: `2001-0${(month += 1)}-01`, why: 'It is over' };
    const { id } = await added(one, 'partnerships/pool/ledger/closings', closing);
    const { body } = await maker.post(`${base}/ledger/reopenings`, { ...made, closing: id, why: 'A bill is missing' });
    const place = `${base}/ledger/reopenings/${body.id}`;
    return { place, body: made, table: 'ledger_reopening_outcome' };
  }
  const approve = (who: Http, { place, body }: Asked, key: string) =>
    who.post(`${place}/approvals`, body, { 'idempotency-key': key });
  const code = ({ status, body }: Answer) => [status, body.errors?.[0]?.code];

  it.each([
    ['a draft', aDraft],
    ['an import', anImport],
    ['a month to be opened', aPeriod],
  ] as const)('of %s, with the same key again gets the same answer and decides nothing', async (_, make) => {
    const [other, asked, key] = [await make(), await make(), randomUUID()];
    const first = await approve(checker, asked, key);
    expect([first.status, first.headers['location'], first.headers['idempotent-replayed']]).toEqual([
      200,
      undefined,
      undefined,
    ]);
    const before = await one.database.rowCounts();
    for (const who of [checker, httpOf(two.url, checker.secret)]) {
      const again = await approve(who, asked, key);
      expect([again.status, again.text, again.headers['idempotent-replayed']]).toEqual([200, first.text, 'true']);
    }
    const rejection = { ...asked.body, reason: 'Changed my mind' };
    const said = [
      await approve(checker, other, key),
      await checker.post(`${asked.place}/rejections`, rejection, { 'idempotency-key': key }),
    ];
    expect(said.map(code)).toEqual(Array(2).fill([422, 'key-used-otherwise']));
    expect(code(await approve(checker, asked, randomUUID()))).toEqual([409, 'already-recorded']);
    expect(await one.database.rowCounts()).toEqual(before);
    const kept = `select k.xmin = o.xmin as together from idempotency k, ${asked.table} o
      where k.key = $1 and o.recorded_at = k.claimed_at`;
    expect(await one.database.sql(kept, [key])).toEqual([{ together: true }]);
  });

  it('and a change of a draft: with the same key one version, and without one another', async () => {
    const [asked, key, beside] = [await aDraft(), randomUUID(), httpOf(two.url, maker.secret)];
    const given = { ...made, effectiveOn: '2026-05-01', reason: 'Less' };
    const change = (who: Http, sent: string, amount = '2.00') =>
      who.post(`${asked.place}/versions`, { ...given, amount }, { 'idempotency-key': sent });
    const answers = await Promise.all([maker, beside, maker, beside].map((who) => change(who, key)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect([answers[0]!.status, answers[0]!.body.versions.length]).toEqual([200, 2]);
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true').length).toBe(3);
    expect(code(await change(maker, key, '3.00'))).toEqual([422, 'key-used-otherwise']);
    expect((await change(maker, randomUUID())).body.versions.length).toBe(3);
  });

  it('sent eight times at once to two processes decides once, and every answer is the same', async () => {
    const [asked, key, beside] = [await aDraft(), randomUUID(), httpOf(two.url, checker.secret)];
    const sent = Array.from({ length: 8 }, (_, n) => approve(n % 2 === 0 ? checker : beside, asked, key));
    const answers = await Promise.all(sent);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(200);
  });

  it('keeps nothing of a refusal, and takes no key: then what was decided already is refused', async () => {
    const [asked, key] = [await aDraft(), randomUUID()];
    const wrong = { ...asked, body: { ...made, digest: `sha256:${'0'.repeat(64)}` } };
    expect(code(await approve(checker, wrong, key))).toEqual([409, 'not-what-it-says']);
    expect(code(await approve(maker, asked, key))).toEqual([409, 'entered-by-you']);
    const without = () =>
      fetch(`${one.url}${asked.place}/approvals`, {
        method: 'POST',
        headers: { authorization: `Bearer ${checker.secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(asked.body),
      });
    expect([(await without()).status, (await without()).status]).toEqual([200, 409]);
    const odd = await approve(checker, asked, 'a b');
    expect([odd.status, odd.body.errors[0].code]).toEqual([400, 'not-a-key']);
  });
});
