import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { createApp } from '../../src/app.js';
import type { PersonRole } from '../../src/features/access/roles.js';
import { IssueEnrolment } from '../../src/features/sign-in/enrolment/issue-enrolment.js';
import { Passwords } from '../../src/features/sign-in/password/passwords.js';
import { codeAt } from '../../src/features/sign-in/second-factor/one-time-code.js';
import { everyPartnership } from '../../src/platform/database/context.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { settingsFor, type TestApp } from './app.js';
import { Browsing, type Seen } from './browsing.js';

export const password = 'kettle anchor moss';

/** Passwords kept at next to no cost, so that a test may try many. */
export function cheaply(app: NestFastifyApplication): void {
  Object.assign(app.get(Passwords, { strict: false }), { cost: { log2N: 4, r: 8, p: 1 } });
}

/** A second process, as far as a test can tell: another application on the same database. */
export async function another({
  app: first,
  database,
}: TestApp): Promise<{ app: NestFastifyApplication; url: string }> {
  const app = await createApp(settingsFor(database), pino({ level: 'silent' }));
  cheaply(app);
  Object.assign(app.get(Clock), { now: () => first.get(Clock).now() });
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl() };
}

/** A person with an account: what they know, what they have, and the codes that they wrote down. */
export interface Account {
  readonly person: string;
  readonly name: string;
  readonly secret: string;
  readonly codes: readonly string[];
  /** The browser in which the account was set up. */
  readonly browser: Browsing;
}

/** Lets a person set up an account, as an administrator does; gives back the code. */
export async function issue(test: TestApp, person: string, name: string): Promise<string> {
  const { ticket } = await test.as({ role: 'administrator' });
  const context = { ticket, action: 'enrolment.issue', partnership: everyPartnership, request: 'test' };
  return (await test.app.get(IssueEnrolment, { strict: false }).run(context, person, name)).code;
}

/** A new person, with these roles, put there by the administrator of the database. */
export async function newPerson(
  { database }: TestApp,
  name: string,
  grants: readonly { role: PersonRole; partnership?: string; authority?: string }[] = [{ role: 'administrator' }],
): Promise<string> {
  const person = randomUUID();
  await database.sql(`insert into person (id, name, source, recorded_by) values ($1, $2, 'Test', 'Test')`, [
    person,
    name,
  ]);
  for (const { role, partnership = null, authority = null } of grants) {
    await database.sql(
      `insert into role_grant (id, partnership_id, person_id, role, authority_id, starts_on, source, recorded_by)
       values (gen_random_uuid(), $1, $2, $3, $4, '2000-01-01', 'Test', 'Test')`,
      [partnership, person, role, authority],
    );
  }
  return person;
}

/** Goes through the pages that set up an account. */
export async function setUp(
  test: TestApp,
  code: string,
  from = '127.0.0.1',
): Promise<Omit<Account, 'person' | 'name'>> {
  const browser = new Browsing(test.url, from);
  await browser.submit(`/enrol/${code}`, { newPassword: password, newPasswordAgain: password });
  const { text } = await browser.get(`/enrol/${code}/phone`);
  const secret = /pk-secret">([^<]+)</.exec(text)?.[1]?.replaceAll(' ', '') ?? '';
  const done = await browser.submit(`/enrol/${code}/phone`, { code: codeNow(test, secret) });
  const codes = [...done.text.matchAll(/<li><span class="pk-code">([^<]+)</g)].map(([, one = '']) => one);
  return { secret, codes, browser };
}

export async function newAccount(
  test: TestApp,
  name: string,
  ...grants: Parameters<typeof newPerson>[2][]
): Promise<Account> {
  const person = await newPerson(test, `Person ${name}`, ...grants);
  return { person, name, ...(await setUp(test, await issue(test, person, name))) };
}

/** The code that the phone shows, half a minute after the last that was asked for, so that each is a new one. */
export function codeNow(test: TestApp, secret: string): string {
  const clock = test.app.get(Clock);
  const later = clock.now() + 30_000;
  Object.assign(clock, { now: () => later });
  return codeAt(secret, Math.floor(later / 30_000));
}

/** A name and a password; then the code. */
export async function giveBoth(test: TestApp, browser: Browsing, { name, secret }: Account): Promise<Seen> {
  const first = await browser.submit('/sign-in', { name, password });
  if (first.status !== 303) return first;
  return browser.submit('/sign-in/code', { code: codeNow(test, secret) });
}
