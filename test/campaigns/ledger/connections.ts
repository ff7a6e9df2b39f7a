import pg from 'pg';
import type { TestDatabase } from '../../support/test-database.js';

/** How a statement ended: with rows, or refused by a rule or by a code. */
export type Ended = { readonly rows: readonly Record<string, unknown>[] } | { readonly refused: string };

/** One connection of whoever serves requests, that asks in somebody's name. */
export class Connection {
  private constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<Connection> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    return new Connection(client);
  }

  /** Begins a transaction in somebody's name. */
  async begin({ ticket }: { readonly ticket: string }, action: string, partnership: string): Promise<void> {
    await this.client.query(`begin; select authz.open('${ticket}', '${action}', '${partnership}', 'campaign')`);
  }

  /** One statement; refused, the transaction is rolled back. */
  async ask(text: string, values: readonly unknown[] = []): Promise<Ended> {
    try {
      return { rows: (await this.client.query<Record<string, unknown>>(text, [...values])).rows };
    } catch (thrown) {
      await this.client.query('rollback');
      return { refused: ruleOf(thrown) };
    }
  }

  commit(): Promise<Ended> {
    return this.ask('commit');
  }

  /** One statement in a transaction of its own. */
  async once(
    who: { readonly ticket: string },
    action: string,
    partnership: string,
    text: string,
    values: readonly unknown[],
  ) {
    await this.begin(who, action, partnership);
    const ended = await this.ask(text, values);
    if ('refused' in ended) return ended;
    const committed = await this.commit();
    return 'refused' in committed ? committed : ended;
  }

  end(): Promise<void> {
    return this.client.end();
  }
}

/** By which rule something was refused: the constraint, or the code where there is none. */
export function ruleOf(thrown: unknown): string {
  const { constraint, code, message } = thrown as { constraint?: string; code?: string; message?: string };
  return constraint ?? code ?? message ?? 'nothing is said';
}

export async function connections(
  database: TestDatabase,
  many: number,
  role: 'api' | 'admin' = 'api',
): Promise<Connection[]> {
  const url = role === 'api' ? database.url('poolkeeper_api') : database.adminUrl;
  return Promise.all(Array.from({ length: many }, () => Connection.open(url)));
}
