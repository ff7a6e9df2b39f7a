import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Answer, type Http, startApp, type TestApp } from '../support/app.js';
import { added, smallPartnership } from '../support/partnership.js';
import { rawGet } from '../support/raw-get.js';
import { sendFile } from '../support/send-file.js';

let app: TestApp;
let number = 0;
let id = '';

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  number += 1;
  id = `pair${number}`;
  await smallPartnership(app, id);
});

const header = 'authority,dueOn,amount,what,source';
const at = (path: string) => `/api/v1/partnerships/${id}/${path}`;
const csv = (...rows: string[]) => [header, ...rows].join('\n');
const row = (n: number) => `${id}-b,2026-04-01,${n}.00,Bill ${n},Budget report`;
const preview = (file: string, http: Http = app.http, kind = 'contributions'): Promise<Answer> =>
  http.post(at(`imports?kind=${kind}&name=bills.csv`), file, { 'content-type': 'text/csv' });
const confirm = (of: Answer, http: Http = app.http, headers = {}) =>
  http.post(at(`imports/${of.body.id}/confirmation`), { digest: of.body.digest }, headers);
const contributions = async () => (await app.http.get(at('contributions?sort=amount'))).body.items;

describe('a file of contributions', () => {
  it('is shown first, with nothing added; confirmed, all of it is there, naming the file and the row', async () => {
    const shown = await preview(csv(row(1), row(2)));
    expect(shown.status).toBe(201);
    expect(shown.body).toMatchObject({ state: 'ready', rows: 2, total: '3.00', faults: [], file: 'bills.csv' });
    expect(await contributions()).toEqual([]);
    const done = await confirm(shown);
    expect({ status: done.status, state: done.body.state }).toEqual({ status: 201, state: 'added' });
    expect(done.headers['location']).toBe(at(`imports/${shown.body.id}`));
    expect(
      (await contributions()).map(({ amount, what, source }: Record<string, string>) => [amount, what, source]),
    ).toEqual([
      ['1.00', 'Bill 1', 'Budget report (imported from bills.csv, row 2)'],
      ['2.00', 'Bill 2', 'Budget report (imported from bills.csv, row 3)'],
    ]);
  });

  it('has every fault named by its cell, in words, and adds nothing', async () => {
    const wrong = await preview(
      csv(`${id}-b,29/02/1900,"1,000",Bill,Report`, `elsewhere,2026-04-01,1,Bill,Report`, `${id}-b,,x,,Report`),
    );
    expect(wrong.body).toMatchObject({ state: 'faulty', faultCount: 6 });
    expect(wrong.body.faults.map(({ cell, code }: Record<string, string>) => `${cell} ${code}`)).toEqual([
      ...['B2 not-a-date', 'C2 not-money', 'B4 missing', 'C4 not-money', 'D4 missing', 'A3 not-taking-part'],
    ]);
    const early = await preview(csv(row(1).replace('2026', '1926')));
    expect(early.body.faults).toEqual([expect.objectContaining({ cell: 'B2', code: 'before-the-partnership' })]);
    expect(wrong.body.faults[1].detail).toContain('It says “1,000”. Take out commas, spaces and the pound sign.');
    const refused = await confirm(wrong);
    expect({ status: refused.status, code: refused.body.errors[0].code }).toEqual({ status: 409, code: 'not-ready' });
    expect(await contributions()).toEqual([]);
  });

  it('is added once: the same file again is refused with where it went in', async () => {
    const first = await preview(csv(row(1)));
    const second = await preview(csv(row(1)));
    await confirm(first);
    const again = await preview(csv(row(1)));
    expect(again.status).toBe(409);
    expect(again.body.detail).toContain(`by import ${first.body.id}`);
    expect((await confirm(second)).status).toBe(409);
    expect((await confirm(first)).status).toBe(409);
    expect(await contributions()).toHaveLength(1);
  });

  it('confirmed twice with one key is added once, and answered alike', async () => {
    const shown = await preview(csv(row(1), row(2)));
    const key = { 'idempotency-key': randomUUID() };
    const both = await Promise.all([confirm(shown, app.http, key), confirm(shown, app.http, key)]);
    expect(both.map(({ status, body }) => [status, body.state])).toEqual([
      [201, 'added'],
      [201, 'added'],
    ]);
    expect(await contributions()).toHaveLength(2);
  });

  it('is added only as it was shown', async () => {
    const shown = await preview(csv(row(1)));
    const other = { ...shown, body: { ...shown.body, digest: `sha256:${'0'.repeat(64)}` } };
    expect((await confirm(other)).body.errors[0].code).toBe('not-what-was-shown');
    expect(await contributions()).toEqual([]);
  });

  it('is added whole or not at all: one row that the database refuses takes all with it', async () => {
    const shown = await preview(csv(row(1), row(2), row(3)));
    await app.database.sql(`alter table contribution add constraint planted check (what <> 'Bill 3') not valid`);
    const failed = await confirm(shown);
    await app.database.sql('alter table contribution drop constraint planted');
    expect(failed.status).toBeGreaterThanOrEqual(400);
    expect(await contributions()).toEqual([]);
    expect((await confirm(shown)).body.state).toBe('added');
  });

  it('by an officer holds only rows of their own authority', async () => {
    const officer = await app.as({ role: 'finance-officer', partnership: id, authority: `${id}-a` });
    const wrong = await preview(csv(row(1)), officer);
    expect(wrong.body.faults).toEqual([expect.objectContaining({ cell: 'A2', code: 'not-own' })]);
    const own = await preview(csv(row(1).replace(`${id}-b`, `${id}-a`)), officer);
    expect((await confirm(own, officer)).body.errors[0].code).toBe('needs-approval');
    expect(await contributions()).toEqual([]);
    expect((await confirm(own)).body.state).toBe('added');
  });

  it('by whoever may add none is refused', async () => {
    const [chair, officer] = [
      await app.as({ role: 'chair', partnership: id, authority: `${id}-a` }),
      await app.as({ role: 'finance-officer', partnership: id, authority: `${id}-a` }),
    ];
    expect((await preview(csv(row(1)), chair)).status).toBe(403);
    expect((await preview('contribution', officer, 'receipts')).body.state).toBe('faulty');
  });

  it('leaves a trace of who sent it and who confirmed it', async () => {
    await confirm(await preview(csv(row(1))));
    const { body } = await app.http.get(at('audit?limit=200'));
    const subjects = body.items.map(({ subject, event }: Record<string, string>) => `${event} ${subject}`);
    for (const subject of ['import', 'import_reading', 'import_confirmation', 'contribution']) {
      expect(subjects).toContain(`added ${subject}`);
    }
  });

  it('that comes to more than any amount may be is told like any other, and so is the list it is in', async () => {
    const most = (n: number) => row(n).replace(`${n}.00`, '9999999999999.99');
    const shown = await preview(csv(...Array.from({ length: 9_300 }, (_, n) => most(n + 1))));
    expect([shown.status, shown.body.total]).toEqual([201, '92999999999999907.00']);
    expect((await app.http.get(at('imports'))).status).toBe(200);
  });

  it('whose text is cut never keeps half a character', async () => {
    const wrong = await preview(csv(row(1).replace('2026-04-01', `${'x'.repeat(39)}😀`)));
    expect(wrong.body.faults).toEqual([expect.objectContaining({ cell: 'B2', code: 'not-a-date' })]);
    for (const before of ['', 'x']) {
      const long = await preview(csv(row(1).replace('Budget report', `${before}${'😀'.repeat(1999)}`)));
      expect(long.body.state).toBe('ready');
      expect((await confirm(long)).body.state).toBe('added');
    }
  });

  it('that cannot be read is refused, and nothing of it is kept', async () => {
    const refused = await sendFile(app, at('imports'), Buffer.from('PK\u0003\u0004 no archive'));
    expect({ status: refused.status, code: refused.body.errors[0].code }).toEqual({ status: 422, code: 'damaged' });
    expect((await app.http.get(at('imports'))).body.items).toEqual([]);
  });

  it.each([
    ['authority,dueOn,amount,source\n', ['missing-column']],
    ['authority,dueOn,amount,what,source,colour\n', ['unknown-column']],
    ['authority,authority,dueOn,amount,what,source\n', ['column-twice']],
    [`${header}\n`, ['no-rows']],
    ['\n', ['no-rows']],
  ])('with the headings %j says what is wrong with them', async (file, codes) => {
    const { body } = await preview(file);
    expect(body.faults.map(({ code }: Record<string, string>) => code)).toEqual(codes);
  });
});

