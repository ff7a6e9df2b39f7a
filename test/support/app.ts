import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import request from 'supertest';
import { createApp } from '../../src/app.js';
import { LoadDemonstration } from '../../src/features/demonstration/load-demonstration.js';
import type { Provider } from '../../src/features/federation/provider.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { ticketOf } from '../../src/platform/database/ticket.js';
import { kept } from './send.js';
import { serviceSecret, sessionAs, type TestCapacity } from './sessions.js';
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
export interface Http {
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  /** A body that is text is sent as it is; anything else as JSON. */
  post(url: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** The whole application on a database of its own. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  /** Where it listens. */
  readonly url: string;
  /** Acts as the service that loads the demonstration: it may add and read everything. */
  readonly http: Http;
  /** The same, as a secret for a header and a ticket for the database. */
  readonly service: { readonly secret: string; readonly ticket: string };
  /** Records the four partnerships of the demonstration. */
  loadDemonstration(): Promise<{ added: number }>;
  /** Acts as nobody. */
  readonly nobody: Http;
  /** Acts as somebody new who has this role, until tomorrow unless it says otherwise. */
  as(
    capacity: TestCapacity,
  ): Promise<
    Http & { readonly ticket: string; readonly secret: string; readonly person: string; readonly grant: string }
  >;
  readonly database: TestDatabase;
  /** Sets the clock: `'2026-05-01'`, or an instant. */
  setClock(instant: string): void;
  stop(): Promise<void>;
}

interface StartSettings {
  /** Councils' own ways to sign in. */
  readonly signInProviders?: readonly Provider[];
}

/** How the application is set up on one test database. */
export function settingsFor(database: TestDatabase, signInProviders: readonly Provider[] = []) {
  return {
    url: database.url('poolkeeper_api'),
    accessUrl: database.url('poolkeeper_access'),
    publicUrl: database.url('poolkeeper_public'),
    poolSize: 4,
    checkpointKey,
    namedStatements: true,
    signInProviders,
  };
}

/** Starts the application as it runs, on a fresh copy of the migrated database. `LOG_LEVEL=error` shows what went wrong. */
export async function startApp({ signInProviders = [] }: StartSettings = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const { app, url } = await listening(database, signInProviders);
  const service = await serviceSecret(database);
  return {
    app,
    url,
    http: httpOf(url, service),
    service: { secret: service, ticket: ticketOf(service) },
    loadDemonstration: () => app.get(LoadDemonstration).run(ticketOf(service)),
    nobody: httpOf(url),
    as: async (capacity) => {
      const session = await sessionAs(database, capacity);
      return { ...httpOf(url, session.secret), ...session, ticket: ticketOf(session.secret) };
    },
    database,
    setClock: (instant) => void Object.assign(app.get(Clock), { now: () => Date.parse(instant) }),
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}

/** One key for all the applications of a test. */
export const checkpointKey = path.join(os.tmpdir(), `poolkeeper-test-checkpoint-key-${process.pid}.pem`);

async function listening(database: TestDatabase, signInProviders: readonly Provider[]) {
  const settings = settingsFor(database, signInProviders);
  const app = await createApp(settings, pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }));
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl() };
}

/** Asks one application, with a secret or as nobody. */
export function httpOf(server: string, secret?: string): Http {
  const bearer: Record<string, string> = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
  return {
    get: async (url, headers = {}) =>
      answerOf(
        await request(server)
          .get(url)
          .agent(kept)
          .set({ ...bearer, ...headers }),
      ),
    post: async (url, body, headers = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return answerOf(
        await request(server)
          .post(url)
          .agent(kept)
          .set({ 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...bearer, ...headers })
          .send(text),
      );
    },
  };
}

function answerOf({ status, headers, text, body }: request.Response): Answer {
  return { status, headers: headers, text, body };
}
