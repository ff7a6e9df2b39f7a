import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Http, type Json, startApp, type TestApp } from '../support/app.js';
import { added, smallPartnership } from '../support/partnership.js';
import { within } from '../support/row-of-each.js';

let app: TestApp;
let lead: Http & { readonly ticket: string };
let extract: string;
let cash: Json;
const base = '/api/v1/partnerships/one';
const at = `${base}/ledger/reconciliations`;

const csv = [
  'Date,Reference,Description,Amount,Account code,Cost centre',
  '09/04/2026,BACS 0001,Quarter 1,400.00,9000,A1',
  '2026-04-20,INV 7,Room hire,-54.00,9000,A1',
  '2026-04-30,,Bank charge,-1.25,9000,A1',
  '2026-04-21,INV 7,Room hire,54.00,4100,A1',
].join('\n');

beforeAll(async () => {
  app = await startApp();
  app.setClock('2026-11-22');
  await smallPartnership(app, 'one');
  await smallPartnership(app, 'two');
  lead = await app.as({ role: 'finance-lead', partnership: 'one', authority: 'one-a' });
  const bill = { authority: 'one-b', dueOn: '2026-04-01', amount: '460.00', what: 'Quarter 1' };
  const due = await added(app, 'partnerships/one/contributions', bill);
  const pay = (receivedOn: string, amount: string, reference: string) =>
    added(app, 'partnerships/one/receipts', { contribution: due.id, receivedOn, amount, reference });
  await pay('2026-04-10', '400.00', 'bacs-0001');
  await pay('2026-04-29', '60.00', 'BACS 2');
  await post('spending', { line: 'premises', amount: '45.00', effectiveOn: '2026-04-20', reference: 'inv 7' });
  extract = await bring(lead, csv);
});
afterAll(() => app.stop());

/** Posts an entry as two people do. */
async function post(kind: string, given: object): Promise<void> {
  const officer = await app.as({ role: 'finance-lead', partnership: 'one', authority: 'one-a' });
  const other = await app.as({ role: 'lead-officer', partnership: 'one', authority: 'one-b' });
  const made = { source: 'Made for a test' };
  const { body } = await officer.post(`${base}/ledger/drafts`, { kind, reason: 'Room hire', ...given, ...made });
  const done = await other.post(`${base}/ledger/drafts/${body.id}/approvals`, { digest: body.digest, ...made });
  if (done.status !== 200) throw new Error(done.text);
}

/** Brings a file of the host's ledger, as far as it goes; gives the import's id once it is added. */
async function bring(who: Http, file: string): Promise<string> {
  const { body } = await sent(who, file);
  const done = await who.post(`${base}/imports/${body.id}/confirmation`, { digest: body.digest });
  if (done.status !== 201) throw new Error(done.text);
  return body.id as string;
}
const sent = (who: Http, file: string) =>
  who.post(`${base}/imports?kind=host-ledger&name=ledger.csv`, file, { 'content-type': 'text/csv' });

const april = { account: 'cash', fund: 'pool', from: '2026-04-01', asAt: '2026-04-30', opening: '0.00' };
const held = (given: object = {}, who: Http = lead) =>
  who.post(at, { ...april, import: extract, code: '9000', source: 'Cash book', ...given });
const report = async (id: string, query = '') => (await lead.get(`${at}/${id}${query}`)).body;
const said = (given: object) =>
  lead.post(`${base}/ledger/host-matches`, { reconciliation: cash.id, source: 'Bank statement', ...given });
const refusal = ({ status, body }: Answer) => [status, body.errors?.[0]?.pointer, body.errors?.[0]?.code];
const brief = (groups: Json) =>
  groups.map(({ part, rule, host, ours, difference }: Json) => [part, rule, host, ours, difference].join(' '));

describe('an extract of the host’s ledger', () => {
  it('is imported as it stands, with columns that nobody knows set aside, and posts nothing', async () => {
    const before = (await app.http.get(`${base}/ledger/check`)).body.entries;
    const { body } = await lead.get(`${base}/imports/${extract}`);
    expect(body).toMatchObject({ state: 'added', rows: 4, kind: 'host-ledger', setAside: ['Cost centre'] });
    const lines = (await lead.get(`${base}/ledger/host-lines?import=${extract}&sort=date`)).body.items;
    expect(lines.map(({ row, date, amount }: Json) => [row, date, amount].join(' '))).toEqual([
      '2 2026-04-09 400.00',
      '3 2026-04-20 -54.00',
      '5 2026-04-21 54.00',
      '4 2026-04-30 -1.25',
    ]);
    expect(lines[0].source).toBe('(imported from ledger.csv, row 2)');
    expect((await app.http.get(`${base}/ledger/check`)).body.entries).toBe(before);
    expect(refusal(await sent(lead, csv))).toEqual([409, '', 'already-imported']);
    const exported = (await lead.get(`${base}/ledger/host-lines/all.csv?accountCode=4100`)).text;
    expect((await sent(lead, exported)).body.faults).toMatchObject([{ code: 'already-recorded' }]);
  });

  it('is the host’s finance lead’s to bring, and of amounts', async () => {
    const officer = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-b' });
    expect((await sent(officer, csv)).status).toBe(403);
    const { body } = await sent(lead, 'date,amount\n2026-04-01,0\n2026-02-30,1\n');
    expect(body.faults.map(({ cell, code }: Json) => [cell, code])).toEqual([
      ['A3', 'not-a-date'],
      ['B2', 'of-nothing'],
    ]);
  });

  it('takes no line that was not in its file', async () => {
    const adding = app.database.as('poolkeeper_api', (client) =>
      within(client, 'one', () =>
        client.query(`insert into host_line (partnership_id, id, import_id, row_number, on_day, amount_pence, source)
          values ('one', gen_random_uuid(), '${extract}', 9, '2026-04-01', 1, 'Test')`),
      ),
    );
    await expect(adding).rejects.toMatchObject({ constraint: 'host_line_with_its_file' });
  });
});

