import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ticketOf } from '../../src/platform/database/ticket.js';
import { startApp, type TestApp } from '../support/app.js';
import { added, made, smallPartnership } from '../support/partnership.js';

let app: TestApp;
let owed = '';
beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  owed = (await added(app, 'partnerships/one/contributions', bill())).id as string;
});
afterAll(() => app.stop());

const base = '/api/v1/partnerships/one';
const bill = () => ({ authority: 'one-a', dueOn: '2026-04-01', amount: '10.00', what: 'Quarter 1' });
const receipt = () => ({ contribution: owed, receivedOn: '2026-04-02', amount: '1.00', reference: 'BACS' });
const officer = () => app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-a' });
const lead = () => app.as({ role: 'finance-lead', partnership: 'one', authority: 'one-a' });

describe('no money is posted by its maker alone', () => {
  it.each([
    ['contribution', bill],
    ['receipt', receipt],
  ] as const)('a %s is refused to officers and leads, with the address to propose it at', async (kind, body) => {
    const before = await app.database.rowCounts();
    for (const who of [await officer(), await lead()]) {
      const { status, body: told } = await who.post(`${base}/${kind}s`, { ...made, ...body() });
      expect([status, told.type]).toEqual([403, '/api/problems/forbidden']);
      expect(told.detail).toContain('POST /api/v1/partnerships/{partnership}/ledger/drafts');
      expect(told.detail).toContain(`"kind": "${kind}"`);
    }
    const after = await app.database.rowCounts();
    expect([after['contribution'], after['receipt']]).toEqual([before['contribution'], before['receipt']]);
    expect((await app.http.post(`${base}/${kind}s`, { ...made, ...body() })).status).toBe(201);
  });

  it('the reference names that address too, and other refusals say nothing of it', async () => {
    const { body: api } = await app.nobody.get('/api/openapi.json');
    const refused = api.paths['/api/v1/partnerships/{partnership}/receipts'].post.responses['403'].description;
    expect(refused).toContain('/ledger/drafts');
    const chair = await app.as({ role: 'chair', partnership: 'one', authority: 'one-a' });
    const { status, body } = await chair.post(`${base}/provisions`, {});
    expect([status, body.detail.includes('drafts')]).toEqual([403, false]);
  });
});

describe('the database refuses it, were the table of permissions wider', () => {
  const rows = {
    contribution: `(partnership_id, id, authority_id, due_on, amount_pence, what, source)
      values ('one', gen_random_uuid(), 'one-a', '2026-04-01', 1, 'Bill', 'Test')`,
    receipt: `(partnership_id, id, authority_id, contribution_id, received_on, amount_pence, reference, source)
      select 'one', gen_random_uuid(), 'one-a', '{owed}', '2026-04-01'::date, 1, 'BACS', 'Test'`,
  } as const;
  type Table = keyof typeof rows;

  async function adding(table: Table, secret: string): Promise<number | null> {
    return app.database.as('poolkeeper_api', async (client) => {
      await client.query('begin');
      await client.query('select authz.open($1, $2, $3, $4)', [ticketOf(secret), `${table}.add`, 'one', 'test']);
      const { rowCount } = await client.query(`insert into ${table} ${rows[table].replace('{owed}', owed)}`);
      await client.query('rollback');
      return rowCount;
    });
  }

  it.each(['contribution', 'receipt'] as const)('of a %s; and is seen to take it without its policy', async (table) => {
    const { secret } = await lead();
    await expect(adding(table, secret)).rejects.toMatchObject({ code: 'PK403' });
    await app.database.sql(`insert into authz.permission values ('finance-lead', '${table}.add', 'partnership')`);
    await expect(adding(table, secret)).rejects.toMatchObject({ code: '42501' });
    expect(await adding(table, app.service.secret)).toBe(1);
    await app.database.sql(`drop policy ${table}_by_loading on ${table}`);
    expect(await adding(table, secret)).toBe(1);
  });
});
