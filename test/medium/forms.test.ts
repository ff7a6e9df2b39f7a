import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const secret = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP-';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

describe('a form', () => {
  it.each(['', 'formToken=', 'formToken=x', `formToken=${secret}`, 'formToken=a&formToken=b', '__proto__=1'])(
    'without the token of the page it stands on is refused: "%s"',
    async (body) => {
      for (const cookie of ['', `__Host-poolkeeper=${secret}`, `__Host-poolkeeper-visit=${secret}`]) {
        const { status, text } = await test.http.post('/nowhere', body, { ...FORM, cookie });
        expect({ cookie, status }).toEqual({ cookie, status: 403 });
        expect(text).toContain('This form has expired');
      }
    },
  );

  it('that is refused loses nothing of what was typed, but what is secret', async () => {
    const body = 'note=Two+%3Cb%3Elines%0D%0Aof+it&password=hush&dueOn-day=3';
    const { text } = await test.http.post('/nowhere', body, { ...FORM, referer: `${test.url}/partnerships?limit=1` });
    expect(text).toContain('Two &lt;b&gt;lines');
    expect(text).toContain('Due on day');
    expect(text).not.toContain('hush');
    expect(text).toContain('href="/partnerships?limit=1"');
  });

  it('is not taken by the API, nor JSON by a page', async () => {
    const toApi = await test.http.post('/api/v1/partnerships', 'name=x', FORM);
    expect([toApi.status, toApi.body.type]).toEqual([415, '/api/problems/unsupported-media-type']);
    const toPage = await test.http.post('/partnerships', { name: 'x' });
    expect([toPage.status, toPage.body.type]).toEqual([415, '/api/problems/unsupported-media-type']);
  });

  it('is read up to a size and a number of fields', async () => {
    const large = await test.http.post('/nowhere', `note=${'x'.repeat(70_000)}`, FORM);
    expect(large.status).toBe(413);
    const many = await test.http.post('/nowhere', 'a=1&'.repeat(600), FORM);
    expect(many.status).toBe(400);
  });

  it('is not taken from a page of another site', async () => {
    for (const headers of [
      { origin: 'http://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const { status, text } = await test.http.post('/nowhere', 'a=1', { ...FORM, ...headers });
      expect([status, text.includes('A page elsewhere may not change anything here')]).toEqual([403, true]);
    }
  });
});
