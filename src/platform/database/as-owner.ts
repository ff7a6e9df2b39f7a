import pg from 'pg';
import { urlFor } from './roles.js';

/** One connection as the owner of the tables, at start and never for a request. */
export async function asOwner<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlFor('poolkeeper_owner', adminUrl) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
