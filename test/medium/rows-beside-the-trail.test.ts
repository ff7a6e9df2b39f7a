import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { smallPartnership } from '../support/partnership.js';
import { addRowOfEach, idOf } from '../support/row-of-each.js';

type Who = Awaited<ReturnType<TestApp['as']>>;

let test: TestApp;
let auditor: Who;
beforeAll(async () => {
  test = await startApp();
  await addRowOfEach(test.database, 'one');
  await smallPartnership(test, 'two');
  auditor = await test.as({ role: 'auditor', partnership: 'one' });
});
afterAll(() => test.stop());

const check = async (who: Who, place = 'partnerships/one/audit') => {
  const { status, body } = await who.get(`/api/v1/${place}/check`);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body as { firstBadPosition: number | null; rowsAtFault: object[]; notCompared: string[] };
};

/** A change as a superuser whom no trigger stops, so that the trail knows nothing of it; taken back after the work. */
async function pastTheTriggers<T>(change: string, back: string, work: () => Promise<T>): Promise<T> {
  await test.database.sql(`begin; set local session_replication_role = replica; ${change}; commit`);
  const done = await work();
  await test.database.sql(`begin; set local session_replication_role = replica; ${back}; commit`);
  return done;
}

describe('the check of a trail holds the rows as they stand against it', () => {
  it('finds nothing where all is well, batches and erased details among it', async () => {
    await test.database.sql(
      `insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source, recorded_by)
        select 'one', gen_random_uuid(), 'one-a', '2026-04-01', n, 'Bill', 'Test', 'T' from generate_series(1, 150) n`,
    );
    const lead = await test.as({ role: 'lead-officer', partnership: 'one', authority: 'one-a' });
    const { body } = await lead.get(`/api/v1/partnerships/one/audit?subject=receipt&event=added`);
    const { position } = body.items[0];
    expect((await lead.post(`/api/v1/partnerships/one/audit/${position}/erasure`, { why: 'Asked' })).status).toBe(200);
    expect(await check(auditor)).toMatchObject({ firstBadPosition: null, rowsAtFault: [], notCompared: [] });
  });

  it('and in the chain of no partnership, and in another', async () => {
    const administrator = await test.as({ role: 'administrator' });
    expect((await check(administrator, 'audit')).rowsAtFault).toEqual([]);
    const other = await test.as({ role: 'auditor', partnership: 'two' });
    expect((await check(other, 'partnerships/two/audit')).rowsAtFault).toEqual([]);
  });

  it('names a row that was changed', async () => {
    const id = idOf('contribution', 'one');
    const row = `update contribution set amount_pence = amount_pence`;
    const found = await pastTheTriggers(`${row} + 1 where id = '${id}'`, `${row} - 1 where id = '${id}'`, () =>
      check(auditor),
    );
    expect(found).toMatchObject({ firstBadPosition: null });
    expect(found.rowsAtFault).toEqual([
      { subject: 'contribution', record: id, position: expect.any(Number), why: 'it is not what was recorded' },
    ]);
    expect((await check(auditor)).rowsAtFault).toEqual([]);
  });

  it('names one of a batch by its batch', async () => {
    const row = `update contribution set amount_pence = amount_pence`;
    const found = await pastTheTriggers(
      `${row} + 1000 where amount_pence = 77 and what = 'Bill'`,
      `${row} - 1000 where amount_pence = 1077 and what = 'Bill'`,
      () => check(auditor),
    );
    expect(found.rowsAtFault).toEqual([
      {
        ...{ subject: 'contribution', record: null, position: expect.any(Number) },
        why: 'the rows of this batch are not what was recorded',
      },
    ]);
  });

  it('names a row that is gone, and one that nobody added', async () => {
    const id = idOf('planned_spend', 'one');
    const gone = await pastTheTriggers(
      `create table held as select * from planned_spend where id = '${id}'; delete from planned_spend where id = '${id}'`,
      `insert into planned_spend select * from held; drop table held`,
      () => check(auditor),
    );
    expect(gone.rowsAtFault).toMatchObject([
      { subject: 'planned_spend', record: id, why: 'it was recorded, and is not there' },
    ]);
    const planted = '00000000-0000-4000-8000-000000000001';
    const added = await pastTheTriggers(
      `insert into provision (partnership_id, id, authority_id, financial_year, amount_pence, decided_on, source, recorded_by)
        values ('one', '${planted}', 'one-a', '2030-31', 1, '2026-04-01', 'Test', 'T')`,
      `delete from provision where id = '${planted}'`,
      () => check(auditor),
    );
    expect(added.rowsAtFault).toEqual([
      { subject: 'provision', record: planted, position: null, why: 'no entry says that it was added' },
    ]);
  });

  it('says what it could not compare, because whoever asks may not read it', async () => {
    const lead = await test.as({ role: 'finance-lead', partnership: 'one', authority: 'one-a' });
    const { rowsAtFault, notCompared } = await check(lead);
    expect(rowsAtFault).toEqual([]);
    expect(notCompared).toEqual(expect.arrayContaining(['role_grant']));
  });
});
