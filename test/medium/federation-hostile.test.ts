import { describe, beforeAll, expect, it } from '@jest/globals';
import { Federation, ON_THE_WAY, pathOf, SESSION } from '../support/federation.js';
import type { Behaviour } from '../support/hostile-provider.js';
import { Visitor } from '../support/visitor.js';

const on = new Federation();

describe('nobody is signed in', () => {
  it('by a subject that nobody linked: the page says what to tell the administrator', async () => {
    const before = await on.sessions();
    const page = await on.visitor.go(await on.wayBack('a-stranger'));
    on.isRefused(page, 403, 'You are not set up here yet');
    expect(page.text).toContain('a-stranger');
    expect(await on.sessions()).toEqual(before);
    expect(await on.app.database.sql(`select from federated_identity where subject = 'a-stranger'`)).toEqual([]);
  });

  it('by another council’s provider that asserts the same subject, nor by e-mail', async () => {
    await on.linked('kent', 'same-subject');
    const page = await on.visitor.go(await on.medway.signIn(on.visitor, await on.begin('medway'), 'same-subject'));
    on.isRefused(page, 403, 'You are not set up here yet');
  });

  it('by a subject that was linked when the issuer belonged to another council', async () => {
    await on.linked('kent', 'moved');
    const moved = on.providers.map((one) => ({ ...one, authority: one.id === 'kent' ? 'medway' : one.authority }));
    const back = await on.wayBack('moved');
    const answer = await on.beside(moved, (http) => http.get(pathOf(back), on.headers()));
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('You are not set up here yet');
    expect(JSON.stringify(answer.headers['set-cookie'])).not.toContain(`${SESSION}=`);
  });

  it('by an identity that has ended; and whoever had signed in by it is signed out in that moment', async () => {
    const { person: who, end } = await on.linked('kent', 'leaver');
    await on.visitor.go(await on.wayBack('leaver'));
    const standing = async () =>
      (await on.sessions()).filter((one) => one.person_id === who && one.ended_at === null).length;
    expect(await standing()).toBe(1);
    expect((await end()).body.ended).toMatchObject({ reason: 'They have left', by: 'Demonstration' });
    expect(await standing()).toBe(0);
    on.visitor = new Visitor();
    on.isRefused(await on.visitor.go(await on.wayBack('leaver')), 403, 'You are not set up');
    expect((await end()).status).toBe(409);
  });

  it('by an identity that ends at the same moment', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { person: who, end } = await on.linked('kent', `ends at once ${round}`);
      const back = await on.wayBack(`ends at once ${round}`);
      const [page, ended] = await Promise.all([on.visitor.go(back), end()]);
      expect([ended.status, [303, 403, 409].includes(page.status)]).toEqual([200, true]);
      const standing = (await on.sessions()).filter((one) => one.person_id === who && one.ended_at === null);
      expect(standing).toEqual([]);
      on.visitor = new Visitor();
    }
  });

  it('twice by one way back', async () => {
    await on.linked('kent', 'replayed');
    const start = await on.begin('kent');
    const cookie = on.visitor.cookies(on.app.url).get(ON_THE_WAY) ?? '';
    const back = await on.kent.signIn(on.visitor, start, 'replayed');
    expect((await on.visitor.go(back)).status).toBe(303);
    on.visitor = new Visitor();
    on.visitor.cookies(on.app.url).set(ON_THE_WAY, cookie);
    on.isRefused(await on.visitor.go(back), 400, 'Start signing in again');
  });

  it('twice by one way back, at the same moment', async () => {
    await on.linked('kent', 'raced');
    const back = await on.wayBack('raced');
    const answers = await Promise.all(Array.from({ length: 8 }, () => on.visitor.go(back)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 7 }, () => 400)]);
  });

  it('by a way back that another browser began', async () => {
    await on.linked('kent', 'fixated');
    const attacker = new Visitor();
    const start = await attacker.go(`${on.app.url}/sign-in/kent`);
    const back = await on.kent.signIn(attacker, start, 'fixated');
    on.isRefused(await on.visitor.go(back), 400, 'Start signing in again');
    await on.begin('kent');
    on.isRefused(await on.visitor.go(back), 400, 'Start signing in again');
  });

  it('by a way that took longer than ten minutes', async () => {
    await on.linked('kent', 'slow');
    const back = await on.wayBack('slow');
    await on.app.database.sql(
      `update authz.provider_sign_in set started_at = now() - interval '11 minutes', expires_at = now() - interval '61 seconds'`,
    );
    on.isRefused(await on.visitor.go(back), 400, 'Start signing in again');
    await on.begin('kent');
    expect(await on.app.database.sql('select from authz.provider_sign_in where expires_at < now()')).toEqual([]);
  });

  it.each([
    ['another state', { state: 'x'.repeat(43) }],
    ['no state', { state: '' }],
    ['NUL for a state', { state: '\0' }],
  ])('with %s', async (_, change) => {
    await on.linked('kent', `state ${change.state.length}`);
    const back = new URL(await on.wayBack(`state ${change.state.length}`));
    back.searchParams.set('state', change.state);
    on.isRefused(await on.visitor.go(back.href), 400, 'Start signing in again');
  });

  it.each([
    ['another issuer', (back: URL) => back.searchParams.set('iss', on.medway.issuer)],
    ['no issuer, where the provider gives one', (back: URL) => back.searchParams.delete('iss')],
    ['two issuers', (back: URL) => back.searchParams.append('iss', on.medway.issuer)],
    ['a code of its own', (back: URL) => back.searchParams.set('code', 'made-up')],
    ['no code', (back: URL) => back.searchParams.delete('code')],
    ['two codes', (back: URL) => back.searchParams.append('code', 'made-up')],
    ['a token beside the code', (back: URL) => back.searchParams.set('id_token', 'x.y.z')],
    ['a whole response in a token', (back: URL) => back.searchParams.set('response', 'x.y.z')],
  ])('with %s in the way back', async (says, change) => {
    await on.linked('kent', `in the way back: ${says}`);
    const back = new URL(await on.wayBack(`in the way back: ${says}`));
    change(back);
    on.isRefused(await on.visitor.go(back.href), 400, 'That sign-in could not be checked');
  });

  it('by one provider’s code at another’s door (mix-up)', async () => {
    await on.linked('kent', 'mixed');
    await on.linked('medway', 'mixed');
    const back = new URL(await on.wayBack('mixed'));
    const elsewhere = await on.visitor.go(`${on.app.url}/sign-in/medway/callback${back.search}`);
    on.isRefused(elsewhere, 400, 'Start signing in again');
  });

  it('by one provider’s code at another’s door with the state of that one, which never sees the code', async () => {
    await on.linked('kent', 'mixed-up');
    const code = new URL(await on.wayBack('mixed-up')).searchParams;
    const state = new URL((await on.begin('bexley')).to ?? '').searchParams.get('state') ?? '';
    code.set('state', state);
    const before = on.hostile.asked();
    const page = await on.visitor.go(`${on.app.url}/sign-in/bexley/callback?${code.toString()}`);
    on.isRefused(page, 400, 'That sign-in could not be checked');
    expect(on.hostile.asked()).toBe(before);
  });

  it('when one stops at the provider', async () => {
    const at = await on.visitor.follow(await on.begin('kent'), (url) => url.startsWith(on.app.url));
    const [, abort = ''] = /href="([^"]+abort)"/.exec(at.text) ?? [];
    const back = await on.visitor.follow(await on.visitor.go(new URL(abort, on.kent.issuer).href));
    on.isRefused(back, 400, 'You did not sign in');
  });
});

