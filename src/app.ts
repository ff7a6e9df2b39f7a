import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Logger, pino } from 'pino';
import { AppModule, type AppSettings } from './app.module.js';
import { KeepAwake } from './features/access/keep-awake.js';
import { OwnSessions } from './features/sign-in/own-sessions.js';
import { audienceOf } from './features/access/audience.js';
import { NoteAuditor } from './features/audit/note-auditor.js';
import { NoteRefusal } from './features/audit/note-refusal.js';
import { projectRoot } from './platform/config/root.js';
import { openApiDocument } from './platform/http/openapi.js';
import { readUploads } from './platform/http/read-uploads.js';
import { httpServer } from './platform/http/server.js';
import { PinoLogger } from './platform/logging/pino-logger.js';
import { type ApiReferencePage, apiReferencePage } from './web/api-reference/api-reference.view-model.js';
import { openFrontHall } from './web/front-hall.js';

/** Where files are taken. */
const takeFiles = ['/api/v1/partnerships/:partnership/imports', '/partnerships/:partnership/imports'];

/** The whole application, ready to listen or to be asked in memory. */
export async function createApp(settings: AppSettings, logger: Logger = pino({ level: 'silent' })) {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings),
    httpServer(logger, audienceOf),
    {
      logger: new PinoLogger(logger),
      abortOnError: false,
      // Fastify reads JSON by itself; Nest would also have it read forms, which any page elsewhere may send.
      bodyParser: false,
    },
  );
  openFrontHall(app.getHttpAdapter().getInstance(), app.get(OwnSessions));
  readUploads(app.getHttpAdapter().getInstance(), takeFiles);
  keepAwake(app);
  keepTrail(app);
  serveReference(app);
  return app;
}

/** A session that is in use does not go idle. */
function keepAwake(app: NestFastifyApplication): void {
  const awake = app.get(KeepAwake);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', ({ acting }, { statusCode }, done) => {
      if (acting && statusCode < 400) awake.note(acting.ticket);
      done();
    });
}

/** Whoever is refused, and every auditor, finds it in the audit trail by the time that they are told. */
function keepTrail(app: NestFastifyApplication): void {
  const [refusals, auditors] = [app.get(NoteRefusal), app.get(NoteAuditor)];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async ({ acting, denied, params, method }, { statusCode }) => {
      if (!acting) return;
      const { partnership, id, year } = params as Readonly<Partial<Record<'partnership' | 'id' | 'year', string>>>;
      if (denied) await refusals.run(acting, partnership);
      else if (statusCode < 400 && method !== 'POST') await auditors.run(acting, id ?? year);
    });
}

/** The reference is made once, when it is first asked for: a document for programs and a page for people. */
function serveReference(app: NestFastifyApplication): void {
  const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  let made: { readonly document: string; readonly page: ApiReferencePage } | undefined;
  const make = () => {
    const document = openApiDocument(app, version);
    return (made ??= { document: JSON.stringify(document), page: apiReferencePage(document) });
  };
  const open = { config: { action: 'reference.read' } };
  const server = app.getHttpAdapter().getInstance();
  server.get('/api/openapi.json', open, (_request, reply) => {
    void reply.type('application/json; charset=utf-8').send((made ?? make()).document);
  });
  server.get('/api/docs', open, (_request, reply) => {
    void reply.view('api-reference/api-reference.njk', (made ?? make()).page);
  });
}
