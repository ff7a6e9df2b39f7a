import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nameFirstAdministrator } from '../../src/features/people/first-administrator.js';
import { type Answer, startApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const named = () => nameFirstAdministrator(app.database.adminUrl);
const enrolling = (code: string | undefined): Promise<Answer> => app.nobody.get(`/enrol/${code ?? ''}`);
const isOpen = async (code: string | undefined) => /name="username"/.test((await enrolling(code)).text);
const grants = () =>
  app.database.sql<{ id: string; person: string; name: string }>(
    `select g.id, g.person_id as person, p.name from role_grant g join person p on p.id = g.person_id where g.role = 'administrator' order by g.recorded_at`,
  );

/** As if the person had set up their account. */
const enrol = (person: string) =>
  app.database.sql(
    `insert into authz.credential (id, account_id, enrolment_id, password, totp_secret, last_step)
     select gen_random_uuid(), a.id, e.id, '$scrypt$', repeat('A', 32), 0 from authz.local_account a
     join authz.enrolment e on e.account_id = a.id where a.person_id = $1 order by e.issued_at desc limit 1`,
    [person],
  );

describe('the first administrator', () => {
  it('is named at a start where there is none, once however many start at once, and told how to set up the account', async () => {
    const codes = await Promise.all([named(), named(), named()]);
    expect(await grants()).toEqual([
      { id: expect.any(String), person: expect.any(String), name: 'First administrator' },
    ]);
    const open = await Promise.all(codes.map(isOpen));
    expect(open.filter(Boolean)).toHaveLength(1);
    expect(new Set(codes).size).toBe(3);
  });

  it('is told anew at each start until the account is set up, by a code that alone is worth something', async () => {
    const [earlier, later] = [await named(), await named()];
    expect([await isOpen(earlier), await isOpen(later)]).toEqual([false, true]);
    const [first] = await grants();
    await enrol(first!.person);
    expect(await named()).toBeUndefined();
    expect(await grants()).toHaveLength(1);
    expect(await isOpen(later)).toBe(false);
  });

  it('is another once every administrator has gone, whose name nobody had before', async () => {
    const [first] = await grants();
    await app.http.post(`/api/v1/grants/${first!.id}/end`, { reason: 'They have left' });
    expect(await isOpen(await named())).toBe(true);
    expect(await grants()).toHaveLength(2);
    const names = await app.database.sql<{ name: string }>('select name from authz.local_account order by made_at');
    expect(names.map(({ name }) => name)).toEqual([
      'administrator',
      expect.stringMatching(/^administrator-[0-9a-f]{8}$/),
    ]);
  });

  it('cannot be named beside one that there is, even by the owner of the tables', async () => {
    const adding = app.database.as('poolkeeper_owner', (client) =>
      client.query(
        `insert into person (id, name, source, recorded_by) values (gen_random_uuid(), 'Another', 'Test', 'Test')`,
      ),
    );
    await expect(adding).rejects.toMatchObject({ code: '42501' });
  });

  it('is in the audit trail', async () => {
    const found = await app.database.sql(
      `select subject from audit_entry where chain = '*' and office is null order by position limit 2`,
    );
    expect(found).toEqual([{ subject: 'person' }, { subject: 'role_grant' }]);
  });
});
