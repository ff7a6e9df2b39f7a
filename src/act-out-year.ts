import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { digest } from './engine/digest.js';
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

/** Sends to this application itself, by the addresses of the API. What says the same has the same key, whenever it is sent. */
export const sendTo =
  (app: NestFastifyApplication): Send =>
  async (secret, url, body) => {
    const authorization = `Bearer ${secret}`;
    const answer = await fetch(
      `${await app.getUrl()}${url}`,
      body === undefined ? { headers: { authorization } } : posting(),
    );
    return { status: answer.status, text: await answer.text() };

    function posting(): RequestInit {
      const [type, content] =
        typeof body === 'string' ? ['text/csv', body] : ['application/json', JSON.stringify(body)];
      const headers = { authorization, 'idempotency-key': digest({ url, body }), 'content-type': type };
      return { method: 'POST', headers, body: content };
    }
  };
