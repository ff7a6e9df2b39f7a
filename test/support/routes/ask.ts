import { createHmac, randomUUID } from 'node:crypto';
import { SESSION_COOKIE } from '../../../src/platform/http/door.js';
import { FORM_TOKEN } from '../../../src/platform/http/pages/form-token.js';
import { FORM_TYPE, isPage } from '../../../src/platform/http/pages/forms.js';
import { bodyFor } from './bodies.js';
import { addressOf, type Cell } from './cells.js';
import type { Asker } from './people.js';
import type { Place } from './place.js';
import { send } from '../send.js';

/** How one request ended. */
export interface Ending {
  readonly cell: Cell;
  readonly status: number;
  /** The kind of problem, when it is one. */
  readonly kind: string;
  /** All of it, but for what differs between any two answers. */
  readonly told: string;
}

let number = 0;

/** Asks what a cell asks. */
export async function ask(server: string, cell: Cell, here: Place, there: Place): Promise<Ending> {
  const { route, asker, target } = cell;
  // The same is sent to one that is not there as to another's: a page that refuses a form repeats what was typed.
  const at = ['other partnership', 'nowhere', 'bad body elsewhere'].includes(target) ? there : here;
  const body = route.method === 'POST' ? bodyOf(cell, at) : undefined;
  const { status, headers, text } = await send(`${server}${addressOf(route, at, target)}`, {
    method: route.method,
    headers: {
      'idempotency-key': randomUUID(),
      ...(isPage(route) ? browserOf(asker) : programOf(asker)),
      ...(body === undefined ? {} : { 'content-type': typeOf(route, body) }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const told = `${status} ${JSON.stringify({ ...headers, date: '' })} ${text}`;
  const kind = /"type":"\/api\/problems\/([\w-]+)"/.exec(text)?.[1] ?? '';
  // Pages say how long one's session has left, which differs from one second to the next.
  const same = told.replaceAll(String(headers['x-request-id']), 'the request').replace(/data-idle-seconds=\S+/, '');
  return { cell, status, kind, told: same };
}

const programOf = ({ secret }: Asker): Record<string, string> =>
  secret === undefined ? {} : { authorization: `Bearer ${secret}` };
const browserOf = ({ secret }: Asker): Record<string, string> =>
  secret === undefined ? {} : { cookie: `${SESSION_COOKIE}=${secret}` };

/** A form with the token of the page that it would stand on. */
function formOf({ secret = '' }: Asker, given: object): string {
  const token = createHmac('sha256', secret).update('poolkeeper form 1').digest('base64url');
  return new URLSearchParams({ ...given, [FORM_TOKEN]: token }).toString();
}

function bodyOf({ route, target, asker }: Cell, at: Place): string {
  const elsewhere = ['other partnership', 'nowhere'].includes(target);
  if (!elsewhere) number += 1;
  const body = bodyFor(route.url, at, target === 'other authority' ? at.other : at.own, elsewhere ? 0 : number);
  if (target.startsWith('bad body')) return isPage(route) ? formOf(asker, {}) : '{"no": "such field"}';
  if (body === undefined) throw new Error(`The matrix has no body for ${route.url}.`);
  if ('csv' in body) return String(body.csv);
  return isPage(route) ? formOf(asker, body) : JSON.stringify(body);
}

/** Where a file is taken it is sent as it is, unless it is a bad one. */
function typeOf(route: Cell['route'], body: string): string {
  if (isPage(route)) return FORM_TYPE;
  return route.url.endsWith('/imports') && !body.startsWith('{') ? 'text/csv' : 'application/json';
}

/** Many at a time, in their order. */
export async function askAll(cells: readonly Cell[], one: (cell: Cell) => Promise<Ending>): Promise<readonly Ending[]> {
  const endings: Ending[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < cells.length; at = next++) endings[at] = await one(cells[at]!);
  };
  await Promise.all(Array.from({ length: 16 }, work));
  return endings;
}

/** What went otherwise than the table of permissions says, in words; nothing when it went so. */
export function faultOf({ cell, status, kind, told }: Ending): string | undefined {
  const { asker, route, target, expected } = cell;
  if (endedSo(cell, { status, kind, told })) return undefined;
  const who = `${asker.role} (${asker.standing}), ${target}`;
  const said = status >= 400 && expected === 'allowed' ? `: ${told.slice(-200)}` : '';
  return `${who}: ${route.method} ${route.url} answered ${status} ${kind}, not ${expected}${said}`;
}

function endedSo({ expected, route }: Cell, { status, kind, told }: Omit<Ending, 'cell'>): boolean {
  const page = isPage(route);
  const sent = (to: string) => page && status === 303 && told.includes(`"location":"${to}`);
  const says = (wanted: string) => kind === wanted || page || route.method === 'HEAD';
  const ends: Readonly<Record<Cell['expected'], boolean>> = {
    401: status === 401 || sent('/sign-in'),
    404: status === 404,
    forbidden: status === 403 && says('forbidden'),
    'capacity-needed': (status === 403 && says('capacity-needed')) || sent('/choose-capacity'),
    reached: status < 500 && status !== 401 && status !== 403,
    allowed:
      (status < 400 && !sent('/sign-in') && !sent('/choose-capacity')) || (status === 409 && route.method === 'POST'),
  };
  return ends[expected];
}

/** Where another partnership's was answered otherwise than one's that is not there. */
export function toldApart(endings: readonly Ending[]): readonly string[] {
  const nowhere = new Map<string, Ending>();
  const key = ({ cell: { route, asker } }: Ending) => `${asker.role}: ${route.method} ${route.url}`;
  for (const ending of endings) if (ending.cell.target === 'nowhere') nowhere.set(key(ending), ending);
  return endings
    .filter(({ cell }) => cell.target === 'other partnership')
    .filter((ending) => (nowhere.get(key(ending)) ?? ending).told !== ending.told)
    .map((ending) => `${key(ending)} tells "not yours" from "not there"`);
}
