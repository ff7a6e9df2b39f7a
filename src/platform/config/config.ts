import path from 'node:path';
import { projectRoot } from './root.js';

/** Everything the outside may set. Read once at start; nothing else looks at the environment. */
export interface Config {
  /** Where the server listens. Loopback only until there is sign-in. */
  readonly host: '127.0.0.1';
  readonly port: number;
  /** A login that may run migrations. Absent: the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** The file with the key that signs checkpoints of the audit trail. */
  readonly checkpointKey: string;
  readonly embeddedPort: number;
  readonly poolSize: number;
  /** Off behind a transaction-mode pooler, which cannot keep named statements. */
  readonly namedStatements: boolean;
  readonly demonstration: boolean;
  /** A file that lists councils' own providers of sign-in. */
  readonly providersFile: string | undefined;
  /** Throw the embedded data away and start over. */
  readonly fresh: boolean;
  readonly logLevel: LogLevel;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/**
 * Reads the configuration from the environment and the command line.
 * Throws with the name of the setting, what it held and what was expected.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, args: readonly string[]): Config {
  const databaseUrl = readDatabaseUrl(env['DATABASE_URL']);
  const dataFolder = path.resolve(projectRoot, env['POOLKEEPER_DATA'] ?? '.data');
  return {
    host: '127.0.0.1',
    port: wholeNumber(env, 'PORT', 3000, 65_535),
    databaseUrl,
    dataFolder,
    checkpointKey: path.resolve(env['POOLKEEPER_CHECKPOINT_KEY'] ?? path.join(dataFolder, 'checkpoint-key.pem')),
    embeddedPort: wholeNumber(env, 'POOLKEEPER_DATABASE_PORT', 54_450, 65_535),
    poolSize: wholeNumber(env, 'POOLKEEPER_POOL', 10, 200),
    namedStatements: oneOf(env, 'POOLKEEPER_NAMED_STATEMENTS', ['on', 'off'], 'on') === 'on',
    demonstration:
      oneOf(env, 'POOLKEEPER_DEMONSTRATION', ['on', 'off'], databaseUrl === undefined ? 'on' : 'off') === 'on',
    providersFile: env['POOLKEEPER_PROVIDERS'] || undefined,
    fresh: args.includes('--fresh'),
    logLevel: oneOf(env, 'LOG_LEVEL', logLevels, 'info'),
  };
}

/**
 * One form of address only: the other roles' addresses are made from it, so who signs in has to stand where it can be
 * replaced, and their passwords follow from its password.
 */
function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const named = url && /^postgres(ql)?:$/.test(url.protocol) && url.username && url.password && url.hostname;
  const replaced = url && ['user', 'password', 'host', 'port', 'dbname'].some((name) => url.searchParams.has(name));
  if (named && !replaced) return text;
  throw new Error('DATABASE_URL: expected postgres://user:password@host:port/database, user and password included.');
}

type Environment = Readonly<Record<string, string | undefined>>;

function wholeNumber(env: Environment, name: string, otherwise: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : most + 1;
  if (value > most) throw new Error(`${name} is "${text}"; expected a whole number from 0 to ${most}.`);
  return value;
}

function oneOf<T extends string>(env: Environment, name: string, choices: readonly T[], otherwise: T): T {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new Error(`${name} is "${text}"; expected one of ${choices.join(', ')}.`);
  return found;
}
