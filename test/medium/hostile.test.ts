import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, startApp, type TestApp } from '../support/app.js';
import { type Operation, readOperations } from '../support/operations.js';
import { sendRaw } from '../support/raw.js';
import { severalAtOnce } from '../support/several-at-once.js';

/** Values that have broken services before: in a path, a query or a field of a body. */
const texts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202ekent',
  'é',
  'é',
  '١٢٣',
  '−5',
  '1e3',
  '0x10',
  'NaN',
  'Infinity',
  '-0',
  '1,000.00',
  '00000000-0000-0000-0000-00000000000g',
  "'; drop table contribution; --",
  '../../../etc/passwd',
  '%00',
  '{{7*7}}',
  '=HYPERLINK("x")',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '2026-02-30',
  '9999-12-31',
  '0001-01-01',
  'x'.repeat(5000),
];
const values: readonly unknown[] = [
  ...texts,
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  9007199254740993,
  [],
  [[]],
  {},
  { a: { b: [] } },
  [null],
];

/** Every field meets a third of the values and every value a third of the fields; all of them with HOSTILE=whole. */
const meets = (field: number, value: number) => process.env['HOSTILE'] === 'whole' || (field + value) % 3 === 0;

describe('whatever is sent', () => {
  let test: TestApp;
  let operations: readonly Operation[];

  beforeAll(async () => {
    test = await startApp();
    await test.loadDemonstration();
    operations = await readOperations(test.http);
  });
  afterAll(() => test.stop());

  it('a hostile path or query gets a problem document, never a fault of ours', async () => {
    await severalAtOnce(pathsAndQueries());
  }, 400_000);

  it('a hostile body is refused, names what is wrong and stores nothing', async () => {
    const before = await test.database.rowCounts();
    await severalAtOnce(hostileBodies());
    expect(await test.database.rowCounts()).toEqual(before);
  }, 400_000);

  it('a body that is not what it says is refused', async () => {
    const url = '/api/v1/calculations/shares';
    const statusOf = async (body: string, type: string) =>
      (await test.http.post(url, body, { 'content-type': type })).status;
    expect(await statusOf('{', 'application/json')).toBe(400);
    expect(await statusOf('', 'application/json')).toBe(400);
    expect(await statusOf('<a/>', 'application/xml')).toBe(415);
    expect(await statusOf('hello', 'text/plain')).toBe(415);
    expect(await statusOf('id=evil&name=Evil', 'application/x-www-form-urlencoded')).toBe(415);
    expect(await statusOf(`{"a":"${'x'.repeat(10_000_000)}"}`, 'application/json')).toBe(413);
    expect(await statusOf('['.repeat(200_000) + ']'.repeat(200_000), 'application/json')).toBe(422);
    expect(await statusOf('{"__proto__":{"x":1}}', 'application/json')).toBe(400);
  });

  it('a change that a page elsewhere asks for is refused before anything looks at it', async () => {
    const authority = { id: 'evil', name: 'Evil', kind: 'county', source: 'x' };
    const asked = async (headers: Record<string, string>) =>
      (await test.http.post('/api/v1/authorities', authority, headers)).status;
    expect(await asked({ origin: 'https://evil.example' })).toBe(403);
    expect(await asked({ origin: 'null' })).toBe(403);
    expect(await asked({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await asked({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect((await test.http.get('/api/v1/authorities/evil')).status).toBe(404);
    expect(await asked({ origin: test.url, 'sec-fetch-site': 'same-origin' })).toBe(201);
  });

  it('headers too large and bytes that are not HTTP get a problem document too', async () => {
    expect(await sendRaw(test.url, `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 [^]*headers-too-large/,
    );
    expect(await sendRaw(test.url, '\u0001\u0002\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*application\/problem\+json/);
    expect(
      await sendRaw(
        test.url,
        `GET /api/v1/partnerships/${'a'.repeat(300)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      ),
    ).toMatch(/^HTTP\/1\.1 414 /);
  });

  function* pathsAndQueries(): Generator<() => Promise<void>> {
    for (const { path, parameters } of operations.filter(({ method }) => method === 'get')) {
      const queries = parameters.filter((parameter) => parameter.in === 'query');
      for (const [at, value] of texts.entries()) {
        // A list as a sheet reads its address and its filters as the list itself does.
        if (/\.(csv|xlsx)$/.test(path) && at % 6 > 0) continue;
        yield () => inPath(path, parameters, value);
        for (const [number, { name }] of queries.entries()) {
          if (!meets(number, at)) continue;
          const query = new URLSearchParams([[name, value.toWellFormed()]]).toString();
          const asked = at % 6 > 0 ? query : `${query}&${query}`;
          yield async () => isCivil(await test.http.get(`${here(path)}?${asked}`), `${path}?${asked}`);
        }
      }
    }
  }

  function* hostileBodies(): Generator<() => Promise<void>> {
    for (const { path, fields } of operations.filter(({ method }) => method === 'post')) {
      for (const [at, value] of values.entries()) {
        yield async () => isRefused(await test.http.post(here(path), value), `${path} ${String(value)}`);
        const one = fields.filter((_, number) => meets(number, at));
        const lone = [...one, ...(value === 'constructor' ? ['__proto__', 'constructor', 'toString'] : [])].map(
          (field) => `{${JSON.stringify(field)}:${JSON.stringify(value)}}`,
        );
        for (const body of [JSON.stringify(Object.fromEntries(fields.map((field) => [field, value]))), ...lone])
          yield async () => isRefused(await test.http.post(here(path), body), `${path} ${body.slice(0, 200)}`);
      }
    }
  }

  /** A missing thing and a malformed name of one look the same. */
  async function inPath(path: string, parameters: Operation['parameters'], value: string): Promise<void> {
    const encoded = encodeURIComponent(value.toWellFormed());
    if (!path.includes('{') || encoded === '' || encoded === '..') return;
    for (const { name } of parameters.filter((parameter) => parameter.in === 'path')) {
      const url = here(path.replace(`{${name}}`, encoded));
      const answer = await test.http.get(url);
      isCivil(answer, url.slice(0, 200));
      expect({ url: url.slice(0, 200), status: answer.status }).toEqual({
        url: url.slice(0, 200),
        status: expect.any(Number),
      });
      expect([400, 404, 414]).toContain(answer.status);
    }
  }

  function here(path: string): string {
    return path
      .replace('{partnership}', 'aspire')
      .replace('{year}', '2020-21')
      .replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
  }

  function isCivil({ status, headers, text }: Answer, said: string): void {
    expect({ said, status: status >= 500 ? status : 'fine', text: status >= 500 ? text : '' }).toEqual({
      said,
      status: 'fine',
      text: '',
    });
    if (status >= 400)
      expect({ said, type: headers['content-type'] }).toEqual({
        said,
        type: 'application/problem+json; charset=utf-8',
      });
    expect(text).not.toMatch(/\bat \S+ \(|select |insert into|node_modules|\.ts:/);
  }

  function isRefused(answer: Answer, said: string): void {
    isCivil(answer, said);
    expect({ said, refused: answer.status >= 400 }).toEqual({ said, refused: true });
  }
});