describe('a reconciliation', () => {
  it('is of as many lines as can be worked out without keeping others waiting', async () => {
    const file = `Date,Description,Amount\n${'2026-03-01,Fee,1.00\n'.repeat(20_000)}`;
    const march = { from: '2026-03-01', asAt: '2026-03-31', code: undefined };
    const [most, more] = [await bring(lead, file), await bring(lead, `${file}2026-03-01,Fee,1.00\n`)];
    expect(refusal(await held({ ...march, import: more }))).toEqual([422, '/import', 'too-many']);
    const { body } = await held({ ...march, import: most });
    expect((await report(body.id)).parts.at(-1)).toMatchObject({ hostLines: 20_000, host: '20000.00' });
  });

  it('says what it is held against, and refuses what does not fit', async () => {
    expect(refusal(await held({ code: '1234' }))).toEqual([422, '/code', 'not-there']);
    expect(refusal(await held({ import: cashless }))).toEqual([422, '/import', 'not-there']);
    expect(refusal(await held({ asAt: '2026-04-29' }))).toEqual([422, '/asAt', 'outside']);
    expect(refusal(await held({ asAt: '2026-03-31' }))).toEqual([422, '/asAt', 'before-from']);
    expect(refusal(await held({ line: 'premises' }))).toEqual([422, '/line', 'unknown-field']);
    const officer = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-b' });
    expect((await held({}, officer)).status).toBe(403);
    const made = await held();
    cash = made.body;
    expect(cash).toMatchObject({ lines: 3, closing: '344.75', file: 'ledger.csv', days: 5, turned: false });
    expect(cash.fileDigest).toMatch(/^sha256:/);
    expect((await officer.get(`${at}/${cash.id}`)).status).toBe(200);
    const elsewhere = await app.as({ role: 'finance-lead', partnership: 'two', authority: 'two-a' });
    expect((await elsewhere.get(`${at}/${cash.id}`)).status).toBe(404);
  });

  it('comes to both ledgers, and says what is left to explain', async () => {
    const { parts, explained, toExplain, explainedGroups, checked } = await report(cash.id);
    expect(parts.map((row: Json) => Object.values(row).join(' '))).toEqual([
      'opening 0 0 0.00 0.00 0.00',
      'matched 1 1 400.00 400.00 0.00',
      'differs 1 1 -54.00 -45.00 -9.00',
      'only-host 1 0 -1.25 0.00 -1.25',
      'only-ours 0 1 0.00 60.00 -60.00',
      'total 3 3 344.75 415.00 -70.25',
    ]);
    const { funds } = (await lead.get(`${base}/ledger/position?asAt=2026-04-30`)).body;
    expect([funds[0].cash, cash.closing]).toEqual([parts[5].ours, parts[5].host]);
    expect(explained).toMatchObject({ lines: 2, ofLines: 6, percentOfLines: '33.33', left: '-70.25' });
    expect(brief(toExplain)).toEqual([
      'differs reference-alone -54.00 -45.00 -9.00',
      'only-ours none 0.00 60.00 -60.00',
      'only-host none -1.25 0.00 -1.25',
    ]);
    expect([brief(explainedGroups), checked]).toEqual([['matched reference-and-amount 400.00 400.00 0.00'], false]);
  });

  it('is explained by hand, in full, and remembers what was undone', async () => {
    const [differs, ours, host] = (await report(cash.id)).toExplain;
    const ids = (group: Json) => ({
      lines: group.lines.map(({ id }: Json) => id),
      entries: group.entries.map(({ id }: Json) => id),
    });
    const together = { kind: 'together', reason: 'The host typed 54 for 45' };
    const { body: first } = await said({ ...together, ...ids(differs) });
    expect(refusal(await said({ ...together, ...ids(differs) }))).toEqual([409, '/lines', 'already-recorded']);
    await said({ ...together, ...ids(ours), reason: 'Paid in on 1 May' });
    await said({ ...together, ...ids(host), reason: 'A charge of the bank' });
    const whole = await report(cash.id);
    expect(whole.explained).toMatchObject({ percentOfLines: '100.00', percentOfAmount: '100.00', left: '0.00' });
    expect(whole.parts.at(-1).difference).toBe('-70.25');
    expect(whole.explainedGroups.find(({ byHand }: Json) => byHand === first.id).reason).toBe(together.reason);
    const undoing = { reason: 'It was another invoice', source: 'Invoice' };
    const undone = await lead.post(`${base}/ledger/host-matches/${first.id}/undoing`, undoing);
    expect([undone.status, undone.body.undone.reason]).toEqual([200, undoing.reason]);
    const again = await lead.post(`${base}/ledger/host-matches/${first.id}/undoing`, undoing);
    expect(refusal(again)).toEqual([409, '/id', 'already-recorded']);
    expect((await report(cash.id)).explained.left).toBe('-9.00');
    const list = `${base}/ledger/host-matches?reconciliation=${cash.id}`;
    expect((await lead.get(`${list}&stands=false`)).body.items).toMatchObject([{ id: first.id, kind: 'together' }]);
  });

  it('keeps apart what a rule would bring together, and takes only lines of its own', async () => {
    const matched = (await report(cash.id)).explainedGroups.find(({ part }: Json) => part === 'matched');
    const [line, entry] = [matched.lines[0].id, matched.entries[0].id];
    const apart = { kind: 'apart', lines: [line], entries: [entry], reason: 'Another quarter' };
    const { body } = await said(apart);
    expect((await report(cash.id)).explained).toMatchObject({ lines: 2, ofLines: 6 });
    await lead.post(`${base}/ledger/host-matches/${body.id}/undoing`, { reason: 'No', source: 'x' });
    expect((await report(cash.id)).explained).toMatchObject({ lines: 4, ofLines: 6 });
    const other = (await lead.get(`${base}/ledger/host-lines?accountCode=4100`)).body.items[0].id;
    const spent = (await lead.get(`${base}/ledger/entries?kind=contribution`)).body.items[0].id;
    expect(refusal(await said({ ...apart, lines: [other], entries: [] }))).toEqual([422, '/lines', 'not-there']);
    expect(refusal(await said({ ...apart, lines: [], entries: [spent] }))).toEqual([422, '/entries', 'not-there']);
    expect(refusal(await said({ ...apart, lines: [line, line], entries: [] }))).toEqual([422, '/lines', 'not-there']);
    expect(refusal(await said({ ...apart, lines: [], entries: [] }))).toEqual([422, '/lines', 'nothing-named']);
  });

  it('speaks for a line once, however many say so at one moment', async () => {
    const matched = (await report(cash.id)).explainedGroups.find(({ rule }: Json) => rule === 'reference-and-amount');
    const lines = [matched.lines[0].id];
    const all = await Promise.all(
      Array.from({ length: 4 }, () => said({ kind: 'apart', lines, entries: [], reason: 'Another quarter' })),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('is a file line by line that comes to the same, and was otherwise as known before', async () => {
    const { text, headers } = await lead.get(`${at}/${cash.id}/lines.csv`);
    expect(headers['content-disposition']).toContain(`one-reconciliation-${cash.id}.csv`);
    const [header = '', ...rows] = text.trim().split('\r\n');
    const column = header.split(',').indexOf('difference');
    const pence = rows.map((row) => Number(row.split(',')[column]?.replaceAll(/[^\d-]/g, '')));
    expect([rows.length, pence.reduce((sum, one) => sum + one, 0)]).toEqual([7, -7025]);
    expect((await lead.get(`${at}/${cash.id}/lines.xlsx`)).status).toBe(200);
    expect((await lead.get(`${at}/all.csv`)).text.trim().split('\r\n')).toHaveLength(3);
    expect((await report(cash.id, '?knownAt=2000-01-01')).parts.at(-1)).toMatchObject({ ourEntries: 0, hostLines: 3 });
    expect((await lead.get(`${at}/${cash.id}?knownAt=yesterday`)).status).toBe(422);
  });

  it('holds spending of a line and contributions too, whichever sign the host writes', async () => {
    const spending = { account: 'spending', line: 'premises', code: '4100' };
    const { parts } = await report((await held(spending)).body.id as string);
    expect(parts.at(-1)).toMatchObject({ host: '54.00', ours: '45.00' });
    const income = await bring(lead, 'date,reference,amount\n2026-04-02,Q1,-460.00\n');
    const bills = { account: 'contributions', import: income, code: undefined, turned: true, opening: '-10.00' };
    const found = await report((await held({ ...bills, openingWhy: 'Of 2025-26' })).body.id as string);
    expect(found.parts.at(-1)).toMatchObject({ host: '470.00', ours: '460.00', difference: '10.00' });
    expect(found.explained).toMatchObject({ percentOfAmount: '100.00', difference: '10.00', left: '0.00' });
  });
});

const cashless = '99999999-9999-4999-8999-999999999999';
