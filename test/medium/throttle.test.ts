import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { budgets } from '../../src/features/sign-in/limits.js';
import { Passwords } from '../../src/features/sign-in/password/passwords.js';
import { type Account, another, cheaply, codeNow, giveBoth, newAccount, password } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { Browsing } from '../support/browsing.js';

let test: TestApp;
let second: Awaited<ReturnType<typeof another>>;
let hashed = 0;

beforeAll(async () => {
  test = await startApp();
  second = await another(test);
  for (const app of [test.app, second.app]) {
    cheaply(app);
    const passwords = app.get(Passwords, { strict: false });
    const matches = passwords.matches.bind(passwords);
    Object.assign(passwords, {
      matches: (...given: Parameters<typeof matches>) => {
        hashed += 1;
        return matches(...given);
      },
    });
  }
});
afterAll(async () => {
  await second.app.close();
  await test.stop();
});

/** How many passwords were looked at while something was done. */
async function hashedDuring(work: () => Promise<unknown>): Promise<number> {
  const before = hashed;
  await work();
  return hashed - before;
}

const guess = (name: string, address: string, server = test.url, headers: Record<string, string> = {}) =>
  guessing(new Browsing(server, address), name, headers);

async function guessing(browser: Browsing, name: string, headers: Record<string, string> = {}) {
  const { text } = await browser.get('/sign-in');
  const formToken = /name="formToken" value="([\w-]+)"/.exec(text)![1]!;
  return browser.post('/sign-in', { formToken, name, password: 'not the right one' }, headers);
}

/** So many guesses from each address in turn, spread over both processes. */
async function guesses(name: string, addresses: readonly string[], each: number): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let round = 0; round < each; round += 1) {
    for (const [index, address] of addresses.entries()) {
      const server = (round + index) % 2 === 0 ? test.url : second.url;
      statuses.push((await guess(name, address, server)).status);
    }
  }
  return statuses;
}

const addresses = (network: number, count: number) =>
  Array.from({ length: count }, (_, index) => `127.0.${network}.${index + 1}`);

/** As if so much time had passed for every attempt that was made. */
async function later(seconds: number): Promise<void> {
  await test.database.asAdmin(async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query('update authz.sign_in_attempt set made_at = made_at - make_interval(secs => $1)', [seconds]);
  });
}

describe('guesses at a password', () => {
  it('from one address are let through five times, then wait, whichever process they reach', async () => {
    const tried = await hashedDuring(async () => {
      const statuses = await guesses('nobody.one', ['127.0.10.1'], 9);
      expect(statuses).toEqual([...Array<number>(5).fill(422), ...Array<number>(4).fill(429)]);
    });
    expect(tried).toBe(budgets.pair.free);
  });

  it('say how long to wait, in words and to programs', async () => {
    const { headers, text } = await guess('nobody.one', '127.0.10.1');
    expect(Number(headers['retry-after'])).toBeGreaterThan(20);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(30);
    expect(text).toMatch(/Wait \d+ seconds, or give a recovery code as well/);
  });

  it('wait twice as long each time', async () => {
    const waits: number[] = [];
    for (let each = 0; each < 4; each += 1) {
      const refused = await guess('nobody.one', '127.0.10.1');
      waits.push(Number(refused.headers['retry-after']));
      await later(waits.at(-1)!);
      expect((await guess('nobody.one', '127.0.10.1')).status).toBe(422);
    }
    expect(waits.map((wait, index) => Math.round(wait / (30 * 2 ** index)))).toEqual([1, 1, 1, 1]);
  });

  it('all at once are no more than one after another', async () => {
    const tried = await hashedDuring(async () => {
      const all = Array.from({ length: 40 }, (_, index) =>
        guess('nobody.two', '127.0.11.1', index % 2 ? test.url : second.url),
      );
      const statuses = (await Promise.all(all)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 422)).toHaveLength(5);
      expect(new Set(statuses)).toEqual(new Set([422, 429]));
    });
    expect(tried).toBe(5);
  });

  it('from many addresses are let through twenty times in all', async () => {
    const tried = await hashedDuring(() => guesses('nobody.three', addresses(12, 15), 3));
    expect(tried).toBe(budgets.account.free);
  });

  it('at many names from one address are let through fifty times', async () => {
    const tried = await hashedDuring(async () => {
      for (let each = 0; each < 60; each += 1) await guess(`nobody.of.${each}`, '127.0.13.1');
    });
    expect(tried).toBe(budgets.address.free);
  });

  it('are counted by the address they come from, whatever they say of it', async () => {
    const tried = await hashedDuring(async () => {
      for (let each = 0; each < 12; each += 1) {
        const forged = `10.0.0.${each}`;
        const headers = {
          'x-forwarded-for': forged,
          'x-real-ip': forged,
          forwarded: `for=${forged}`,
          'true-client-ip': forged,
        };
        await guess('nobody.four', '127.0.14.1', test.url, headers);
      }
    });
    expect(tried).toBe(budgets.pair.free);
  });

  it('are counted alike for a name that is somebody’s and for one that is nobody’s', async () => {
    const { name } = await newAccount(test, 'alike');
    expect(await guesses(name, ['127.0.15.1'], 7)).toEqual(await guesses('not.alike', ['127.0.15.2'], 7));
  });

  it('cannot be had anew by spelling the name otherwise', async () => {
    const names = ['spelt', 'SPELT', ' spelt ', 'Spelt', 'ｓｐｅｌｔ', 'spelt\t', 'sPELT'];
    const tried = await hashedDuring(async () => {
      for (const name of names) await guess(name, '127.0.16.1');
    });
    expect(tried).toBe(budgets.pair.free);
  });
});

