import net from 'node:net';

export interface Candidate {
  readonly url: string;
  /** What is asked in turn where it is not always the same: each is added to the address. */
  readonly ids?: readonly string[];
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  /** Who asks: one for all connections, or each connection its own. */
  readonly secret?: string | readonly string[];
}

const CONNECTIONS = 16;
const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * Requests answered per second over 16 connections, each asking again as soon as it is answered. It reads no more of an
 * answer than where it ends and whether it succeeded: a general client took more of two cores than what it measured.
 */
export async function rate(candidate: Candidate, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  const start = performance.now();
  const answered = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, at) => askAgain(candidate.url, requestsOf(candidate, at), until)),
  );
  return (answered.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - start);
}

/** Where a key stands in a request that creates something; each time it is sent with the next number. */
const KEY = '0'.repeat(16);
let sent = process.pid * 1e9;

/** What one connection asks in turn, as bytes. */
function requestsOf({ url, ids, method = 'GET', body = '', secret }: Candidate, connection: number): readonly Buffer[] {
  const { host, pathname, search } = new URL(url);
  const own = typeof secret === 'string' ? secret : secret?.[connection];
  const lines = [`Host: ${host}`];
  if (own !== undefined) lines.push(`Authorization: Bearer ${own}`);
  if (own !== undefined && method === 'POST') lines.push(`Idempotency-Key: ${KEY}`);
  if (body !== '') lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`);
  const asked = ids ? ids.filter((_, at) => at % CONNECTIONS === connection).map((id) => pathname + id) : [pathname];
  return asked.map((one) => Buffer.from([`${method} ${one}${search} HTTP/1.1`, ...lines, '', body].join('\r\n')));
}

/** One connection's answers until the time is up. Any answer but a success ends the bench: a fast refusal is no result. */
function askAgain(url: string, requests: readonly Buffer[], until: number): Promise<number> {
  const { port, hostname } = new URL(url);
  let turn = 0;
  const send = (socket: net.Socket) => {
    const request = Buffer.from(requests[(turn += 1) % requests.length] ?? '');
    const at = request.indexOf(`Idempotency-Key: ${KEY}`);
    if (at >= 0) request.write(String((sent += 1)).padStart(16, '0'), at + 17, 'latin1');
    socket.write(request);
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
