import pg, { type Pool, type PoolClient, type QueryResult } from 'pg';
import type { Context } from './context.js';
import type { Row, Value } from './session.js';
import { type Statement, statement } from './statement.js';

/** What one caller wants to know. */
export interface Asked {
  readonly statement: Statement;
  readonly values: readonly Value[];
}

const openToRead = statement('select where authz.open($1, $2, $3, $4, true)');

/** What we use of pg's own messages to the server, which its types leave out. */
interface Wire {
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(message: object): void;
  bind(message: object): void;
  describe(message: object): void;
  execute(message: object): void;
  sync(): void;
}
type Answered = (error: Error | null, result: QueryResult | readonly QueryResult[]) => void;
type QueryClass = new (
  question: object,
  values: undefined,
  answered?: Answered,
) => { prepare(wire: Wire): void; handleReadyForQuery(wire: Wire): void };
const Query = pg.Query as unknown as QueryClass;

const named = ({ statement: { name, text }, values }: Asked) => ({ name, text, values });

/**
 * The context and the questions asked in it, sent together and closed by one sync. PostgreSQL makes one transaction of what
 * stands before a sync, so the context holds for exactly these questions, and the whole costs one round trip.
 */
class Questions extends Query {
  constructor(
    private readonly context: Context,
    private readonly before: readonly Asked[],
    last: Asked,
    answered: Answered,
  ) {
    super(named(last), undefined, answered);
  }

  override prepare(wire: Wire): void {
    const { ticket, action, partnership, request } = this.context;
    wire.bind({ statement: openToRead.name, values: [ticket, action, partnership, request] });
    wire.execute({ portal: '', rows: 0 });
    const { parsedStatements, submittedNamedStatements } = wire;
    const unclosed: Wire = {
      ...{ parsedStatements, submittedNamedStatements, sync: () => undefined },
      parse: (message) => wire.parse(message),
      bind: (message) => wire.bind(message),
      describe: (message) => wire.describe(message),
      execute: (message) => wire.execute(message),
    };
    for (const asked of this.before) new Query(named(asked), undefined).prepare(unclosed);
    super.prepare(wire);
  }

  /** All went well, so the connection knows all these statements. pg itself keeps note of the last alone. */
  override handleReadyForQuery(wire: Wire): void {
    for (const { statement: known } of this.before) {
      wire.parsedStatements[known.name] = known.text;
      Reflect.deleteProperty(wire.submittedNamedStatements, known.name);
    }
    super.handleReadyForQuery(wire);
  }
}

/** Connections that know how to open a context: PostgreSQL has read the statement there once. */
const prepared = new WeakSet<PoolClient>();

async function prepare(client: PoolClient, { ticket, action, partnership, request }: Context): Promise<void> {
  await client.query({ ...openToRead, values: [ticket, action, partnership, request] });
  prepared.add(client);
}

/**
 * Asks questions in one read-only transaction of their own, and gives each one's rows in the order asked. One that fails
 * fails them all, and the connection goes: it may have been told to read a statement that it never came to.
 */
export async function askTogether(pool: Pool, context: Context, asked: readonly Asked[]): Promise<readonly Row[][]> {
  const last = asked.at(-1);
  if (!last) return [];
  const client = await pool.connect();
  let failed = true;
  try {
    if (!prepared.has(client)) await prepare(client, context);
    const results = await new Promise<QueryResult | readonly QueryResult[]>((resolve, reject) => {
      const answered: Answered = (error, found) => (error ? reject(error) : resolve(found));
      client.query(new Questions(context, asked.slice(0, -1), last, answered) as never);
    });
    failed = false;
    return [results]
      .flat()
      .slice(-asked.length)
      .map(({ rows }) => rows as Row[]);
  } finally {
    client.release(failed && asked.length > 1);
  }
}
