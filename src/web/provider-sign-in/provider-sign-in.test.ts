import { describe, expect, it } from '@jest/globals';
import { failedSignIn } from './provider-sign-in.view-model.js';

const kent = { id: 'kent', name: 'Kent County Council' };

describe('a sign-in with a provider that failed', () => {
  it.each(['expired', 'cancelled', 'untrusted', 'one-factor', 'away'] as const)('says so: %s', (kind) => {
    const page = failedSignIn(kent, { kind });
    expect(page.status).toBeGreaterThanOrEqual(400);
    expect(page.says[0]).toContain('Kent County Council');
    expect(page.rows).toEqual([]);
    expect(page.again).toEqual({ text: 'Sign in with Kent County Council', href: '/sign-in/kent' });
  });

  it('gives what the administrator needs to somebody whom nobody has linked', () => {
    const { status, rows } = failedSignIn(kent, { kind: 'not-linked', subject: 'a-subject' });
    expect([status, JSON.stringify(rows)]).toEqual([403, expect.stringContaining('a-subject')]);
    expect(JSON.stringify(rows)).toContain('"kent"');
  });
});
