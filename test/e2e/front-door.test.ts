import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PartnershipReader } from '../../src/features/partnerships/partnership.reader.js';
import { startApp, type TestApp } from '../support/app.js';
import { smallPartnership } from '../support/partnership.js';

describe('what stands around a page', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
    await smallPartnership(test, 'door');
  });
  afterAll(() => test.stop());

  it('is a policy that lets nothing run or load but what is served here', async () => {
    const { headers } = await test.http.get('/partnerships');
    const policy = String(headers['content-security-policy']);
    expect(policy).not.toMatch(/unsafe|\*|http/);
    for (const part of ["script-src 'self'", "style-src 'self'", "object-src 'none'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(part);
    }
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it('is on answers of the API too, which may be shown in nothing', async () => {
    for (const url of ['/api/v1/partnerships', '/api/v1/partnerships/nobody', '/health/live']) {
      const { headers } = await test.http.get(url);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('keeps no inline script and no inline style in any page', async () => {
    for (const url of ['/partnerships', '/partnerships/door', '/partnerships/door/flags', '/api/docs']) {
      const { text } = await test.http.get(url);
      expect({ url, inline: /<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=/.exec(text)?.[0] }).toEqual({ url });
    }
  });

  it('serves assets that a browser may keep for good, under an address that changes with them', async () => {
    const { text } = await test.http.get('/partnerships');
    const assets = [...text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, url]) => url!);
    expect(assets.length).toBe(4);
    for (const url of assets) {
      const { status, headers } = await test.http.get(url);
      expect({ url, status, cache: headers['cache-control'] }).toEqual({
        url,
        status: 200,
        cache: 'public, max-age=31536000, immutable',
      });
    }
    expect((await test.http.get('/assets/0000000000000000/poolkeeper.css')).status).toBe(404);
  });

  it('tells "not there" and "not yours" alike, and the API in problem documents', async () => {
    const pages = await Promise.all(
      ['/nowhere', '/partnerships/nobody', '/partnerships/NOBODY'].map((url) => test.http.get(url)),
    );
    const texts = pages.map(({ status, text }) => [status, /<main[\s\S]*<\/main>/.exec(text)![0]]);
    expect(new Set(texts.map(String)).size).toBe(1);
    const problem = await test.http.get('/api/v1/partnerships/nobody', { accept: 'text/html' });
    expect(problem.headers['content-type']).toContain('application/problem+json');
    expect((await test.http.post('/partnerships', {})).headers['content-type']).toContain('application/problem+json');
  });

  it('shows a page with a reference for a fault of ours, and asks to come back when busy', async () => {
    const reader = test.app.get(PartnershipReader, { strict: false });
    const fail = (error: unknown) => Object.assign(reader, { listAll: () => Promise.reject(error as Error) });
    fail(new Error('a secret cause'));
    const broken = await test.http.get('/partnerships');
    expect([broken.status, broken.text.includes('secret')]).toEqual([500, false]);
    expect(broken.text).toContain(String(broken.headers['x-request-id']));
    fail({ code: '53300' });
    const busy = await test.http.get('/partnerships');
    expect([busy.status, busy.headers['retry-after'], busy.headers['content-type']]).toEqual([
      503,
      '1',
      'text/html; charset=utf-8',
    ]);
    Reflect.deleteProperty(reader, 'listAll');
  });

  it('explains each problem kind as a page or as JSON, whichever is asked for', async () => {
    const asJson = await test.http.get('/api/problems/invalid');
    expect(asJson.body).toMatchObject({ type: '/api/problems/invalid', status: 422 });
    const asPage = await test.http.get('/api/problems/invalid', { accept: 'text/html' });
    expect(asPage.text).toContain('<h1');
    expect([asJson, asPage].map(({ headers }) => headers['vary'])).toEqual(['accept', 'accept']);
    expect((await test.http.get('/api/problems/nothing')).status).toBe(404);
  });
});
