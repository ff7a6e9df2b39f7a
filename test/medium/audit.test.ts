import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cosigned, type Evidence, verifyEvidence } from '../../src/features/audit/verifier/verify-evidence.mjs';
import { CheckpointClockwork } from '../../src/features/audit/checkpoints/clockwork.js';
import { openService } from '../../src/platform/database/service-session.js';
import { ticketOf } from '../../src/platform/database/ticket.js';
import { startApp, type TestApp } from '../support/app.js';
import { newKeys, signatureOf } from '../support/evidence.js';
import { added, made, smallPartnership } from '../support/partnership.js';

type As = Awaited<ReturnType<TestApp['as']>>;

let test: TestApp;
let auditor: As;
let lead: As;
let officer: As;
beforeAll(async () => {
  test = await startApp();
  for (const id of ['here', 'there']) {
    await smallPartnership(test, id);
    await added(test, `partnerships/${id}/contributions`, {
      authority: `${id}-a`,
      dueOn: '2026-04-01',
      amount: '10.00',
      what: '=1+1',
    });
  }
  auditor = await test.as({ role: 'auditor', partnership: 'here' });
  lead = await test.as({ role: 'lead-officer', partnership: 'here', authority: 'here-a' });
  officer = await test.as({ role: 'finance-officer', partnership: 'here', authority: 'here-a' });
});
afterAll(() => test.stop());

const audit = '/api/v1/partnerships/here/audit';
interface Item {
  readonly position: number;
  readonly event: string;
  readonly subject: string;
  readonly record: string | null;
  readonly action: string;
  readonly person: string | null;
  readonly office: string;
  readonly capacity: string;
  readonly detail: { added?: Record<string, unknown>[] } | null;
}
const list = async (query = 'limit=200', who = auditor) => {
  const { status, body } = await who.get(`${audit}?${query}`);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.items as Item[];
};

describe('the trail of a partnership', () => {
  it('says who did what in which capacity, and what came of it', async () => {
    const answer = await officer.post('/api/v1/partnerships/here/provisions', {
      ...{ ...made, authority: 'here-a', financialYear: '2026-27', amount: '20.00', decidedOn: '2026-02-20' },
    });
    expect(answer.status).toBe(201);
    const [entry] = await list(`record=${String(answer.body.id)}`);
    expect(entry).toMatchObject({
      ...{ event: 'added', subject: 'provision', action: 'provision.add', capacity: 'finance-officer' },
      ...{ person: officer.person, authority: 'here-a', office: 'Finance officer of here-a' },
      ...{ request: answer.headers['x-request-id'], detail: { added: [{ amount_pence: 2000, source: made.source }] } },
    });
  });

  it('has no entry of another partnership', async () => {
    expect(JSON.stringify(await list())).not.toContain('there');
  });

  it('notes each reading of itself, without what was read', async () => {
    const before = (await list()).length;
    const items = await list();
    expect(items).toHaveLength(before + 1);
    expect(items.at(-1)).toMatchObject({ event: 'read', subject: 'audit_entry', detail: {}, person: auditor.person });
  });

  it('is filtered by each of its filters, and pages through without loss', async () => {
    const all = await list();
    const filters: readonly [string, (item: Item) => boolean][] = [
      ['action=provision.add', ({ action }) => action === 'provision.add'],
      ['event=read', ({ event }) => event === 'read'],
      ['subject=participation', ({ subject }) => subject === 'participation'],
      [`person=${officer.person}`, ({ person }) => person === officer.person],
      ['capacity=demonstration', ({ capacity }) => capacity === 'demonstration'],
      ['authority=here-a', ({ office }) => /of here-a$/.test(office)],
      ['from=2000-01-01&until=2100-01-01', () => true],
      ['from=2100-01-01', () => false],
      ['until=2000-01-01', () => false],
    ];
    for (const [query, fits] of filters) {
      const found = await list(`limit=200&${query}`);
      expect([query, found.filter(({ position }) => position <= all.length)]).toEqual([query, all.filter(fits)]);
    }
    const first = (await auditor.get(`${audit}?limit=2`)).body;
    const second = (await auditor.get(`${audit}${String(first.next)}`)).body;
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 4));
  });

  it('is a table for a spreadsheet, with no live formula in it (INV-28)', async () => {
    const { status, headers, text } = await auditor.get(`${audit}.csv?event=added`);
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const rows = text.split('\r\n').slice(1, -1);
    expect(rows).toHaveLength((await list('limit=200&event=added')).length);
    expect(text).not.toMatch(/(^|,|\n)"?[=+@-]/);
  });

  it.each([
    ['audit', 'colour=red', 'colour'],
    ['audit', 'from=yesterday', 'from'],
    ['audit.csv', 'person=somebody', 'person'],
    ['audit/bundle', 'from=0', 'from'],
    ['audit/bundle', 'from=1&to=5001', 'to'],
    ['audit/consistency', 'from=5&to=4', 'to'],
    ['audit/consistency', 'sort=size', 'sort'],
  ])('%s refuses the question %s', async (place, query, parameter) => {
    const { status, body } = await auditor.get(`/api/v1/partnerships/here/${place}?${query}`);
    expect([status, body.errors[0].parameter]).toEqual([422, parameter]);
  });
});

