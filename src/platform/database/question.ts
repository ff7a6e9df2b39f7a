import pg, { type Pool, type PoolClient, type QueryResult } from 'pg';
import type { Context } from './context.js';
import type { Row, Value } from './session.js';
import { type Statement, statement } from './statement.js';

const openToRead = statement('select where authz.open($1, $2, $3, $4, true)');

/** What we use of pg's own messages to the server, which its types leave out. */
interface Wire {
  bind(message: { statement: string; values: readonly string[] }): void;
  execute(message: { portal: string; rows: number }): void;
}
interface PreparedQuery {
  prepare(connection: Wire): void;
}
type Answered = (error: Error | null, result: QueryResult | readonly QueryResult[]) => void;
type QueryClass = new (question: object, values: undefined, answered: Answered) => PreparedQuery;

/**
 * One question and the context it is asked in, sent together and closed by one sync. PostgreSQL makes one transaction of
 * what stands before a sync, so the context holds for exactly this question, and the whole costs one round trip.
 */
class Question extends (pg.Query as unknown as QueryClass) {
  constructor(
    private readonly context: Context,
    asked: Statement & { readonly values: readonly Value[] },
    answered: Answered,
  ) {
    super(asked, undefined, answered);
  }

  override prepare(connection: Wire): void {
    const { ticket, action, partnership, request } = this.context;
    connection.bind({ statement: openToRead.name, values: [ticket, action, partnership, request] });
    connection.execute({ portal: '', rows: 0 });
    super.prepare(connection);
  }
}

/** Connections that know how to open a context: PostgreSQL has read the statement there once. */
const prepared = new WeakSet<PoolClient>();

async function prepare(client: PoolClient, { ticket, action, partnership, request }: Context): Promise<void> {
  await client.query({ ...openToRead, values: [ticket, action, partnership, request] });
  prepared.add(client);
}

/** Asks one question in its own read-only transaction. A connection that is lost meanwhile fails the question, not the process. */
export async function askAlone<T extends object = Row>(
  pool: Pool,
  context: Context,
  asked: Statement,
  values: readonly Value[],
): Promise<readonly T[]> {
  const client = await pool.connect();
  const connection: { lost?: Error } = {};
  const lose = (error: Error) => void (connection.lost = error);
  client.on('error', lose);
  try {
    if (!prepared.has(client)) await prepare(client, context);
    const result = await new Promise<QueryResult | readonly QueryResult[]>((resolve, reject) => {
      const answered: Answered = (error, found) => (error ? reject(error) : resolve(found));
      client.query(new Question(context, { ...asked, values }, answered) as never);
    });
    const last = Array.isArray(result) ? (result as readonly QueryResult<T>[]).at(-1) : (result as QueryResult<T>);
    return last?.rows ?? [];
  } finally {
    client.off('error', lose);
    client.release(connection.lost);
  }
}
