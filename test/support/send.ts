import http from 'node:http';

export interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Came {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

/** Connections that are kept, as many at once as are asked: a new one for each request costs more than many of the answers. */
export const kept = new http.Agent({ keepAlive: true });

/** One request over a kept connection: thousands take seconds rather than minutes. */
export function send(url: string, { method, headers, body }: Sent): Promise<Came> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent: kept }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}
