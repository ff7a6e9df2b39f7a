import type { PoolClient } from 'pg';

/** What we use of a connection, which pg's types leave out. */
interface Corkable {
  readonly connection?: { readonly stream?: { cork(): void; uncork(): void } };
}

/** Holds back what is sent on a connection until the work at hand waits for something, so that it leaves as one packet. */
export function sendTogether(client: PoolClient): void {
  const stream = (client as Corkable).connection?.stream;
  if (!stream) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
