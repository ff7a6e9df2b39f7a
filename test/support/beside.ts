import { createApp } from '../../src/app.js';
import { checkpointKey, type Http, httpOf, type TestApp } from './app.js';

/** A second application on the same database, as another process would be. */
export async function startBeside(first: TestApp): Promise<{ http: Http; url: string; stop: () => Promise<void> }> {
  const { database } = first;
  const addresses = {
    url: database.url('poolkeeper_api'),
    accessUrl: database.url('poolkeeper_access'),
    publicUrl: database.url('poolkeeper_public'),
  };
  const app = await createApp({ ...addresses, checkpointKey, poolSize: 4, namedStatements: true });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return { http: httpOf(url, first.service.secret), url, stop: () => app.close() };
}
