import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { ActOutYear, type Send } from './features/demonstration/year/act-out-year.js';

/** Has people of the demonstration act out what it shows, while everyone is served. Gives back how to end that. */
export function actOutYear(app: NestFastifyApplication, logger: Logger): () => Promise<void> {
  const ending = new AbortController();
  const acting = app
    .get(ActOutYear)
    .run(sendTo(app), ending.signal)
    .catch((error: unknown) => {
      if (!ending.signal.aborted) logger.warn({ err: error }, 'The demonstration was not acted out to its end.');
    });
  return () => {
    ending.abort();
    return acting;
  };
}

/** Sends to this application itself, by the addresses of the API. */
export const sendTo =
  (app: NestFastifyApplication): Send =>
  async (secret, url, body) => {
    const [type, content] = typeof body === 'string' ? ['text/csv', body] : ['application/json', JSON.stringify(body)];
    const headers = { authorization: `Bearer ${secret}`, 'idempotency-key': randomUUID(), 'content-type': type };
    const answer = await fetch(`${await app.getUrl()}${url}`, { method: 'POST', headers, body: content });
    return { status: answer.status, text: await answer.text() };
  };
