import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import { useExactTypes } from '../../src/platform/database/types.js';

/**
 * The floor: bare Fastify and pg with named statements, as the administrator, with no context, no row-level security, no
 * validation and no framework. It answers the same bytes from the same rows.
 */
useExactTypes();
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const app = Fastify();

const one = 'select * from contribution where partnership_id = $1 and id = $2';
const add = `insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source, illustrative, recorded_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, 'floor') returning *`;

type Row = Record<string, unknown> & { amount_pence: bigint; recorded_at: Date };

function show(row: Row) {
  const digits = String(row.amount_pence).padStart(3, '0');
  return {
    id: row['id'],
    authority: row['authority_id'],
    dueOn: row['due_on'],
    financialYear: row['financial_year'],
    amount: `${digits.slice(0, -2)}.${digits.slice(-2)}`,
    what: row['what'],
    source: row['source'],
    illustrative: row['illustrative'],
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row['recorded_by'],
  };
}

app.get<{ Params: { p: string; id: string } }>('/contributions/:p/:id', async ({ params }, reply) => {
  const { rows } = await pool.query<Row>({ name: 'one', text: one, values: [params.p, params.id] });
  return rows[0] ? show(rows[0]) : reply.status(404).send();
});

app.post<{ Params: { p: string }; Body: Record<string, string> }>(
  '/contributions/:p',
  async ({ params, body }, reply) => {
    const pence = BigInt((body['amount'] ?? '').replace('.', ''));
    const values = [
      params.p,
      randomUUID(),
      body['authority'],
      body['dueOn'],
      pence,
      body['what'],
      body['source'],
      false,
    ];
    const { rows } = await pool.query<Row>({ name: 'add', text: add, values });
    return rows[0] ? reply.status(201).send(show(rows[0])) : reply.status(500).send();
  },
);

/** The statement's own question and the statement's own bytes, handed over by the bench: only the work between is left out. */
const statement = { text: '', values: [] as unknown[], answer: '' };
app.put<{ Body: typeof statement }>('/statement', { bodyLimit: 1e8 }, ({ body }, reply) => {
  Object.assign(statement, body);
  return reply.send({});
});
app.get('/statement', async (_request, reply) => {
  await pool.query({ name: 'statement', text: statement.text, values: statement.values });
  return reply.type('application/json; charset=utf-8').send(statement.answer);
});

await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
