import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import request from 'supertest';
import { createApp } from '../../src/app.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** Whatever JSON may hold: tests look into bodies of every shape. */
export type Json = ReturnType<typeof JSON.parse>;

/** What came back: `body` is the JSON, read; `text` is whatever came, as it stood. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: Json;
}

/** Asks the application over loopback, as everyone does. */
interface Http {
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  /** A body that is text is sent as it is; anything else as JSON. */
  post(url: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** The whole application on a database of its own. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  /** Where it listens. */
  readonly url: string;
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
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    app,
    url,
    http: httpOf(url),
    database,
    setClock: (instant) => void Object.assign(app.get(Clock), { now: () => Date.parse(instant) }),
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}

function httpOf(server: string): Http {
  return {
    get: async (url, headers = {}) => answerOf(await request(server).get(url).set(headers)),
    post: async (url, body, headers = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return answerOf(
        await request(server)
          .post(url)
          .set({ 'content-type': 'application/json', ...headers })
          .send(text),
      );
    },
  };
}

function answerOf({ status, headers, text, body }: request.Response): Answer {
  return { status, headers: headers, text, body };
}
