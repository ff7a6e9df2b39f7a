import { randomUUID } from 'node:crypto';
import type { Answer, TestApp } from './app.js';

/** Sends a file as it is, as the service. */
export async function sendFile(
  { url, service }: TestApp,
  path: string,
  file: Buffer,
  type = 'text/csv',
): Promise<Answer> {
  const headers = { authorization: `Bearer ${service.secret}`, 'content-type': type, 'idempotency-key': randomUUID() };
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: new Uint8Array(file) });
  const text = await answer.text();
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text, body: JSON.parse(text) };
}
