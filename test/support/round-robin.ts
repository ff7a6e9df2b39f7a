import { once } from 'node:events';
import net from 'node:net';

/** One port in front of several processes: each connection goes to the next of them, and breaks when that one does. */
export interface RoundRobin {
  readonly url: string;
  /** From now on, these. */
  toward(urls: readonly string[]): void;
  stop(): Promise<void>;
}

export async function startRoundRobin(urls: readonly string[]): Promise<RoundRobin> {
  let [targets, turn] = [urls, 0];
  const open = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const { hostname, port } = new URL(targets[(turn += 1) % targets.length]!);
    const behind = net.connect(Number(port), hostname);
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    toward: (next) => void (targets = next),
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
