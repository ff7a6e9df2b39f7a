import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { createApp } from '../../src/app.js';
import type { Provider } from '../../src/features/federation/provider.js';
import { readProviders } from '../../src/features/federation/read-providers.js';
import { type Http, httpOf, type Json, startApp, type TestApp, settingsFor } from './app.js';
import { type CouncilProvider, startProvider } from './council-provider.js';
import { type HostileProvider, startHostileProvider } from './hostile-provider.js';
import { type Visited, Visitor } from './visitor.js';

export const SESSION = '__Host-poolkeeper';
export const ON_THE_WAY = '__Host-poolkeeper-provider';

/**
 * The application with five councils' providers: two real ones (kent, medway), one that misbehaves as it is told (bexley,
 * and torbay, which needs two factors), and one that is away (dorset). Each test has a browser of its own.
 */
export class Federation {
  kent!: CouncilProvider;
  medway!: CouncilProvider;
  hostile!: HostileProvider;
  app!: TestApp;
  providers!: readonly Provider[];
  visitor = new Visitor();

  /** Has a test file start it, and stop it. */
  constructor() {
    beforeAll(() => this.start());
    afterAll(async () => {
      await this.app.stop();
      await Promise.all([this.kent, this.medway, this.hostile].map((one) => one.stop()));
    });
    beforeEach(() => {
      this.visitor = new Visitor();
      this.hostile.behaves({});
    });
  }

  private async start(): Promise<void> {
    [this.kent, this.medway] = [await startProvider(), await startProvider()];
    this.hostile = await startHostileProvider('somebody');
    const provider = (id: string, issuer: string, more: object = {}) => {
      return { id, name: `${id} Council`, authority: id, issuer, clientId: 'poolkeeper', ...more };
    };
    const { clientSecret } = this.kent;
    this.providers = readProviders([
      provider('kent', this.kent.issuer, { clientSecret }),
      provider('medway', this.medway.issuer, { clientSecret }),
      provider('bexley', this.hostile.issuer),
      provider('torbay', `${this.hostile.issuer}/torbay`, { requireSecondFactor: true }),
      provider('dorset', 'http://127.0.0.1:1'),
    ]);
    this.app = await startApp({ signInProviders: this.providers });
    this.kent.serve(`${this.app.url}/sign-in/kent/callback`);
    this.medway.serve(`${this.app.url}/sign-in/medway/callback`);
    for (const id of ['kent', 'medway', 'bexley', 'torbay']) {
      const authority = { id, name: `${id} Council`, kind: 'unitary', source: 'Test' };
      expect((await this.app.http.post('/api/v1/authorities', authority)).status).toBe(201);
    }
  }

  /** Somebody employed by a council, or by none. */
  async person(authority: string | null): Promise<string> {
    const id = randomUUID();
    await this.app.database.sql(
      `insert into person (id, name, authority_id, source, recorded_by) values ($1, 'Somebody', $2, 'Test', 'Test')`,
      [id, authority],
    );
    return id;
  }

  link(person: string, provider: string, subject: string) {
    const given = { provider, subject, source: 'The service desk' };
    return this.app.http.post(`/api/v1/people/${person}/identities`, given);
  }

  /** Somebody new whom a provider knows by this subject. */
  async linked(provider: string, subject: string, authority: string | null = provider) {
    const person = await this.person(authority);
    const { status, body } = await this.link(person, provider, subject);
    expect([status, body.errors]).toEqual([201, undefined]);
    const identity = String(body.id);
    const address = `/api/v1/people/${person}/identities/${identity}`;
    return { person, identity, end: () => this.app.http.post(`${address}/end`, { reason: 'They have left' }) };
  }

  /** Off to a provider. */
  begin(provider: string, next = ''): Promise<Visited> {
    return this.visitor.go(`${this.app.url}/sign-in/${provider}${next && `?next=${encodeURIComponent(next)}`}`);
  }

  /** Off to Kent's provider and signed in there: the address that it sends the browser back to. */
  async wayBack(subject: string, next = ''): Promise<string> {
    return this.kent.signIn(this.visitor, await this.begin('kent', next), subject);
  }

  /** Browsers' sessions, as they stand in the database. */
  sessions() {
    return this.app.database.sql<Json>(`select * from authz.session where kind = 'browser' order by started_at`);
  }

  /** Another process of ours on the same database, for as long as the work takes. */
  async beside<T>(signInProviders: readonly Provider[], work: (http: Http) => Promise<T>): Promise<T> {
    const { database } = this.app;
    const other = await createApp(settingsFor(database, signInProviders));
    try {
      await other.listen(0, '127.0.0.1');
      return await work(httpOf(await other.getUrl()));
    } finally {
      await other.close();
    }
  }

  /** What this browser sends, to hand it to another process as if both stood behind one name. */
  headers(): Record<string, string> {
    const cookie = `${ON_THE_WAY}=${this.visitor.cookies(this.app.url).get(ON_THE_WAY) ?? ''}`;
    return { cookie, host: new URL(this.app.url).host };
  }

  /** Says so on a page, and signs nobody in. */
  isRefused(page: Visited, status: number, words: string): void {
    const says = page.text.includes(words) ? words : page.text;
    expect({ status: page.status, says }).toEqual({ status, says: words });
    expect(this.visitor.cookies(this.app.url).get(SESSION)).toBeUndefined();
    expect(page.text).toContain('Sign in with');
  }
}

/** The address of a page within its server. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
