import { Injectable } from '@nestjs/common';
import { AccessDatabase } from '../../platform/database/access-database.js';
import { statement } from '../../platform/database/statement.js';

const marked = statement('select demonstration from authz.installation');

/** What kind of installation this database is of. */
@Injectable()
export class InstallationReader {
  private known = false;

  constructor(private readonly database: AccessDatabase) {}

  /** Whether it is a demonstration, with people in it whom nobody is. Once it is, it stays one. */
  async isDemonstration(): Promise<boolean> {
    this.known ||= (await this.database.one<{ demonstration: boolean }>(marked))?.demonstration ?? false;
    return this.known;
  }
}
