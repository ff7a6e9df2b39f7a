import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ContributionRow } from './features/contributions/contribution.entity.js';
import { ContributionsModule } from './features/contributions/contributions.module.js';
import { ProvisionRow } from './features/contributions/provision.entity.js';
import { ReceiptRow } from './features/contributions/receipt.entity.js';
import { constraintWords } from './features/shared/constraint-words.js';
import { Clock } from './platform/clock/clock.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { TextPipe } from './platform/http/body.pipe.js';
import { CONSTRAINT_WORDS, ProblemFilter } from './platform/http/problem.filter.js';
import { Ids } from './platform/ids/ids.js';

/** Every row that the product keeps. */
export const entities = [ContributionRow, ReceiptRow, ProvisionRow];

/** Every room. */
const rooms = [ContributionsModule];

@Global()
@Module({ providers: [Clock, Ids], exports: [Clock, Ids] })
class SuppliesModule {}

export interface AppSettings {
  /** The api role's address. */
  readonly url: string;
  readonly poolSize: number;
  readonly namedStatements: boolean;
}

@Module({})
export class AppModule {
  static with({ url, poolSize, namedStatements }: AppSettings): DynamicModule {
    const database = DatabaseModule.connect({ url, poolSize }, { entities, migrations: [] }, { namedStatements });
    return {
      module: AppModule,
      imports: [SuppliesModule, database, ...rooms],
      providers: [
        ProblemFilter,
        { provide: CONSTRAINT_WORDS, useValue: constraintWords },
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_PIPE, useClass: TextPipe },
      ],
    };
  }
}