describe('who may', () => {
  const places = ['audit', 'audit.csv', 'audit/bundle', 'audit/check', 'audit/consistency'];
  it.each(places)(
    'not read %s: an officer, an observer, or anyone of another partnership; and each refusal is noted',
    async (place) => {
      const observer = await test.as({ role: 'observer', partnership: 'here', authority: 'here-b' });
      const stranger = await test.as({ role: 'auditor', partnership: 'there' });
      for (const [who, status] of [
        [officer, 403],
        [observer, 403],
        [stranger, 404],
        [test.nobody, 401],
      ] as const)
        expect([place, (await who.get(`/api/v1/partnerships/here/${place}`)).status]).toEqual([place, status]);
      const refused = await list('limit=200&event=refused');
      expect(refused.map(({ person }) => person)).toEqual(expect.arrayContaining([officer.person, observer.person]));
      const [elsewhere] = await test.database.sql<{ chain: string; subject_id: string; action: string }>(
        `select chain, subject_id, action from audit_entry where event = 'refused' and person = $1`,
        [stranger.person],
      );
      expect(elsewhere).toMatchObject({ chain: 'there', subject_id: 'here' });
    },
  );

  it('nobody read the trail of a partnership that is not there', async () => {
    for (const place of places) expect((await test.http.get(`/api/v1/partnerships/nowhere/${place}`)).status).toBe(404);
    expect(await test.database.sql(`select from audit_head where chain = 'nowhere'`)).toEqual([]);
  });

  it('not erase: an auditor, a finance officer', async () => {
    for (const who of [auditor, officer])
      expect((await who.post(`${audit}/1/erasure`, { why: 'Because' })).status).toBe(403);
  });
});

describe('the detail of an entry', () => {
  it('is erased by the lead officer, who has to say why; the chain still verifies', async () => {
    const [entry] = await list('subject=contribution&limit=1');
    const place = `${audit}/${String(entry?.position)}/erasure`;
    expect((await lead.post(place, {})).status).toBe(422);
    const erased = await lead.post(place, { why: 'Names a child' });
    expect([erased.status, erased.body.position]).toEqual([200, entry?.position]);
    const [after] = await list('subject=contribution&limit=1');
    expect(after).toEqual({ ...entry, detail: null, erasedBy: erased.body.erasedBy });
    expect(await list('event=erased')).toMatchObject([
      {
        subject: 'audit_entry',
        record: String(entry?.position),
        detail: { why: 'Names a child' },
        capacity: 'lead-officer',
      },
    ]);
    expect((await lead.post(place, { why: 'Again' })).body).toEqual(erased.body);
    expect((await lead.post(`${audit}/99999/erasure`, { why: 'None' })).status).toBe(404);
    const check = (await auditor.get(`${audit}/check`)).body;
    expect(check).toMatchObject({ firstBadPosition: null, why: null, size: expect.any(Number) });
  });
});

