import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export const EXPECTED_MIGRATIONS = 'EXPECTED_MIGRATIONS';

interface Found {
  readonly above: boolean;
  readonly owns: boolean;
  readonly unprotected: boolean;
  readonly temporary: boolean;
}

const roleIsOrdinary = `
  select rolsuper or rolbypassrls as above,
    exists (select from pg_class where relnamespace = 'public'::regnamespace and relowner = r.oid) as owns,
    exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations'
      and not (relrowsecurity and relforcerowsecurity)) as unprotected,
    exists (select from pg_roles l where l.rolname in (r.rolname, 'poolkeeper_access', 'poolkeeper_public')
      and has_database_privilege(l.oid, current_database(), 'temporary')) as temporary
  from pg_roles r where rolname = current_user`;

/** INV-40: ready only when row-level security holds us and the schema is the one this code was written for. */
@Injectable()
export class ReadyCheck {
  constructor(
    private readonly source: DataSource,
    @Inject(EXPECTED_MIGRATIONS) private readonly expected: readonly string[],
  ) {}

  /** What is wrong, in words without secrets; nothing when all is well. */
  async faults(): Promise<readonly string[]> {
    try {
      return [...(await this.roleFaults()), ...(await this.schemaFaults()), ...(await this.trailFaults())];
    } catch {
      return ['the database does not answer'];
    }
  }

  private async roleFaults(): Promise<readonly string[]> {
    const [found] = await this.source.query<Found[]>(roleIsOrdinary);
    return [
      ...(found?.above === false ? [] : ['the database login may pass row-level security']),
      ...(found?.owns === false ? [] : ['the database login owns tables']),
      ...(found?.unprotected === false ? [] : ['a table has no row-level security']),
      ...(found?.temporary === false ? [] : ['a database login may make temporary tables']),
    ];
  }

  /** The end of every chain of the audit trail is its last entry; the verifier goes along the rest. */
  private async trailFaults(): Promise<readonly string[]> {
    const found = await this.source.query<{ chain: string }[]>('select chain from audit.heads_at_fault() as chain');
    return found.length === 0 ? [] : ['the audit trail does not end where it says it does'];
  }

  private async schemaFaults(): Promise<readonly string[]> {
    const ran = await this.source.query<{ name: string }[]>('select name from migrations order by timestamp');
    const names = ran.map(({ name }) => name);
    return names.join() === this.expected.join() ? [] : ['the migrations that ran are not those of this release'];
  }
}
