import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeAt } from '../../src/features/sign-in/second-factor/one-time-code.js';
import { Clock } from '../../src/platform/clock/clock.js';
import {
  type Account,
  another,
  cheaply,
  codeNow,
  giveBoth,
  issue,
  newAccount,
  newPerson,
  password,
  setUp,
} from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { Browsing } from '../support/browsing.js';

const SESSION = '__Host-poolkeeper';

let test: TestApp;
let second: Awaited<ReturnType<typeof another>>;

beforeAll(async () => {
  test = await startApp();
  cheaply(test.app);
  second = await another(test);
});
afterAll(async () => {
  await second.app.close();
  await test.stop();
});

describe('setting up an account', () => {
  it('takes a password and a phone, gives ten recovery codes, and signs the person in', async () => {
    const account = await newAccount(test, 'first');
    expect(account.codes).toHaveLength(10);
    const { status, text } = await account.browser.get('/account');
    expect([status, text.includes('Person first')]).toEqual([200, true]);
  });

  it('keeps the password, the codes and what a browser holds by their hashes alone', async () => {
    const account = await newAccount(test, 'hashes');
    const held = await test.database.sql(`
      select to_jsonb(c)::text || (select jsonb_agg(r)::text from authz.recovery_code r where credential_id = c.id)
        || (select jsonb_agg(d)::text from authz.known_device d) || (select jsonb_agg(s)::text from authz.session s) as held
      from authz.credential c`);
    const text = JSON.stringify(held);
    expect(text).toContain('$scrypt$ln=');
    for (const secret of [password, ...account.codes, ...account.browser.cookies.values()])
      expect(text).not.toContain(secret);
  });

  it('works with the latest code, once, and with no other', async () => {
    const person = await newPerson(test, 'Once');
    const [old, code] = [await issue(test, person, 'once'), await issue(test, person, 'once')];
    const browser = new Browsing(test.url);
    for (const wrong of [old, 'x', code.slice(1), '%00'])
      expect((await browser.get(`/enrol/${wrong}`)).status).toBe(404);
    await setUp(test, code);
    for (const path of [`/enrol/${code}`, `/enrol/${code}/phone`]) {
      expect((await browser.get(path)).text).toContain('This link cannot be used');
    }
  });

  it('is past its date after seven days', async () => {
    const code = await issue(test, await newPerson(test, 'Late'), 'late');
    await asAnybody(`update authz.enrolment set issued_at = now() - interval '8 days', expires_at = now() - interval '1 day'
      where account_id = (select id from authz.local_account where name = 'late')`);
    expect((await new Browsing(test.url).get(`/enrol/${code}`)).status).toBe(404);
  });

  it('refuses a password that is short, easy or not twice the same', async () => {
    const code = await issue(test, await newPerson(test, 'Easy'), 'easy');
    const browser = new Browsing(test.url);
    const said = async (one: string, two: string) =>
      (await browser.submit(`/enrol/${code}`, { newPassword: one, newPasswordAgain: two })).text;
    expect(await said('short', 'short')).toContain('Password must be 12 characters or more');
    expect(await said('password1234', 'password1234')).toContain('too easy to guess');
    expect(await said('kettle anchor moss', 'kettle anchor mos')).toContain('The two passwords are not the same');
    expect(await said('', '')).toContain('Enter a password');
    expect((await browser.get(`/enrol/${code}/phone`)).location).toBe(`/enrol/${code}`);
  });

  it('is for an administrator to allow, and for nobody else', async () => {
    const person = await newPerson(test, 'Nobody');
    const asAdministrator = await issue(test, person, 'nobody.yet');
    expect(asAdministrator).toMatch(/^[\w-]{43}$/);
    await expect(issue(test, await newPerson(test, 'Other'), 'Not a name!')).rejects.toMatchObject({ code: '23514' });
    await expect(issue(test, await newPerson(test, 'Other'), 'nobody.yet')).rejects.toMatchObject({ code: '23505' });
    const api = test.database.as('poolkeeper_api', (client) =>
      client.query(`select authz.issue_enrolment($1, 'x.y', sha256('x'))`, [person]),
    );
    await expect(api).rejects.toMatchObject({ code: 'PK403' });
  });

  it('anew ends what stood before: sessions, password, phone and devices', async () => {
    const account = await newAccount(test, 'anew');
    const again = await setUp(test, await issue(test, account.person, 'ignored'));
    expect((await account.browser.get('/account')).location).toContain('/sign-in?');
    const old = await giveBoth(test, new Browsing(test.url), account);
    expect(old.status).toBe(422);
    expect((await giveBoth(test, new Browsing(test.url), { ...account, ...again })).status).toBe(303);
  });
});