describe('checkpoints', () => {
  const partner = newKeys();

  it('are signed on demand, fetched by every partner, and signed once for each size', async () => {
    const signed = await lead.post(`${audit}/checkpoints`, { covers: 1 });
    expect(signed.status).toBe(200);
    expect((await lead.post(`${audit}/checkpoints`, { covers: 1 })).body).toEqual(signed.body);
    expect((await officer.get(`${audit}/checkpoints/latest`)).body).toEqual(signed.body);
    expect((await officer.get(`${audit}/checkpoints`)).body.items).toContainEqual(signed.body);
    expect(signed.body.note).toMatch(/^poolkeeper audit checkpoint 1\norigin poolkeeper\nchain here\nsize \d+\n/);
    expect((await officer.post(`${audit}/checkpoints`, { covers: 1 })).status).toBe(403);
    const beyond = await lead.post(`${audit}/checkpoints`, { covers: Number(signed.body.size) + 1000 });
    expect(beyond.body.errors[0]).toMatchObject({ pointer: '/covers', code: 'not-there' });
  });

  it('are signed by the clock, for every chain that moved on', async () => {
    const clockwork = test.app.get(CheckpointClockwork);
    clockwork.start(ticketOf(await openService(test.database.adminUrl, 'clockwork')));
    await clockwork.onApplicationShutdown();
    const unsigned = `select chain from audit_head h where not exists (
      select from audit_checkpoint c where c.chain = h.chain and c.size = h.size)`;
    expect(await test.database.sql(unsigned)).toEqual([]);
  });

  it('prove that history goes on from the last that a partner saw', async () => {
    const { root, size } = (await officer.get(`${audit}/checkpoints/latest`)).body;
    await added(test, 'partnerships/here/contributions', {
      authority: 'here-a',
      dueOn: '2026-06-01',
      amount: '1.00',
      what: 'Bill',
    });
    const next = (await lead.post(`${audit}/checkpoints`, { covers: 1 })).body;
    const proof = (await auditor.get(`${audit}/consistency?from=${Number(size) + 1}&to=${String(next.size)}`)).body;
    const { createHash } = await import('node:crypto');
    let hash = String(root);
    for (const leaf of proof.leaves as string[]) {
      const bytes = Buffer.from(leaf, 'base64');
      expect(bytes.includes(Buffer.from(hash, 'hex'))).toBe(true);
      hash = createHash('sha256').update(bytes).digest('hex');
    }
    expect([proof.to, hash]).toEqual([next.size, next.root]);
  });

  it('are cosigned by a partner with a key of its own, and by nobody in its name', async () => {
    const key = (await officer.post(`${audit}/keys`, { ...made, authority: 'here-a', pem: partner.pem })).body;
    const { note, size } = (await officer.get(`${audit}/checkpoints/latest`)).body;
    const cosign = (signature: string, authority = 'here-a', id = String(key.id)) =>
      officer.post(`${audit}/checkpoints/${String(size)}/cosignatures`, { authority, key: id, signature });
    const good = signatureOf(cosigned('here-a', note), partner);
    expect((await cosign(signatureOf(note, partner))).body.errors[0]).toMatchObject({ code: 'does-not-verify' });
    expect((await cosign('nonsense')).body.errors[0]).toMatchObject({ code: 'does-not-verify' });
    expect((await cosign(good, 'here-b')).body.errors[0]).toMatchObject({ pointer: '/key', code: 'not-there' });
    const answer = await cosign(good);
    expect([answer.status, answer.body.cosignatures]).toEqual([
      200,
      [expect.objectContaining({ authority: 'here-a', key: key.key })],
    ]);
    expect((await cosign(good)).body).toEqual(answer.body);
    expect(
      (
        await officer.post(`${audit}/checkpoints/999999/cosignatures`, {
          authority: 'here-a',
          key: key.id,
          signature: good,
        })
      ).status,
    ).toBe(404);
    const other = await test.as({ role: 'finance-officer', partnership: 'here', authority: 'here-b' });
    const forged = await other.post(`${audit}/checkpoints/${String(size)}/cosignatures`, {
      authority: 'here-a',
      key: key.id,
      signature: good,
    });
    expect(forged.status).toBe(403);
    expect((await other.post(`${audit}/keys`, { ...made, authority: 'here-a', pem: newKeys().pem })).status).toBe(403);
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['a private key', newKeys().secret.export({ type: 'pkcs8', format: 'pem' }).toString()],
  ])('take no key that is %s', async (_, pem) => {
    const { status, body } = await officer.post(`${audit}/keys`, { ...made, authority: 'here-a', pem });
    expect([status, body.errors[0].code]).toEqual([422, 'not-a-public-key']);
  });

  it('raise an alarm when a partner has not cosigned for 48 hours', async () => {
    const read = async () =>
      (await officer.get(`${audit}/cosigners`)).body.items as { authority: string; overdue: boolean }[];
    expect(await read()).toMatchObject([
      { authority: 'here-a', overdue: false, size: expect.any(Number) },
      { authority: 'here-b', overdue: false, size: null },
    ]);
    test.setClock(new Date(Date.now() + 49 * 3_600_000).toISOString());
    expect((await read()).map(({ overdue }) => overdue)).toEqual([true, true]);
    test.setClock(new Date().toISOString());
  });

  it('an auditor downloads a bundle, the verifier and the key, and verifies it with the network off (INV-34)', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'auditor-'));
    try {
      const bundle = await auditor.get(`${audit}/bundle`);
      const put = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
      put('bundle.json', bundle.text);
      put('verify-evidence.mjs', (await test.nobody.get('/api/v1/audit/verifier')).text);
      put('key.pem', (await test.nobody.get('/api/v1/audit/checkpoint-key')).text);
      put('here-a.pem', partner.pem);
      const alone = spawnSync('unshare', ['-rn', 'true']).status === 0 ? ['unshare', '-rn'] : [];
      const words = ['verify-evidence.mjs', 'bundle.json', '--key', 'key.pem', '--partner-key', 'here-a=here-a.pem'];
      const [program = '', ...rest] = [...alone, process.execPath, ...words];
      const verified = spawnSync(program, rest, { cwd: folder, encoding: 'utf8', env: {} });
      expect([verified.status, verified.stderr]).toEqual([0, '']);
      expect(verified.stdout).toMatch(/All of it holds/);
      expect(verified.stdout).toMatch(/cosignatures: 1/);
      put('bundle.json', bundle.text.replace('Finance officer of here-a', 'Finance officer of here-b'));
      expect(spawnSync(program, rest, { cwd: folder, encoding: 'utf8', env: {} }).status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('vouch for parts of the trail, fetched one after the other', async () => {
    const last = (await lead.post(`${audit}/checkpoints`, { covers: 1 })).body.size as number;
    const part = async (from: number, to: number) =>
      (await auditor.get(`${audit}/bundle?from=${from}&to=${to}`)).body as Evidence;
    const parts = [await part(1, 3), await part(4, last)];
    const key = (await test.nobody.get('/api/v1/audit/checkpoint-key')).text;
    expect(verifyEvidence(parts, { keys: [key] }).fault).toBeUndefined();
    expect(verifyEvidence(parts.slice(0, 1), { keys: [key] }).fault).toMatchObject({ from: 4 });
  });
});