describe.each(['csv', 'xlsx'])('as %s', (form) => {
  const type = form === 'csv' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

  it('an export of one partnership imports into another unchanged, and not into its own', async () => {
    for (const [n, what] of ['=1+1', "'tis", 'a\r\n"b", c', ' spaced ', 'plain'].entries()) {
      await added(app, `partnerships/${id}/contributions`, {
        authority: `${id}-b`,
        dueOn: '2026-04-01',
        amount: `${n + 1}.50`,
        what,
      });
    }
    const file = await rawGet(app, at(`contributions/all.${form}?sort=amount`));
    const own = await sendFile(app, at('imports?name=x'), file, type);
    expect(own.body.faults.map(({ code }: Record<string, string>) => code)).toEqual(Array(5).fill('already-recorded'));
    const before = await contributions();
    const there = `${id}-there`;
    await added(app, 'partnerships', { id: there, name: there, deliveryModel: 'hosted', about: 'Two.' });
    await added(app, `partnerships/${there}/participations`, {
      authority: `${id}-b`,
      role: 'host',
      from: '2019-04-01',
    });
    id = there;
    const shown = await sendFile(app, at('imports?name=x'), file, type);
    expect(shown.body).toMatchObject({
      state: 'ready',
      rows: 5,
      setAside: ['id', 'financialYear', 'recordedAt', 'recordedBy'],
    });
    expect((await confirm(shown)).status).toBe(201);
    const facts = (list: Record<string, string>[]) =>
      list.map(({ authority, dueOn, amount, what, illustrative, source = '' }) => [
        authority,
        dueOn,
        amount,
        what,
        illustrative,
        source.replace(/ \(imported.*/, ''),
      ]);
    expect(facts(await contributions())).toEqual(facts(before));
  });

  it.each(['contributions', 'receipts', 'provisions'])(
    'an untouched template of %s has nothing to add',
    async (kind) => {
      const file = await rawGet(app, at(`imports/template.${form}?kind=${kind}`));
      const { body } = await sendFile(app, at(`imports?kind=${kind}`), file, type);
      expect(body.faults.map(({ code }: Record<string, string>) => code)).toEqual(['no-rows']);
    },
  );
});

describe('receipts and provisions', () => {
  it('are imported too: a receipt is put down to whoever owed', async () => {
    const owed = await added(app, `partnerships/${id}/contributions`, {
      authority: `${id}-b`,
      dueOn: '2026-04-01',
      amount: '5.00',
      what: 'Bill',
    });
    const rows = (contribution: string) =>
      `contribution,receivedOn,amount,reference,source\n${contribution},01/04/2026,5,BACS,Bank`;
    const wrong = await preview(rows(randomUUID()), app.http, 'receipts');
    expect(wrong.body.faults).toEqual([expect.objectContaining({ cell: 'A2', code: 'not-there' })]);
    await confirm(await preview(rows(owed.id), app.http, 'receipts'));
    const { body } = await app.http.get(at('receipts'));
    expect(body.items).toEqual([
      expect.objectContaining({ authority: `${id}-b`, amount: '5.00', receivedOn: '2026-04-01' }),
    ]);
  });

  it('say when a provision was decided already, in the file or before', async () => {
    const rows = `authority,financialYear,amount,decidedOn,source\n${`${id}-b,2026-27,5,2026-02-01,Cabinet\n`.repeat(2)}`;
    const { body } = await preview(rows, app.http, 'provisions');
    expect(body.faults).toEqual([expect.objectContaining({ cell: 'D3', code: 'already-recorded' })]);
  });
});
