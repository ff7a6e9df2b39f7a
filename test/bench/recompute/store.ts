import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { digest } from '../../../src/engine/digest.js';
import { markDemonstration, openService } from '../../../src/platform/database/service-session.js';
import { ticketOf } from '../../../src/platform/database/ticket.js';
import { daysOf, partners, partnerships, scheduleOf, years } from './documents.js';

/** The versions of one partnership, one a year, each with the decision that put it in force. */
function versionsOf(partnership: number): readonly object[] {
  return years.map((year, y) => {
    const schedule = scheduleOf(partnership, year);
    return {
      id: randomUUID(),
      decision: randomUUID(),
      number: y + 1,
      ...daysOf(year),
      schedule,
      digest: digest(schedule),
    };
  });
}

const rows = `jsonb_to_recordset($2::jsonb) v (id uuid, decision uuid, number int, "from" date, until date, schedule jsonb, digest text)`;

/** One partnership in a transaction of its own: ten years' schedules, a bill a quarter for each partner, a receipt for each bill. */
async function storeOne(client: pg.Client, ticket: string, partnership: number): Promise<void> {
  const id = partnerships[partnership];
  const versions = JSON.stringify(versionsOf(partnership));
  await client.query('begin');
  await client.query("select authz.open($1, 'partnership.add', $2, 'seed')", [ticket, id]);
  await client.query(
    "insert into partnership (id, name, delivery_model, about, source) select p, p, 'hosted', 'Bench', 'bench' from unnest($1::text[]) p",
    [[id]],
  );
  await client.query(
    'insert into partnership_authority (partnership_id, authority_id) select $1, p from unnest($2::text[]) p',
    [id, partners],
  );
  await client.query(
    `insert into decision (partnership_id, id, body, reference, taken_on, outcome, approves, title, source)
     select $1, decision, 'Board', number::text, "from", 'approved', 'formula', 'Formula', 'bench' from ${rows}`,
    [id, versions],
  );
  const agreement = randomUUID();
  await client.query(
    `insert into agreement (partnership_id, id, title, starts_on, source)
     select $1, $3, 'Agreement', min("from"), 'bench' from ${rows}`,
    [id, versions, agreement],
  );
  await client.query(
    `insert into agreement_version (partnership_id, id, agreement_id, number, starts_on, ends_before, decision_id, schedule, schedule_digest, source)
     select $1, id, $3, number, "from", until, decision, schedule, digest, 'bench' from ${rows}`,
    [id, versions, agreement],
  );
  await client.query(
    `insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source)
     select $1, gen_random_uuid(), a, (date '2016-04-15' + q * interval '3 months')::date, 8000000 + q, 'Instalment', 'bench'
     from unnest($2::text[]) a, generate_series(0, $3::int - 1) q`,
    [id, partners, years.length * 4],
  );
  await client.query(
    `insert into receipt (partnership_id, id, authority_id, contribution_id, received_on, amount_pence, reference, source)
     select partnership_id, gen_random_uuid(), authority_id, id, due_on, amount_pence, 'Paid', 'bench'
     from contribution where partnership_id = $1`,
    [id],
  );
  await client.query('commit');
}

/** Stores every partnership with its years. */
export async function store(client: pg.Client, adminUrl: string): Promise<void> {
  await markDemonstration(adminUrl);
  const ticket = ticketOf(await openService(adminUrl, 'demonstration'));
  await client.query('begin');
  await client.query("select authz.open($1, 'partnership.add', '*', 'seed')", [ticket]);
  await client.query(
    "insert into authority (id, name, kind, source) select p, p, 'other', 'bench' from unnest($1::text[]) p",
    [partners],
  );
  await client.query('commit');
  for (const partnership of partnerships.keys()) await storeOne(client, ticket, partnership);
  await client.query('vacuum analyze');
}
