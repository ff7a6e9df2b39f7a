import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { markDemonstration, openService } from '../../src/platform/database/service-session.js';
import { newSecret, ticketOf } from '../../src/platform/database/ticket.js';
import { digest } from '../../src/engine/digest.js';

export const partners = ['north', 'south', 'east', 'west', 'middle'];
export const year = '2025-26';

export interface Seeded {
  readonly contributions: readonly string[];
  /** What finance officers of the first partner sign in with, each in a session of their own. */
  readonly secrets: readonly string[];
  /** What the service that loads public record asks with: it alone adds contributions without a checker. */
  readonly loader: string;
}

const schedule = {
  period: year,
  partners: partners.map((id, index) => ({ id, name: id, ...(index === 0 ? { role: 'host' } : {}) })),
  measures: [
    {
      id: 'children',
      unit: 'children',
      status: 'final',
      source: 'authority return',
      values: Object.fromEntries(
        ['2022-23', '2023-24', '2024-25'].map((measured, row) => [
          measured,
          Object.fromEntries(partners.map((id, column) => [id, String(20 + 7 * column + row)])),
        ]),
      ),
    },
  ],
  pots: [
    {
      id: 'core',
      name: 'Core service',
      lines: [
        { id: 'staffing', amount: '2400000.00' },
        { id: 'premises', amount: '60000.00', only: 'north' },
      ],
      less: [{ id: 'grant', amount: '100000.00' }],
      basis: { kind: 'measure', measure: 'children', over: ['2022-23', '2023-24', '2024-25'], average: 'mean' },
      clause: 'Schedule 3',
    },
  ],
};

const YEARS = 100;
const A_YEAR = 20;

const names = (many: number) => ['bench', ...Array.from({ length: many - 1 }, (_, index) => `bench-${index + 1}`)];

/** Many partnerships of 5 partners, each with quarterly contributions of many years; one with an agreement and a schedule. */
export async function seed(adminUrl: string, contributions: number): Promise<Seeded> {
  const many = Math.ceil(contributions / (YEARS * A_YEAR));
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const [decision, agreement] = [randomUUID(), randomUUID()];
  const secrets = Array.from({ length: 16 }, newSecret);
  await markDemonstration(adminUrl);
  const loader = await openService(adminUrl, 'demonstration');
  const add = (text: string, values: unknown[]) => client.query(text, values);
  await client.query('begin');
  await add("select authz.open($1, 'partnership.add', 'bench', 'seed')", [ticketOf(loader)]);
  await add("insert into authority (id, name, kind, source) select p, p, 'other', 'bench' from unnest($1::text[]) p", [
    partners,
  ]);
  await add(
    "insert into partnership (id, name, delivery_model, about, source) select p, p, 'hosted', 'Bench', 'bench' from unnest($1::text[]) p",
    [names(many)],
  );
  await add(
    'insert into partnership_authority (partnership_id, authority_id) select id, p from partnership, unnest($1::text[]) p',
    [partners],
  );
  await add(
    `insert into decision (partnership_id, id, body, reference, taken_on, outcome, approves, title, source)
     values ('bench', $1, 'Board', '1', '2025-02-01', 'approved', 'formula', 'Formula', 'bench')`,
    [decision],
  );
  await add(
    "insert into agreement (partnership_id, id, title, starts_on, source) values ('bench', $1, 'Agreement', '2025-04-01', 'bench')",
    [agreement],
  );
  await add(
    `insert into agreement_version (partnership_id, id, agreement_id, number, starts_on, decision_id, schedule, schedule_digest, source)
     values ('bench', $1, $2, 1, '2025-04-01', $3, $4, $5, 'bench')`,
    [randomUUID(), agreement, decision, JSON.stringify(schedule), digest(schedule)],
  );
  await add(
    `insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source)
     select p.id, gen_random_uuid(), a, date '1950-04-01' + (q * 91.31)::int, 100000 + q, 'Instalment', 'bench'
     from partnership p, unnest($1::text[]) a, generate_series(0, $2::int - 1) q`,
    [partners, YEARS * 4],
  );
  const officer = randomUUID();
  await add("insert into person (id, name, source) values ($1, 'Bench', 'bench')", [officer]);
  await add(
    `insert into role_grant (id, partnership_id, person_id, role, authority_id, starts_on, source)
     values ($1, 'bench', $1, 'finance-officer', 'north', '2020-01-01', 'bench')`,
    [officer],
  );
  await add(
    `insert into authz.session (kind, person_id, grant_id, secret_digest, label, idle_for, expires_at)
     select 'browser', $1, $1, sha256(decode(t, 'hex')), 'Bench', '1 day', 'infinity' from unnest($2::text[]) t`,
    [officer, secrets.map(ticketOf)],
  );
  await client.query('commit');
  await client.query('vacuum analyze');
  const { rows } = await client.query<{ id: string }>(
    "select id from contribution where partnership_id = 'bench' order by id limit 1600",
  );
  await client.end();
  return { contributions: rows.map(({ id }) => id), secrets, loader };
}
