import { Injectable } from '@nestjs/common';
import { AccessDatabase } from '../../../platform/database/access-database.js';
import type { ReadSession } from '../../../platform/database/session.js';
import { statement } from '../../../platform/database/statement.js';
import { Ids } from '../../../platform/ids/ids.js';
import type { OpenEnrolment } from './open-enrolment.js';

const open = statement(`
  select e.id, a.id as account, a.person_id as person, p.name as "personName", a.name, s.password, s.totp_secret as "totpSecret"
  from authz.enrolment e join authz.local_account a on a.id = e.account_id join person p on p.id = a.person_id
  left join lateral (select * from authz.enrolment_step where enrolment_id = e.id order by chosen_at desc, id limit 1) s on true
  where e.code_digest = decode($1, 'hex') and e.expires_at > now()
    and not exists (select from authz.credential c where c.enrolment_id = e.id)
    and not exists (select from authz.enrolment later where later.account_id = e.account_id and later.issued_at > e.issued_at)`);
const addStep = statement(`
  insert into authz.enrolment_step (id, enrolment_id, password, totp_secret, chosen_at)
  values ($1, $2, $3, $4, clock_timestamp())`);
const addCredential = statement(`
  insert into authz.credential (id, account_id, enrolment_id, password, totp_secret, last_step)
  values ($1, $2, $3, $4, $5, $6) on conflict (enrolment_id) do nothing returning id`);
const addCodes = statement(`
  insert into authz.recovery_code (credential_id, code_digest) select $1, decode(digest, 'hex') from unnest($2::text[]) digest`);

/** The only file that writes what an enrolment comes to. */
@Injectable()
export class EnrolmentStore {
  constructor(
    private readonly database: AccessDatabase,
    private readonly ids: Ids,
  ) {}

  find(codeDigest: string): Promise<OpenEnrolment | undefined> {
    return this.database.one<OpenEnrolment>(open, [codeDigest]);
  }

  async addStep(enrolment: string, password: string, totpSecret: string): Promise<void> {
    await this.database.rows(addStep, [this.ids.next(), enrolment, password, totpSecret]);
  }

  /** The credential's id, or nothing where the enrolment was used in the meantime. */
  async addCredential(
    session: ReadSession,
    { id, account, password, totpSecret }: OpenEnrolment,
    lastStep: number,
    recoveryDigests: readonly string[],
  ): Promise<string | undefined> {
    const given = [this.ids.next(), account, id, password, totpSecret, lastStep];
    const added = await session.one<{ id: string }>(addCredential, given);
    if (added) await session.rows(addCodes, [added.id, recoveryDigests]);
    return added?.id;
  }
}
