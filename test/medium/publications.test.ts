import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { added, smallPartnership } from '../support/partnership.js';

let app: TestApp;
const base = '/api/v1/partnerships/aspire';
const statement = { financialYear: '2020-21', asAt: '2021-04-01', source: 'Board paper 7' };

beforeAll(async () => {
  app = await startApp();
  await app.loadDemonstration();
});
afterAll(() => app.stop());

describe('a published share statement', () => {
  it('is read by everyone as it stood, with a digest of its bytes, and never changes', async () => {
    const clerk = await app.as({ role: 'committee-clerk', partnership: 'aspire', authority: 'dorset' });
    const { status, body } = await clerk.post(`${base}/publications`, statement);
    expect([status, body.title]).toEqual([201, 'Share statement for 2020-21']);
    const shown = await clerk.get(`${base}/share-statements/2020-21?asAt=2021-04-01`);
    const published = await app.nobody.get(`/api/v1/published/${String(body.id)}`);
    expect(published.body.statement).toEqual(shown.body);
    const [row] = await app.database.sql<{ document: string }>('select document from publication where id = $1', [
      body.id,
    ]);
    expect(published.body.digest).toBe(`sha256:${createHash('sha256').update(row!.document).digest('hex')}`);
    await clerk.post(`${base}/contributions`, {});
    expect((await app.nobody.get('/api/v1/published')).body.items).toEqual([expect.objectContaining({ id: body.id })]);
  });

  it('is a page for everyone too', async () => {
    const { body } = await app.nobody.get('/api/v1/published');
    expect((await app.nobody.get('/published')).text).toContain('Share statement for 2020 to 2021');
    const page = await app.nobody.get(`/published/${String(body.items[0].id)}`);
    expect([page.status, page.text.includes('£862,517.00')]).toEqual([200, true]);
  });

  it('is published by lead officers and clerks of its partnership alone', async () => {
    const before = await app.database.rowCounts();
    const finance = await app.as({ role: 'finance-officer', partnership: 'aspire', authority: 'dorset' });
    expect((await finance.post(`${base}/publications`, statement)).status).toBe(403);
    const elsewhere = await app.as({ role: 'lead-officer', partnership: 'adopt-south', authority: 'hampshire' });
    expect((await elsewhere.post(`${base}/publications`, statement)).status).toBe(404);
    expect((await app.nobody.post(`${base}/publications`, statement)).status).toBe(401);
    const { publication } = await app.database.rowCounts();
    expect(publication).toBe(before['publication']);
  });

  it('is refused for a year in which nothing was in force', async () => {
    const refused = await app.http.post(`${base}/publications`, { ...statement, financialYear: '1999-00' });
    expect(refused.status).toBe(404);
  });

  it('is no longer shown once withdrawn, and the record of it stays', async () => {
    const lead = await app.as({ role: 'lead-officer', partnership: 'aspire', authority: 'dorset' });
    const { body: published } = await lead.post(`${base}/publications`, statement);
    const withdrawal = { publication: published.id, source: 'A figure was not final' };
    expect((await lead.post(`${base}/withdrawals`, withdrawal)).status).toBe(201);
    expect((await app.nobody.get(`/api/v1/published/${String(published.id)}`)).status).toBe(404);
    expect((await lead.get(`${base}/publications/${String(published.id)}`)).body.id).toBe(published.id);
    expect((await lead.post(`${base}/withdrawals`, withdrawal)).status).toBe(409);
  });

  it('keeps every byte of what people wrote, quotation marks and backslashes too, and the digest is of those', async () => {
    const { host } = await smallPartnership(app, 'quoted');
    const at = 'partnerships/quoted';
    const title = 'The "formula" of C:\\papers\\2019 – £1';
    const decided = {
      body: 'Board',
      reference: '1',
      takenOn: '2019-02-12',
      outcome: 'approved',
      approves: 'formula',
      title,
    };
    const decision = (await added(app, `${at}/decisions`, decided)).id;
    const agreement = (await added(app, `${at}/agreements`, { title: 'It', from: '2019-04-01' })).id;
    const pots = [{ id: 'pool', lines: [{ id: 'budget', amount: '1.00' }], basis: { kind: 'equal' } }];
    const schedule = { period: '2019-20', partners: [{ id: host }], pots };
    await added(app, `${at}/agreement-versions`, { agreement, decision, from: '2019-04-01', schedule });
    const { id } = await added(app, `${at}/publications`, { financialYear: '2019-20', asAt: '2020-04-01' });
    const published = (await app.nobody.get(`/api/v1/published/${String(id)}`)).body;
    expect(published.statement.parts[0].decision.title).toBe(title);
    const [row] = await app.database.sql<{ document: string }>('select document from publication where id = $1', [id]);
    expect(published.digest).toBe(`sha256:${createHash('sha256').update(row!.document).digest('hex')}`);
  });
});

describe('the public’s own login', () => {
  it('reads what is published and cannot so much as ask for anything else', async () => {
    await app.database.as('poolkeeper_public', async (client) => {
      expect((await client.query('select id from publication')).rowCount).toBeGreaterThan(0);
      for (const sql of [
        'select * from contribution',
        'select source from withdrawal',
        'select * from authz.session',
        'delete from publication',
        `select authz.open('', '', '', '')`,
      ]) {
        await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
      }
    });
  });
});
