import net from 'node:net';

export interface Candidate {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  /** Who asks. */
  readonly secret?: string;
}

const CONNECTIONS = 16;
const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * Requests answered per second over 16 connections, each asking again as soon as it is answered. It reads no more of an
 * answer than where it ends and whether it succeeded: a general client took more of two cores than what it measured.
 */
export async function rate(candidate: Candidate, seconds: number): Promise<number> {
  const request = requestOf(candidate);
  const until = performance.now() + seconds * 1000;
  const start = performance.now();
  const answered = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => askAgain(candidate.url, request, until)),
  );
  return (answered.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - start);
}

/** Where a key stands in a request that creates something; each time it is sent with the next number. */
const KEY = '0'.repeat(16);
let sent = process.pid * 1e9;

function requestOf({ url, method = 'GET', body = '', secret }: Candidate): Buffer {
  const { host, pathname, search } = new URL(url);
  const head = [`${method} ${pathname}${search} HTTP/1.1`, `Host: ${host}`];
  if (secret !== undefined) head.push(`Authorization: Bearer ${secret}`);
  if (secret !== undefined && method === 'POST') head.push(`Idempotency-Key: ${KEY}`);
  const entity = body === '' ? [] : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`];
  return Buffer.from([...head, ...entity, '', body].join('\r\n') + (body === '' ? '\r\n' : ''));
}

/** One connection's answers until the time is up. Any answer but a success ends the bench: a fast refusal is no result. */
function askAgain(url: string, request: Buffer, until: number): Promise<number> {
  const { port, hostname } = new URL(url);
  const [own, at] = [Buffer.from(request), request.indexOf(`Idempotency-Key: ${KEY}`)];
  const send = (socket: net.Socket) => {
    if (at >= 0) own.write(String((sent += 1)).padStart(16, '0'), at + 17, 'latin1');
    socket.write(Buffer.from(own));
  };
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () => send(socket));
    let [count, waiting] = [0, Buffer.alloc(0)];
    socket.on('error', reject);
    socket.on('data', (data) => {
      waiting = waiting.length === 0 ? data : Buffer.concat([waiting, data]);
      const length = lengthOf(waiting);
      if (length === undefined || waiting.length < length) return;
      if (waiting[9] !== 0x32)
        return void socket.destroy(new Error(`${url} answered ${waiting.toString('latin1', 0, 200)}`));
      [count, waiting] = [count + 1, Buffer.alloc(0)];
      if (performance.now() < until) send(socket);
      else socket.end(() => resolve(count));
    });
  });
}

/** How long the whole answer is, once its head is there. */
function lengthOf(waiting: Buffer): number | undefined {
  const end = waiting.indexOf(END_OF_HEAD);
  const stated = end < 0 ? null : /content-length: (\d+)/i.exec(waiting.toString('latin1', 0, end));
  return stated ? end + END_OF_HEAD.length + Number(stated[1]) : undefined;
}
