import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { added, smallPartnership } from '../support/partnership.js';
import { rawGet } from '../support/raw-get.js';

let app: TestApp;
const place = 'partnerships/pair';
const file = (name: string) => `/api/v1/${place}/contributions/${name}`;

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'pair');
  const due = (dueOn: string, amount: string, what: string) =>
    added(app, `${place}/contributions`, { authority: 'pair-b', dueOn, amount, what });
  await due('2026-04-01', '215629.25', '=HYPERLINK("http://x")');
  await due('2026-07-01', '9999999999999.99', 'Beyond what a spreadsheet counts to the penny');
  await due('1900-02-28', '0.10', 'a <b> & "c"\r\n-1 _x0041_');
});
afterAll(() => app.stop());

describe('contributions as CSV', () => {
  it('have the fields by their names, amounts with two decimals, dates as dates and no live formula', async () => {
    const { status, headers, text } = await app.http.get(file('all.csv?sort=-dueOn'));
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="pair-contributions.csv"');
    const [header, , first] = text.split('\r\n');
    expect(header).toBe('\ufeffid,authority,dueOn,amount,what,financialYear,source,illustrative,recordedAt,recordedBy');
    expect(first).toContain(`,pair-b,2026-04-01,215629.25,"'=HYPERLINK(""http://x"")",2026-27,Made for a test,true,`);
  });

  it('are those that the filters let through, all of them', async () => {
    const { text } = await app.http.get(file('all.csv?financialYear=2026-27'));
    expect(text.trim().split('\r\n')).toHaveLength(3);
  });

  it('come whole: pages are refused', async () => {
    const { status, body } = await app.http.get(file('all.csv?limit=1'));
    expect({ status, parameter: body.errors[0].parameter }).toEqual({ status: 422, parameter: 'limit' });
  });

  it('of a partnership that is not there are not there', async () => {
    expect((await app.http.get('/api/v1/partnerships/nowhere/contributions/all.csv')).status).toBe(404);
  });
});

describe('contributions as XLSX', () => {
  it('have exact digits, real dates, text that is no formula, and text where a number would not be exact', async () => {
    const sheet = sheetOf(await rawGet(app, file('all.xlsx?sort=dueOn')));
    expect(sheet).toContain('<c r="D3" s="2"><v>215629.25</v></c>');
    expect(sheet).toContain('<c r="C3" s="3"><v>46113</v></c>');
    expect(sheet).toContain('<c r="C2" s="1" t="inlineStr"><is><t xml:space="preserve">1900-02-28</t></is></c>');
    expect(sheet).toContain('<t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;)</t>');
    expect(sheet).toContain('a &lt;b&gt; &amp; &quot;c&quot;_x000D_\n-1 _x005F_x0041_');
    expect(sheet).toContain('<c r="D4" s="2"><v>9999999999999.99</v></c>');
    expect(sheet).not.toContain('<f>');
  });
});

/** The last entry of an archive: its one sheet. */
function sheetOf(archive: Buffer): string {
  const at = archive.lastIndexOf(Buffer.from('PK\u0003\u0004', 'latin1'));
  const [packed, name] = [archive.readUInt32LE(at + 18), archive.readUInt16LE(at + 26)];
  return inflateRawSync(archive.subarray(at + 30 + name, at + 30 + name + packed)).toString('utf8');
}
