import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Logger, pino } from 'pino';
import { AppModule, type AppSettings } from './app.module.js';
import { httpServer } from './platform/http/server.js';
import { PinoLogger } from './platform/logging/pino-logger.js';

/** The whole application, ready to listen or to be asked in memory. */
export async function createApp(settings: AppSettings, logger: Logger = pino({ level: 'silent' })) {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), httpServer(logger), {
    logger: new PinoLogger(logger),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  return app;
}
