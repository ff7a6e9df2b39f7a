import { DataSource, type DataSourceOptions } from 'typeorm';
import { SteadyClient } from './steady-client.js';

type Entities = NonNullable<DataSourceOptions['entities']>;
type Migrations = NonNullable<DataSourceOptions['migrations']>;

/** What the rest of the product hands to the pipes: its rows and its migrations. */
export interface Schema {
  readonly entities: Entities;
  readonly migrations: Migrations;
}

export interface ApiConnection {
  readonly url: string;
  readonly poolSize: number;
}

/** The pool that serves requests, as the api role: no ownership, no way round row-level security. */
export function apiDataSource({ url, poolSize }: ApiConnection, { entities }: Schema): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    poolSize,
    applicationName: 'poolkeeper',
    connectTimeoutMS: 5_000,
    extra: {
      Client: SteadyClient,
      pipeline: true,
      statement_timeout: 10_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
}

/** One connection as the owner, for migrations alone. */
export function ownerDataSource(url: string, { migrations }: Schema): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTransactionMode: 'each',
    poolSize: 1,
    applicationName: 'poolkeeper migrations',
    extra: { lock_timeout: 2_000 },
  });
}
