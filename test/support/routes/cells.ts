import { type Action, ownershipOf, permittedTo } from '../../../src/features/access/permissions.js';
import type { Role } from '../../../src/features/access/roles.js';
import type { Route } from '../../../src/platform/http/server.js';
import { cannotBeDone, doneOnce, namesAuthority } from './bodies.js';
import type { Asker } from './people.js';
import { nothing, type Place } from './place.js';

/** Whose things a request names: one's own, another authority's, another partnership's, or one's that is not there. */
export type Target = 'own' | 'other authority' | 'other partnership' | 'nowhere' | 'bad body' | 'bad body elsewhere';

/** Allowed is done; reached is not refused, whether what is asked for is there or not. */
export type Expected = 'allowed' | 'reached' | 401 | 'forbidden' | 'capacity-needed' | 404;

/** One request by one asker, and how it has to end. */
export interface Cell {
  readonly route: Route;
  readonly asker: Asker;
  readonly target: Target;
  readonly expected: Expected;
}

/** What the table of permissions says of a request. */
export function expectedOf(route: Route, asker: Asker, target: Target): Expected {
  const permitted = permittedTo(route.action ?? '');
  const well = target.startsWith('bad body') ? 'reached' : 'allowed';
  if (permitted === 'everyone') return well;
  if (asker.role === 'nobody' || asker.standing === 'session ended') return 401;
  if (permitted === 'signed-in') return signedIn(route, asker, well);
  if (asker.standing !== 'in force') return 'capacity-needed';
  return inForce(route, asker.role, target);
}

/** A service is nobody who could sign in, and a token is made in a capacity. */
function signedIn({ url, method }: Route, { role, standing }: Asker, well: Expected): Expected {
  if (role === 'demonstration') return 401;
  const makes = url === '/api/v1/account/tokens' && method === 'POST' && well === 'allowed';
  if (makes && standing !== 'in force') return 'capacity-needed';
  return url in cannotBeDone ? 'reached' : well;
}

function inForce({ action, url }: Route, role: Role, target: Target): Expected {
  const ownership = ownershipOf(role, action as Action);
  if (ownership === undefined) return 'forbidden';
  if (target === 'bad body') return 'reached';
  if (target === 'own') return done(url, role);
  if (target !== 'other authority') return ownership === 'everywhere' ? 'reached' : 404;
  return ownership === 'own' && !(url in cannotBeDone) ? 'forbidden' : done(url, role);
}

function done(url: string, role: Role): Expected {
  if (url in cannotBeDone || doneOnce.includes(url)) return 'reached';
  if (url === agreePage && role === 'demonstration') return 'reached';
  return url === recordPage && ownershipOf(role, 'decision.read') === undefined ? 404 : 'allowed';
}

/** Agrees for the council in whose capacity one acts: a service acts for none. */
const agreePage = '/partnerships/:partnership/people/:id/approval';

/** Shows records of every kind to whoever may read that kind; to others they are not there. Tried with a decision. */
const recordPage = '/partnerships/:partnership/:kind/:id';

/** Routes outside any partnership that nevertheless show what is one partnership's. */
const personal = ['/api/v1/partnerships/:id', '/api/v1/people/:id', '/people/:id'];

function targetsOf(route: Route, { role, standing }: Asker): readonly Target[] {
  const simple = route.method === 'HEAD' || permittedTo(route.action ?? '') === 'everyone';
  if (simple && standing !== 'in force' && role !== 'nobody') return [];
  const same: readonly Target[] = route.method === 'POST' ? ['own', 'bad body'] : ['own'];
  return simple || standing !== 'in force' ? same : [...same, ...elsewhere(route, role)];
}

function elsewhere({ url, method }: Route, role: Asker['role']): readonly Target[] {
  const apart = url.includes('/:partnership') || personal.includes(url);
  const everywhere = role === 'demonstration' || role === 'administrator';
  const targets: Readonly<Partial<Record<Target, boolean>>> = {
    'other authority': method === 'POST' && namesAuthority(url),
    'other partnership': apart,
    nowhere: apart && !everywhere,
    'bad body elsewhere': apart && method === 'POST',
  };
  return (Object.keys(targets) as Target[]).filter((target) => targets[target]);
}

/** Every route, by everybody, to everything. */
export function everyCell(routes: readonly Route[], askers: readonly Asker[]): readonly Cell[] {
  return routes.flatMap((route) =>
    askers.flatMap((asker) =>
      targetsOf(route, asker).map((target) => ({ route, asker, target, expected: expectedOf(route, asker, target) })),
    ),
  );
}

/** Where an address calls a list otherwise than the test does. */
const lists = [
  ['/api/v1/grants/', 'administrators'],
  ['/api/v1/partnerships/:partnership/ledger/drafts/:id/approvals', 'draft-to-approve'],
  ['/api/v1/partnerships/:partnership/ledger/drafts/:id/rejections', 'draft-to-reject'],
  ['/partnerships/:partnership/ledger/drafts/:id/approvals', 'draft-to-approve'],
  ['/partnerships/:partnership/ledger/drafts/:id/rejections', 'draft-to-reject'],
  ['/api/v1/partnerships/:partnership/imports/:id/submission', 'import-to-submit'],
  ['/api/v1/partnerships/:partnership/imports/:id/approvals', 'import-to-approve'],
  ['/api/v1/partnerships/:partnership/imports/:id/rejections', 'import-to-reject'],
  ['/partnerships/:partnership/imports/:id/approvals', 'import-to-approve'],
  ['/partnerships/:partnership/imports/:id/rejections', 'import-to-reject'],
  ['/partnerships/:partnership/people/', 'grants-on-pages'],
] as const;

/** The address of a route, filled in with what is in a place. A part that nothing fills fails the test. */
export function addressOf({ url }: Route, at: Place, target: Target): string {
  const kind = /\/([\w-]+)\/:id(\/|$)/.exec(url)?.[1] ?? '';
  const list = lists.find(([start]) => url.startsWith(start))?.[1] ?? kind;
  const parts: Readonly<Record<string, string | undefined>> = {
    partnership: target === 'nowhere' ? 'nowhere' : at.partnership,
    id: url === recordPage ? at.ids['decisions'] : at.ids[list],
    kind: url.startsWith('/api/problems') ? 'invalid' : 'decisions',
    person: at.ids['employed'],
    authority: at.own,
    year: at.year,
    position: '1',
    size: '1',
    ...(target === 'nowhere' && personal.includes(url) ? { id: nothing } : {}),
  };
  return url.replace(/:(\w+)/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`The matrix has nothing to put in ${url} for ${name}.`);
    return part;
  });
}
