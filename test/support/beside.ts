import { createApp } from '../../src/app.js';
import { type Http, httpOf, settingsFor, type TestApp } from './app.js';

/** A second application on the same database, as another process would be. */
export async function startBeside(first: TestApp): Promise<{ http: Http; url: string; stop: () => Promise<void> }> {
  const app = await createApp(settingsFor(first.database));
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return { http: httpOf(url, first.service.secret), url, stop: () => app.close() };
}
