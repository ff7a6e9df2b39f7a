import { Inject, Injectable } from '@nestjs/common';
import { DATABASE_OPTIONS, type DatabaseOptions } from './database.js';
import { LoginPool } from './login-pool.js';

export const PUBLIC_URL = 'PUBLIC_URL';

/** The public's own login: it may read what is published, nothing else, and not for long at a time. */
@Injectable()
export class PublicDatabase extends LoginPool {
  constructor(@Inject(PUBLIC_URL) url: string, @Inject(DATABASE_OPTIONS) options: DatabaseOptions) {
    const readOnly = '-c default_transaction_read_only=on';
    const settings = { application_name: 'poolkeeper public', statement_timeout: 2_000, options: readOnly };
    super({ connectionString: url, ...settings }, options);
  }
}
