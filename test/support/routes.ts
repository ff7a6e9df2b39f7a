import type { Route } from '../../src/platform/http/server.js';
import type { TestApp } from './app.js';
import { tableOf } from './record-bodies.js';
import { idOf } from './row-of-each.js';

/** Every route that is served, pages and assets among them, from the server's own list. */
export function routesOf({ app }: TestApp, method: string): readonly string[] {
  const { routeList } = app.getHttpAdapter().getInstance() as unknown as { readonly routeList: readonly Route[] };
  const urls = routeList.filter((route) => route.method === method).map(({ url }) => url);
  return [...new Set(urls)];
}

/** What stands at each place of an address; an id is that of the row which `addRowOfEach` puts in that partnership. */
export function fill(route: string, partnership: string, id?: string): string {
  const kind = /:partnership\/([\w-]+)\//.exec(route)?.[1] ?? 'people';
  const known: Readonly<Record<string, string>> = {
    partnership,
    year: '2026-27',
    id: id ?? idOf(kind === 'people' ? 'person' : kind === 'grants' ? 'role_grant' : tableOf(kind), partnership),
    kind: 'contributions',
    size: '1',
    position: '1',
  };
  return route.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? known['id']!).replace('*', 'x');
}