describe('signing in', () => {
  let account: Account;
  beforeAll(async () => {
    account = await newAccount(test, 'someone');
  });

  it('takes the name however it is typed, the password and a code', async () => {
    const browser = new Browsing(test.url);
    const done = await giveBoth(test, browser, { ...account, name: '  SomeOne ' });
    expect([done.status, done.location]).toEqual([303, '/choose-capacity?next=%2F']);
    expect((await browser.get(done.location)).location).toBe('/');
    expect((await browser.get('/account')).status).toBe(200);
  });

  it('says the same of a wrong name and of a wrong password', async () => {
    const said = async (name: string) => {
      const { status, text } = await new Browsing(test.url, '127.0.3.1').submit('/sign-in', {
        name,
        password: 'not this one',
      });
      return [
        status,
        /<main[\s\S]*<\/main>/
          .exec(text)![0]
          .replaceAll(name, '')
          .replaceAll(/value="[\w-]{43}"/g, ''),
      ];
    };
    expect(await said('someone')).toEqual(await said('nobody.at.all'));
  });

  it('takes each code once, in every process', async () => {
    const [one, two] = [new Browsing(test.url), new Browsing(second.url)];
    await one.submit('/sign-in', { name: 'someone', password });
    await two.submit('/sign-in', { name: 'someone', password });
    const code = codeNow(test, account.secret);
    const both = await Promise.all([one.submit('/sign-in/code', { code }), two.submit('/sign-in/code', { code })]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    const earlier = codeAt(account.secret, Math.floor(test.app.get(Clock).now() / 30_000) - 1);
    const third = new Browsing(test.url);
    await third.submit('/sign-in', { name: 'someone', password });
    expect((await third.submit('/sign-in/code', { code: earlier })).text).toContain('or has been used');
  });

  it('takes each recovery code once, in every process', async () => {
    const [one, two] = [new Browsing(test.url), new Browsing(second.url)];
    await one.submit('/sign-in', { name: 'someone', password });
    await two.submit('/sign-in', { name: 'someone', password });
    const path = '/sign-in/code?with=recovery-code';
    const give = (browser: Browsing) => browser.submit(path, { recoveryCode: account.codes[0]! }, '/sign-in/code');
    expect((await Promise.all([give(one), give(two)])).map(({ status }) => status).sort()).toEqual([303, 422]);
    const used = new Browsing(test.url);
    await used.submit('/sign-in', { name: 'someone', password });
    expect((await give(used)).text).toContain('or it has been used');
  });

  it('takes a password’s half once: a second code for it starts again', async () => {
    const browser = new Browsing(test.url);
    await browser.submit('/sign-in', { name: 'someone', password });
    const half = browser.cookies.get('__Host-poolkeeper-half')!;
    await browser.submit('/sign-in/code', { code: codeNow(test, account.secret) });
    const thief = new Browsing(test.url);
    thief.cookies.set('__Host-poolkeeper-half', half);
    const again = await thief.submit('/sign-in/code', { code: codeNow(test, account.secret) });
    expect(again.location).toMatch(/^\/sign-in\?why=over/);
  });

  it('asks for a code only of whoever gave a password', async () => {
    const browser = new Browsing(test.url);
    expect((await browser.get('/sign-in/code?next=/account')).location).toBe('/sign-in?why=over&next=%2Faccount');
  });

  it('goes on to where one was going, and never elsewhere', async () => {
    const browser = new Browsing(test.url);
    const sent = await browser.get('/partnerships/aspire/flags?asAt=2026-11-22');
    expect(sent.location).toBe('/sign-in?why=needed&next=%2Fpartnerships%2Faspire%2Fflags%3FasAt%3D2026-11-22');
    const first = await browser.submit(sent.location, { name: 'someone', password }, '/sign-in');
    expect(first.location).toBe('/sign-in/code?next=%2Fpartnerships%2Faspire%2Fflags%3FasAt%3D2026-11-22');
    const away = await new Browsing(test.url).submit(
      '/sign-in?next=//elsewhere.example',
      { name: 'someone', password },
      '/sign-in',
    );
    expect(away.location).toBe('/sign-in/code?next=%2F');
  });

  it('keeps cookies that no script reads and that go nowhere else', async () => {
    const browser = new Browsing(test.url);
    await browser.submit('/sign-in', { name: 'someone', password });
    const { headers } = await browser.submit('/sign-in/code', { code: codeNow(test, account.secret) });
    const [session] = headers['set-cookie']!.filter((one) => one.startsWith(`${SESSION}=`));
    expect(session).toMatch(/^__Host-poolkeeper=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('is nothing to a cookie that is no cookie of ours', async () => {
    const cookies = [
      '',
      '=',
      ';;;',
      `${SESSION}=`,
      `${SESSION}=x`,
      `${SESSION}=${'x'.repeat(9000)}`,
      `${SESSION}=%00`,
      '\u00ff=\u00fe',
    ];
    for (const cookie of cookies) {
      const { status, location } = await new Browsing(test.url).get('/account', { cookie });
      expect({ cookie, status, location }).toEqual({
        cookie,
        status: 303,
        location: '/sign-in?why=needed&next=%2Faccount',
      });
      expect((await test.nobody.get('/api/v1/account/sessions', { cookie })).status).toBe(401);
    }
  });

  it('refuses a form with the token of another browser, or of another session', async () => {
    const [mine, theirs] = [new Browsing(test.url), new Browsing(test.url)];
    const { text } = await theirs.get('/sign-in');
    const formToken = /name="formToken" value="([\w-]+)"/.exec(text)![1]!;
    await mine.get('/sign-in');
    const refused = await mine.post('/sign-in', { formToken, name: 'someone', password });
    expect([refused.status, refused.text.includes('This form has expired')]).toEqual([403, true]);
    expect(refused.text).toContain('someone');
    expect(refused.text).not.toContain(password);
  });
});

/** Changes what cannot be changed: the triggers are off for whoever owns the server. */
async function asAnybody(change: string): Promise<void> {
  await test.database.asAdmin(async (client) => {
    await client.query(`set session_replication_role = replica; ${change}`);
  });
}