describe('a provider that misbehaves', () => {
  const through = async () => on.visitor.follow(await on.begin('bexley'), (url) => url.includes('/choose-capacity'));

  beforeAll(async () => {
    await on.linked('bexley', 'somebody');
  });

  it('signs in when it does all well, so that what follows is refused for what is wrong with it', async () => {
    expect((await through()).to).toContain('/choose-capacity');
    expect(on.hostile.asked().get('code_verifier')).toMatch(/^[\w-]{43}$/);
  });

  const now = () => Math.floor(Date.now() / 1000);
  it.each<[string, Behaviour]>([
    ['another nonce', { claims: (claims) => ({ ...claims, nonce: 'x'.repeat(43) }) }],
    ['no nonce', { claims: (claims) => ({ ...claims, nonce: undefined }) }],
    ['another issuer', { claims: (claims) => ({ ...claims, iss: 'https://login.kent.example' }) }],
    ['another audience', { claims: (claims) => ({ ...claims, aud: 'another-service' }) }],
    ['two audiences and no party', { claims: (claims) => ({ ...claims, aud: ['poolkeeper', 'another'] }) }],
    ['a time that is over', { claims: (claims) => ({ ...claims, exp: now() - 60 }) }],
    ['a time to come', { claims: (claims) => ({ ...claims, nbf: now() + 60 }) }],
    ['no subject', { claims: (claims) => ({ ...claims, sub: undefined }) }],
    ['an empty subject', { claims: (claims) => ({ ...claims, sub: '' }) }],
    ['a number for a subject', { claims: (claims) => ({ ...claims, sub: 7 }) }],
    ['NUL in the subject', { claims: (claims) => ({ ...claims, sub: 'some\0body' }) }],
    ['a subject too long', { claims: (claims) => ({ ...claims, sub: 'x'.repeat(256) }) }],
    ['another key', { signedWith: 'another key' }],
    ['no signature', { token: (token) => `${token.split('.').slice(0, 2).join('.')}.` }],
    ['the algorithm "none"', { token: withAlgorithm('none') }],
    ['an algorithm of shared secrets', { token: withAlgorithm('HS256') }],
    ['a subject changed after it was signed', { token: withSubject('the-chair') }],
    ['no token', { token: () => '' }],
    ['a token that is none', { token: () => 'x.y.z' }],
    ['a refusal', { tokens: (response) => response.writeHead(400, json).end('{"error":"invalid_grant"}') }],
    ['something that is not JSON', { tokens: (response) => response.writeHead(200, json).end('<html>') }],
    ['a way elsewhere', { tokens: (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end() }],
    ['a list', { tokens: (response) => response.writeHead(200, json).end('[]') }],
    ['its error in the address', { back: ({ state = '', iss = '' }) => ({ error: 'server_error', state, iss }) }],
  ])('signs nobody in with %s', async (_, behaviour) => {
    on.hostile.behaves(behaviour);
    on.isRefused(await through(), 400, 'That sign-in could not be checked');
  });

  it.each<[string, Behaviour]>([
    ['a fault of its own', { tokens: (response) => response.writeHead(500).end() }],
    ['more than anyone reads', { tokens: (response) => response.writeHead(200, json).end(' '.repeat(300_000)) }],
    ['nothing, and hangs up', { tokens: (response) => response.destroy() }],
  ])('is said to be away when it answers %s', async (_, behaviour) => {
    on.hostile.behaves(behaviour);
    on.isRefused(await through(), 503, 'does not answer');
  });

  it.each<[string, object]>([
    ['another issuer', { issuer: 'http://127.0.0.1:2' }],
    ['the same issuer written otherwise', { issuer: 'http://127.0.0.1:PORT/' }],
    ['a script for a door', { authorization_endpoint: 'javascript:alert(1)' }],
    ['no door', { authorization_endpoint: undefined }],
    ['a script for a way out', { end_session_endpoint: 'javascript:alert(1)' }],
  ])('is not asked when it says of itself %s', async (_, wrong) => {
    const said = JSON.parse(JSON.stringify(wrong).replace('PORT', new URL(on.hostile.issuer).port)) as object;
    on.hostile.behaves({
      metadata: (metadata) => ({ ...metadata, authorization_endpoint: undefined, ...wrong, ...said }),
    });
    const answer = await on.beside(on.providers, (http) => http.get('/sign-in/bexley'));
    expect([answer.status, answer.headers['location']]).toEqual([503, undefined]);
  });

  it('signs in only with two factors where the configuration asks for them', async () => {
    await on.linked('torbay', 'somebody');
    const iss = `${on.hostile.issuer}/torbay`;
    const metadata = (given: object) => ({ ...given, issuer: iss });
    const back = (given: object) => ({ ...given, iss }) as Record<string, string>;
    const arrive = async (amr: readonly string[]) => {
      on.hostile.behaves({ metadata, back, claims: (claims) => ({ ...claims, iss, amr }) });
      return on.visitor.follow(await on.begin('torbay'), (url) => url.includes('/choose-capacity'));
    };
    on.isRefused(await arrive(['pwd']), 403, 'Sign in with a second factor');
    expect((await arrive(['pwd', 'mfa'])).to).toContain('/choose-capacity');
  });
});

const json = { 'content-type': 'application/json' };

function withAlgorithm(alg: string) {
  return (token: string) => {
    const [, claims = '', signature = ''] = token.split('.');
    const header = Buffer.from(JSON.stringify({ alg, kid: 'one' })).toString('base64url');
    return [header, claims, alg === 'none' ? '' : signature].join('.');
  };
}

function withSubject(sub: string) {
  return (token: string) => {
    const [header = '', claims = '', signature = ''] = token.split('.');
    const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
    return [header, Buffer.from(JSON.stringify({ ...read, sub })).toString('base64url'), signature].join('.');
  };
}
