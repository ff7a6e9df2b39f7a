import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { asOwner } from '../../platform/database/as-owner.js';
import { newSecret, ticketOf } from '../../platform/database/ticket.js';

/** Two processes that start at once name one administrator between them. */
const START_LOCK = 7_665_002;

/**
 * Where nobody could administer, names the first administrator, and gives back the code with which whoever runs the server
 * sets up that account: once, within a day. Nothing where somebody can sign in as an administrator. A start before the
 * account was set up gives another code, and the one before is worth nothing.
 */
export async function nameFirstAdministrator(adminUrl: string): Promise<string | undefined> {
  return asOwner(adminUrl, async (client) => {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [START_LOCK]);
    const found = await administrators(client);
    const code = found.some(({ enrolled }) => enrolled)
      ? undefined
      : await letEnrol(client, found[0]?.person ?? (await makeOne(client)));
    await client.query('commit');
    return code;
  });
}

interface Administrator {
  readonly person: string;
  /** Whether they can sign in: with an account that is set up, or by a council's provider. */
  readonly enrolled: boolean;
}

async function administrators(client: pg.Client): Promise<readonly Administrator[]> {
  const { rows } = await client.query<Administrator>(`
    select g.person_id as person, exists (
        select from authz.local_account a join authz.credential c on c.account_id = a.id where a.person_id = g.person_id)
      or exists (select from federated_identity i where i.person_id = g.person_id
        and not exists (select from federated_identity_end e where e.id = i.id)) as enrolled
    from role_grant g where g.role = 'administrator' and authz.grant_in_force(g.id) order by g.recorded_at, g.id`);
  return rows;
}

async function makeOne(client: pg.Client): Promise<string> {
  const [person, grant] = [randomUUID(), randomUUID()];
  const made = ['Made at a start where nobody administered', 'Installation'];
  await client.query(`insert into person (id, name, source, recorded_by) values ($1, 'First administrator', $2, $3)`, [
    person,
    ...made,
  ]);
  await client.query(
    `insert into role_grant (id, person_id, role, starts_on, source, recorded_by) values ($1, $2, 'administrator', authz.today(), $3, $4)`,
    [grant, person, ...made],
  );
  return person;
}

/** The name to sign in with is `administrator`, or where somebody before had it, one made longer by their id. */
async function letEnrol(client: pg.Client, person: string): Promise<string> {
  const code = newSecret();
  await client.query(
    `with made as (
       insert into authz.local_account (id, person_id, name)
       select gen_random_uuid(), $1::uuid, case when exists (select from authz.local_account where name = 'administrator')
         then 'administrator-' || left($1::uuid::text, 8) else 'administrator' end
       on conflict (person_id) do nothing returning id),
     account as (select id from made union all select id from authz.local_account where person_id = $1::uuid)
     insert into authz.enrolment (id, account_id, code_digest, issued_by, issued_at, expires_at)
       select gen_random_uuid(), id, decode($2, 'hex'), 'Installation', clock_timestamp(), clock_timestamp() + interval '1 day' from account`,
    [person, ticketOf(code)],
  );
  return code;
}