describe('whoever is hammered by others', () => {
  let account: Account;
  beforeAll(async () => {
    account = await newAccount(test, 'victim');
    await guesses('victim', addresses(20, 12), 4);
  });

  it('is kept out where they have never signed in before', async () => {
    const fresh = new Browsing(test.url, '127.0.21.1');
    expect((await fresh.submit('/sign-in', { name: 'victim', password })).status).toBe(429);
  });

  it('still signs in from a device that they have signed in with', async () => {
    const { browser } = account;
    browser.cookies.delete('__Host-poolkeeper');
    const done = await giveBoth(test, browser, account);
    expect([done.status, done.location]).toEqual([303, '/choose-capacity?next=%2F']);
    expect((await browser.get('/account')).status).toBe(200);
  });

  it('still signs in there from an address that others have used up', async () => {
    await hashedDuring(async () => {
      for (let each = 0; each < 60; each += 1) await guess(`somebody.${each}`, '127.0.22.1');
    });
    const browser = new Browsing(second.url, '127.0.22.1');
    for (const [name, value] of account.browser.cookies) browser.cookies.set(name, value);
    browser.cookies.delete('__Host-poolkeeper');
    expect((await giveBoth(test, browser, account)).status).toBe(303);
  });

  it('still signs in anywhere with a recovery code beside the password', async () => {
    const fresh = new Browsing(second.url, '127.0.23.1');
    const given = { name: 'victim', password, recoveryCode: account.codes[3]! };
    const done = await fresh.submit('/sign-in', given);
    expect([done.status, done.location]).toEqual([303, '/choose-capacity?next=%2F']);
    const again = new Browsing(second.url, '127.0.23.2');
    expect((await again.submit('/sign-in', given)).status).toBe(429);
  });

  it('is not helped by a recovery code that is not theirs, nor by one without the password', async () => {
    const other = await newAccount(test, 'bystander');
    const fresh = new Browsing(test.url, '127.0.24.1');
    const theirs = { name: 'victim', password, recoveryCode: other.codes[0]! };
    expect((await fresh.submit('/sign-in', theirs)).status).toBe(429);
    const wrong = { name: 'victim', password: 'not the right one', recoveryCode: account.codes[4]! };
    expect((await fresh.submit('/sign-in', wrong)).status).toBe(422);
    const right = { name: 'victim', password, recoveryCode: account.codes[4]! };
    expect((await fresh.submit('/sign-in', right)).status).toBe(303);
  });

  it('is not helped by a device of another’s', async () => {
    const other = await newAccount(test, 'lender');
    other.browser.cookies.delete('__Host-poolkeeper');
    expect((await other.browser.submit('/sign-in', { name: 'victim', password })).status).toBe(429);
  });

  it('has a limit at their own device too', async () => {
    const { browser } = account;
    browser.cookies.delete('__Host-poolkeeper');
    const statuses: number[] = [];
    for (let each = 0; each < 12; each += 1) statuses.push((await guessing(browser, 'victim')).status);
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429, 429]);
    await later(30);
    expect((await giveBoth(test, browser, account)).status).toBe(303);
    browser.cookies.delete('__Host-poolkeeper');
    expect((await guessing(browser, 'victim')).status).toBe(422);
  });
});

describe('guesses at a code', () => {
  it('are let through five times for each account, wherever they come from', async () => {
    const account = await newAccount(test, 'phoned');
    const statuses: number[] = [];
    for (let each = 0; each < 8; each += 1) {
      const thief = new Browsing(each % 2 ? test.url : second.url, `127.0.30.${each + 1}`);
      await thief.submit('/sign-in', { name: 'phoned', password });
      statuses.push((await thief.submit('/sign-in/code', { code: '000000' })).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429, 429]);
    const fresh = new Browsing(test.url, '127.0.31.1');
    await fresh.submit('/sign-in', { name: 'phoned', password });
    expect((await fresh.submit('/sign-in/code', { code: codeNow(test, account.secret) })).status).toBe(429);
    const recovered = { recoveryCode: account.codes[0]! };
    expect((await fresh.submit('/sign-in/code?with=recovery-code', recovered, '/sign-in/code')).status).toBe(303);
    account.browser.cookies.delete('__Host-poolkeeper');
    expect((await giveBoth(test, account.browser, account)).status).toBe(303);
  });
});

it('keeps names, and whatever was typed for one, by their hashes alone', async () => {
  await guess('my secret typed in the wrong box', '127.0.40.1');
  const [{ held } = { held: '' }] = await test.database.sql<{ held: string }>(
    'select jsonb_agg(a)::text as held from authz.sign_in_attempt a',
  );
  expect(held).not.toContain('secret');
  expect(held).not.toContain('victim');
});
