import { readFileSync } from 'node:fs';
import { isSlug } from '../../platform/http/names.js';
import type { Provider } from './provider.js';

const SETTING = 'POOLKEEPER_PROVIDERS';

/** The file's providers. Throws with everything that is wrong in it, each by its place; never with what a secret holds. */
export function readProvidersFile(file: string | undefined): readonly Provider[] {
  if (file === undefined) return [];
  let listed: unknown;
  try {
    listed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // A syntax error quotes what it stumbled over, and that may be a secret.
    const why = error instanceof SyntaxError ? 'it is not JSON' : (error as Error).message;
    throw new Error(`${SETTING}: ${file} cannot be read: ${why}.`, { cause: undefined });
  }
  return readProviders(listed);
}

/** The same of what the file holds. */
export function readProviders(listed: unknown): readonly Provider[] {
  if (!Array.isArray(listed)) throw new Error(`${SETTING}: expected a list of providers.`);
  const given = listed.map((one: unknown) => (isObject(one) ? one : {}));
  const faults = given.flatMap((one, index) => [
    ...faultsOf(one).map((fault) => `/${index}/${fault}`),
    ...(['id', 'issuer'] as const)
      .filter((name) => given.findIndex((other) => other[name] === one[name]) < index)
      .map((name) => `/${index}/${name}: expected another than those before it`),
  ]);
  if (faults.length > 0) throw new Error(`${SETTING}: ${faults.join('; ')}.`);
  return given.map(toProvider);
}

type Given = Readonly<Record<string, unknown>>;

/** Words that stand where a provider's id would, in addresses of ours. */
const taken = ['code', 'demonstration', 'enrol'];

const isWords = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.trim() === value && value !== '' && value.length <= most;
const isScopes = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.includes('openid') &&
  value.every((one) => typeof one === 'string' && /^[!#-[\]-~]+$/.test(one));

interface Expected {
  readonly fits: (value: unknown) => boolean;
  readonly wants: string;
  readonly optional?: true;
}

/** What each field has to be. */
const fields: Readonly<Record<keyof Provider, Expected>> = {
  id: {
    fits: (value) => isSlug(value) && !taken.includes(value),
    wants: `lower-case letters, digits and hyphens, and none of ${taken.join(', ')}`,
  },
  name: { fits: (value) => isWords(value, 200), wants: 'the name that people know it by' },
  authority: { fits: isSlug, wants: 'the id of the council that it belongs to' },
  issuer: {
    fits: isIssuer,
    wants: 'the issuer exactly as it names itself: https, or http on this machine, without ? and #',
  },
  clientId: { fits: (value) => isWords(value, 500), wants: 'the id under which it knows this service' },
  clientSecret: { fits: (value) => isWords(value, 4000), wants: 'its secret for this service', optional: true },
  scopes: { fits: isScopes, wants: 'a list of scopes, "openid" among them', optional: true },
  requireSecondFactor: { fits: (value) => typeof value === 'boolean', wants: 'true or false', optional: true },
};

function faultsOf(given: Given): readonly string[] {
  const strangers = Object.keys(given).filter((name) => !Object.hasOwn(fields, name));
  const wrong = Object.entries(fields).filter(
    ([name, { fits, optional }]) => !(given[name] === undefined ? optional : fits(given[name])),
  );
  return [
    ...strangers.map((name) => `${name}: expected no field of this name`),
    ...wrong.map(([name, { wants }]) => `${name}: expected ${wants}`),
  ];
}

function isIssuer(value: unknown): boolean {
  if (!isWords(value, 500) || !URL.canParse(value) || /[?#]/.test(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** This machine, where nobody listens in between. */
export function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function toProvider(given: Given): Provider {
  const { id, name, authority, issuer, clientId, clientSecret, scopes, requireSecondFactor } =
    given as Partial<Provider>;
  if (!id || !name || !authority || !issuer || !clientId) throw new Error('A provider was not checked.');
  return {
    ...{ id, name, authority, issuer, clientId, clientSecret },
    scopes: scopes ?? ['openid'],
    requireSecondFactor: requireSecondFactor ?? false,
  };
}

function isObject(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
