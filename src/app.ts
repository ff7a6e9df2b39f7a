import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Logger, pino } from 'pino';
import { AppModule, type AppSettings } from './app.module.js';
import { projectRoot } from './platform/config/root.js';
import { openApiDocument } from './platform/http/openapi.js';
import { httpServer } from './platform/http/server.js';
import { PinoLogger } from './platform/logging/pino-logger.js';

/** The whole application, ready to listen or to be asked in memory. */
export async function createApp(settings: AppSettings, logger: Logger = pino({ level: 'silent' })) {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), httpServer(logger), {
    logger: new PinoLogger(logger),
    abortOnError: false,
  });
  serveReference(app);
  return app;
}

/** The reference is made once, when it is first asked for. */
function serveReference(app: NestFastifyApplication): void {
  let made: string | undefined;
  const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) => {
      made ??= JSON.stringify(openApiDocument(app, version));
      void reply.type('application/json; charset=utf-8').send(made);
    });
}
