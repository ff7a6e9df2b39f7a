import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ACCESS_URL, AccessDatabase } from './access-database.js';
import { apiDataSource, type ApiConnection, type Schema } from './data-source.js';
import { DATABASE_OPTIONS, Database, type DatabaseOptions } from './database.js';
import { PUBLIC_URL, PublicDatabase } from './public-database.js';
import { useExactTypes } from './types.js';

/** Where requests are served from, and where sessions and accounts are kept. */
export interface Connections extends ApiConnection {
  readonly accessUrl: string;
  readonly publicUrl: string;
}

/** The one door to the database, for every room. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  static connect(connection: Connections, schema: Schema, options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DataSource, useFactory: () => open(connection, schema) },
        { provide: DATABASE_OPTIONS, useValue: options },
        Database,
        { provide: ACCESS_URL, useValue: connection.accessUrl },
        { provide: PUBLIC_URL, useValue: connection.publicUrl },
        AccessDatabase,
        PublicDatabase,
      ],
      exports: [Database, AccessDatabase, PublicDatabase, DataSource],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.source.destroy();
  }
}

function open(connection: ApiConnection, schema: Schema): Promise<DataSource> {
  useExactTypes();
  return apiDataSource(connection, schema).initialize();
}
