import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../../support/app.js';

/** What was answered, or that the connection broke before anything was. */
export interface Said {
  readonly status: number;
  readonly text: string;
  readonly replayed: boolean;
  /** The first fault's code, of a refusal. */
  readonly code: string;
  readonly body: Json;
}

export interface Asked {
  readonly secret: string;
  readonly body?: object;
  readonly key?: string;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 200 });

/** One request, on a connection that is kept; nothing when it broke before it was answered. */
export function ask(url: string, { secret, body, key }: Asked): Promise<Said | undefined> {
  const headers = {
    authorization: `Bearer ${secret}`,
    ...(body ? { 'content-type': 'application/json' } : {}),
    ...(key ? { 'idempotency-key': key } : {}),
  };
  return new Promise((resolve) => {
    const request = http.request(
      url,
      { method: body ? 'POST' : 'GET', headers, agent, timeout: 60_000 },
      (response) => {
        const heard: Buffer[] = [];
        response.on('data', (data: Buffer) => heard.push(data));
        response.on('error', () => resolve(undefined));
        response.on('close', () => resolve(response.complete ? said(response, Buffer.concat(heard)) : undefined));
      },
    );
    request.on('error', () => resolve(undefined));
    request.on('timeout', () => request.destroy());
    request.end(body && JSON.stringify(body));
  });
}

function said({ statusCode = 0, headers }: http.IncomingMessage, heard: Buffer): Said {
  const text = heard.toString('utf8');
  const body: Json = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: statusCode, text, replayed: headers['idempotent-replayed'] === 'true', code: codeOf(body), body };
}

function codeOf(body: Json): string {
  return body.errors?.[0]?.code ?? String(body.type ?? '').replace('/api/problems/', '');
}

/** Sends it again until it is answered with something that is not "later"; tells how often it was sent. */
export async function untilAnswered(url: () => string, asked: Asked, told: (how: string) => void): Promise<Said> {
  for (;;) {
    const answer = await ask(url(), asked);
    if (answer && answer.status !== 503) return answer;
    told(answer ? 'told to come again' : 'unanswered');
    await sleep(20);
  }
}
