import { Inject, Injectable } from '@nestjs/common';
import { DATABASE_OPTIONS, type DatabaseOptions } from './database.js';
import { LoginPool } from './login-pool.js';
import type { ReadSession } from './session.js';

export const ACCESS_URL = 'ACCESS_URL';

/**
 * The door's own login: sessions, accounts and what guards them, which the login that serves requests cannot touch. A
 * small pool, so that a rush at the door leaves the connections of those inside alone.
 */
@Injectable()
export class AccessDatabase extends LoginPool {
  constructor(@Inject(ACCESS_URL) url: string, @Inject(DATABASE_OPTIONS) options: DatabaseOptions) {
    super({ connectionString: url, application_name: 'poolkeeper access' }, options);
  }

  /** Several statements, all of them or none. */
  async write<T>(work: (session: ReadSession) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const done = await work(this.questionsOn(client));
      await client.query('commit');
      return done;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}
