import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { createApp } from '../../src/app.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** What came back: `body` is the JSON read, or the text as it stood. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into bodies of every shape
  readonly body: any;
}

/** Asks the application in memory, without a socket. */
export interface Http {
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  /** A body that is text is sent as it is; anything else as JSON. */
  post(url: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** The whole application on a database of its own. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly http: Http;
  readonly database: TestDatabase;
  /** Sets the clock: `'2026-05-01'`, or an instant. */
  setClock(instant: string): void;
  stop(): Promise<void>;
}

/** Starts the application as it runs, on a fresh copy of the migrated database. `LOG_LEVEL=error` shows what went wrong. */
export async function startApp(): Promise<TestApp> {
  const database = await createTestDatabase();
  const settings = { url: database.url('poolkeeper_api'), poolSize: 4, namedStatements: true };
  const app = await createApp(settings, pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    http: httpOf(app),
    database,
    setClock: (instant) => void Object.assign(app.get(Clock), { now: () => Date.parse(instant) }),
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}

function httpOf(app: NestFastifyApplication): Http {
  const ask = async (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: string) => {
    const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    const json = String(answer.headers['content-type']).includes('json');
    const body: unknown = json ? JSON.parse(answer.payload) : answer.payload;
    return { status: answer.statusCode, headers: answer.headers, text: answer.payload, body };
  };
  return {
    get: (url, headers = {}) => ask('GET', url, headers),
    post: (url, body, headers = {}) =>
      ask(
        'POST',
        url,
        { 'content-type': 'application/json', ...headers },
        typeof body === 'string' ? body : JSON.stringify(body),
      ),
  };
}
