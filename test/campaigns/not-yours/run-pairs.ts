import { personRoles, type PersonRole } from '../../../src/features/access/roles.js';
import { type Answer, type Http, type TestApp } from '../../support/app.js';
import { made } from '../../support/partnership.js';
import { bodiesIn } from '../../support/record-bodies.js';
import { fill, routesOf } from '../../support/routes.js';
import { addRowOfEach, idOf } from '../../support/row-of-each.js';
import { type Random, randomFrom } from '../random.js';
import { anyUuid } from '../interleaving/additions.js';
import { compareTimes, type Times } from './times.js';

export interface PairsReport {
  readonly seed: number;
  readonly pairs: number;
  readonly routes: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly times: Times;
  readonly faults: readonly string[];
}

const theirs = 'quince';

/** Two requests that differ in one name: what it names is another's, or is not there at all. */
interface Pair {
  readonly method: 'GET' | 'POST';
  readonly notYours: string;
  readonly notThere: string;
  readonly hidden: readonly string[];
}

/** "Not there" and "not yours", asked in turn: the same status, headers and body, and no telling difference in time (INV-24). */
export async function runPairs(app: TestApp, { seed, pairs }: { seed: number; pairs: number }): Promise<PairsReport> {
  for (const partnership of ['one', theirs]) await addRowOfEach(app.database, partnership);
  const random = randomFrom(seed);
  const askers = await everyRole(app);
  const routes = (['GET', 'POST'] as const).flatMap((method) =>
    routesOf(app, method).flatMap((route) => (route.includes(':partnership') ? [{ method, route }] : [])),
  );
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  const times: { notYours: number[]; notThere: number[] } = { notYours: [], notThere: [] };
  for (let n = 0; n < pairs; n += 1) {
    const { method, route } = routes[n % routes.length]!;
    const pair = { method, ...anyPair(random, route) };
    const http = random.of(askers);
    const order = random.of([['notYours', 'notThere'] as const, ['notThere', 'notYours'] as const]);
    const said = { notYours: '', notThere: '' };
    for (const which of order) {
      const start = performance.now();
      const answer = await ask(http, pair, pair[which]);
      times[which].push(performance.now() - start);
      said[which] = told(answer, pair);
      if (which === 'notYours') statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status < 400 || answer.status >= 500) faults.push(`${method} ${pair[which]}: ${answer.status}`);
    }
    if (said.notYours !== said.notThere) faults.push(`${method} ${pair.notYours}: ${said.notYours} | ${said.notThere}`);
  }
  return { seed, pairs, routes: routes.length, statuses, times: compareTimes(times), faults };
}

function everyRole(app: TestApp): Promise<readonly Http[]> {
  const roles = (Object.keys(personRoles) as PersonRole[]).filter((role) => role !== 'administrator');
  return Promise.all(
    roles.map((role) => app.as({ role, partnership: 'one', ...(role === 'auditor' ? {} : { authority: 'one-a' }) })),
  );
}

function anyPair(random: Random, route: string): Omit<Pair, 'method'> {
  const id = anyUuid(random);
  const nowhere = Array.from({ length: theirs.length }, () => random.of([...'abdfghjklm'])).join('');
  if (route.endsWith('/:id') && random.between(1, 2) === 1) {
    const notYours = fill(route, 'one', idIn(route, theirs)).replace(':kind', 'contributions');
    return { notYours, notThere: fill(route, 'one', id), hidden: [idIn(route, theirs), id] };
  }
  const known = random.of([id, idIn(route, theirs)]);
  return { notYours: fill(route, theirs, known), notThere: fill(route, nowhere, known), hidden: [theirs, nowhere] };
}

/** The id of the row of that kind, as `fill` puts it there. */
function idIn(route: string, partnership: string): string {
  return /[\da-f]{8}-[\da-f-]{27}/.exec(fill(route, partnership))?.[0] ?? idOf('contribution', partnership);
}

function ask(http: Http, { method }: Pair, url: string): Promise<Answer> {
  if (method === 'GET') return http.get(url, { accept: 'text/html, application/json' });
  const kind = url.split('/').at(-1) ?? '';
  return http.post(url, { ...made, ...(bodiesIn('one')[kind] ?? { reason: 'Because' }) });
}

/** What was told, without the name that was asked for and what differs between any two answers. */
function told({ status, headers, text }: Answer, { hidden }: Pair): string {
  const own = [...hidden, headers['x-request-id'] as string];
  const kept = { ...headers, 'x-request-id': '', date: '', etag: '' };
  const said = JSON.stringify({ status, kept, text });
  return own.reduce((words, name) => words.replaceAll(name, '…'), said);
}
