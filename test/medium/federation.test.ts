import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readProviders } from '../../src/features/federation/read-providers.js';
import { ticketOf } from '../../src/platform/database/ticket.js';
import { startProvider } from '../support/council-provider.js';
import { Federation, ON_THE_WAY, pathOf, SESSION } from '../support/federation.js';

const on = new Federation();

describe('signing in with a council’s own provider', () => {
  it('goes there with code and PKCE, and comes back as the person whom the administrator linked', async () => {
    const { person: who, identity } = await on.linked('kent', 'alice');
    const start = await on.begin('kent', '/partnerships?cursor=x');
    const asked = new URL(start.to ?? '').searchParams;
    expect(Object.fromEntries(asked)).toEqual({
      client_id: 'poolkeeper',
      redirect_uri: `${on.app.url}/sign-in/kent/callback`,
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(start.setCookies[0]).toMatch(
      /^__Host-poolkeeper-provider=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax; Max-Age=600$/,
    );
    const back = await on.kent.signIn(on.visitor, start, 'alice');
    expect([...new URL(back).searchParams.keys()].sort()).toEqual(['code', 'iss', 'state']);
    const arrived = await on.visitor.go(back);
    expect([arrived.status, arrived.to]).toEqual([
      303,
      `${on.app.url}/choose-capacity?next=%2Fpartnerships%3Fcursor%3Dx`,
    ]);
    expect(arrived.setCookies.find((one) => one.startsWith(`${SESSION}=`))).toMatch(
      /^__Host-poolkeeper=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(on.visitor.cookies(on.app.url).has(ON_THE_WAY)).toBe(false);
    const [session] = (await on.sessions()).filter(({ person_id }) => person_id === who);
    expect(session).toMatchObject({ grant_id: null, ended_at: null });
    expect(session.expires_at - session.started_at).toBe(12 * 3_600_000);
    expect(session.idle_for).toMatchObject({ minutes: 30 });
    const began = await on.app.database.sql('select identity_id from authz.provider_session where session_id = $1', [
      session.id,
    ]);
    expect(began).toEqual([{ identity_id: identity }]);
  });

  it('goes straight on where there is but one capacity to act in', async () => {
    const { person: who } = await on.linked('kent', 'only-an-administrator', null);
    await on.app.database.sql(
      `insert into role_grant (id, person_id, role, starts_on, source, recorded_by) values ($1, $2, 'administrator', '2020-01-01', 'T', 'T')`,
      [randomUUID(), who],
    );
    const arrived = await on.visitor.follow(await on.visitor.go(await on.wayBack('only-an-administrator', '/account')));
    expect([arrived.status, arrived.url]).toEqual([200, `${on.app.url}/account`]);
    const cookie = `${SESSION}=${on.visitor.cookies(on.app.url).get(SESSION) ?? ''}`;
    expect((await on.app.nobody.get('/api/v1/authorities', { cookie })).status).toBe(200);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '%2f%2fevil',
  ])('goes nowhere else afterwards, whatever is asked: %s', async (next) => {
    await linkedOnce('open-redirect');
    const back = await on.wayBack('open-redirect', next);
    expect((await on.visitor.go(back)).to).toBe(`${on.app.url}/choose-capacity?next=%2F`);
  });

  it('comes back to any process of ours', async () => {
    await linkedOnce('two-processes');
    const back = await on.wayBack('two-processes');
    const answer = await on.beside(on.providers, (http) => http.get(pathOf(back), on.headers()));
    expect([answer.status, answer.headers['location']]).toEqual([303, '/choose-capacity?next=%2F']);
    on.isRefused(await on.visitor.go(back), 400, 'Start signing in again');
  });

  async function linkedOnce(subject: string): Promise<void> {
    const [there] = await on.app.database.sql('select from federated_identity where subject = $1', [subject]);
    if (!there) await on.linked('kent', subject);
  }
});

describe('a provider that is away', () => {
  it('stops neither the start nor the others, and is asked again by the next who signs in', async () => {
    on.isRefused(await on.begin('dorset'), 503, 'does not answer');
    const late = await startProvider();
    const given = { id: 'late', name: 'Late Council', authority: 'kent', issuer: late.issuer, clientId: 'poolkeeper' };
    await on.beside(readProviders([{ ...given, clientSecret: late.clientSecret }]), async (http) => {
      const asked = async () => (await http.get('/sign-in/late')).status;
      expect(await asked()).toBe(503);
      late.serve('http://localhost/sign-in/late/callback');
      expect(await Promise.all([asked(), asked(), asked()])).toEqual([303, 303, 303]);
      await late.stop();
      expect(await asked()).toBe(303);
    });
  });

  it('is one that is not configured: there is nothing at its address', async () => {
    for (const path of ['/sign-in/nobody', '/sign-in/nobody/callback?code=x', '/sign-out/nobody', '/sign-in/__proto__'])
      expect([path, (await on.visitor.go(`${on.app.url}${path}`)).status]).toEqual([path, 404]);
  });
});

describe('the page to sign in', () => {
  it('names every council with a provider of its own, and takes where one was going along', async () => {
    const { text } = await on.visitor.go(`${on.app.url}/sign-in?next=/partnerships`);
    const links = [...text.matchAll(/href="(\/sign-in\/\w+\?next=[^"]+)">Sign in with (\w+) Council</g)];
    const councils = ['bexley', 'dorset', 'kent', 'medway', 'torbay'];
    expect(links.map(([, href, name]) => [href, name])).toEqual(
      councils.map((id) => [`/sign-in/${id}?next=%2Fpartnerships`, id]),
    );
  });
});

describe('signing out at the provider', () => {
  it('is offered to whoever signed in with it, once they have signed out here', async () => {
    const { person: who } = await on.linked('kent', 'signs-out');
    await on.visitor.go(await on.wayBack('signs-out'));
    const account = await on.visitor.go(`${on.app.url}/account`);
    const [, formToken = ''] = /name="formToken" value="([^"]+)"/.exec(account.text) ?? [];
    const out = await on.visitor.go(`${on.app.url}/sign-out`, { formToken });
    expect(out.to).toBe(`${on.app.url}/sign-in?why=signed-out&from=kent`);
    expect((await on.sessions()).filter(({ person_id, ended_at }) => person_id === who && ended_at === null)).toEqual(
      [],
    );
    const page = await on.visitor.go(out.to ?? '');
    expect(page.text).toContain('<a class="govuk-link" href="/sign-out/kent">Sign out of kent Council too</a>');
    for (const from of ['nobody', '__proto__', 'kent&from=medway', '%00'])
      expect((await on.visitor.go(`${on.app.url}/sign-in?why=signed-out&from=${from}`)).text).not.toContain(
        '/sign-out/',
      );
  });

  it('is where it has a place for that, and ends at our own page to sign in', async () => {
    const to = new URL((await on.visitor.go(`${on.app.url}/sign-out/kent`)).to ?? '');
    expect(`${to.origin}${to.pathname}`).toBe(`${on.kent.issuer}/session/end`);
    const asked = { client_id: 'poolkeeper', post_logout_redirect_uri: `${on.app.url}/sign-in` };
    expect(Object.fromEntries(to.searchParams)).toEqual(asked);
    expect((await on.visitor.go(to.href)).status).toBe(200);
  });

  it('is our own page where it has none, or is away', async () => {
    expect((await on.visitor.go(`${on.app.url}/sign-out/bexley`)).to).toBe(`${on.app.url}/sign-in`);
    expect((await on.visitor.go(`${on.app.url}/sign-out/dorset`)).to).toBe(`${on.app.url}/sign-in`);
  });
});

describe('linking', () => {
  it('is for administrators', async () => {
    const id = await on.person('kent');
    const given = { provider: 'kent', subject: 'by-whom', source: 'Test' };
    const administrator = await on.app.as({ role: 'administrator' });
    const before = (await administrator.post(`/api/v1/people/${id}/identities`, given)).body;
    expect(before).toMatchObject({
      person: id,
      issuer: on.kent.issuer,
      authority: 'kent',
      ended: null,
      recordedBy: 'Administrator',
    });
    expect(before.linkedBy).toBe(administrator.person);
    const list = (await administrator.get(`/api/v1/people/${id}/identities`)).body;
    expect(list).toEqual({ items: [before], next: null });
    expect((await administrator.get(`/api/v1/people/${id}/identities/${before.id}`)).body).toEqual(before);
    expect((await on.app.nobody.get(`/api/v1/people/${id}/identities`)).status).toBe(401);
    expect((await administrator.get(`/api/v1/people/${randomUUID()}/identities`)).status).toBe(404);
    expect((await administrator.get(`/api/v1/people/${await on.person(null)}/identities/${before.id}`)).status).toBe(
      404,
    );
  });

  it('is refused to a provider of another council than the person’s, by the database too', async () => {
    const id = await on.person('medway');
    const { status, body } = await on.link(id, 'kent', 'wrong-council');
    expect([status, body.errors[0].code]).toEqual([409, 'of-another-council']);
    const inserted = on.app.database.sql(
      `insert into federated_identity (id, person_id, provider, issuer, subject, authority_id, source, recorded_by)
       values ($1, $2, 'kent', $3, 'wrong-council', 'kent', 'T', 'T')`,
      [randomUUID(), id, on.kent.issuer],
    );
    await expect(inserted).rejects.toMatchObject({ constraint: 'federated_identity_of_its_council' });
  });

  it('is refused for a subject that is somebody else’s, until that has ended', async () => {
    const first = await on.linked('kent', 'one-at-a-time');
    const id = await on.person('kent');
    expect((await on.link(id, 'kent', 'one-at-a-time')).body.errors[0]).toMatchObject({ code: 'already-recorded' });
    await on.app.http.post(`/api/v1/people/${first.person}/identities/${first.identity}/end`, { reason: 'A slip' });
    expect((await on.link(id, 'kent', 'one-at-a-time')).status).toBe(201);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(async () => (await on.link(await on.person('kent'), 'kent', 'at-once')).status),
    );
    expect(answers.sort()).toEqual([201, 409, 409, 409]);
  });

  it('is put down to whoever links, and to nobody else', async () => {
    const administrator = await on.app.as({ role: 'administrator' });
    const id = await on.person('kent');
    const linking = (column: string, by: string) =>
      on.app.database.as('poolkeeper_api', async (client) => {
        await client.query('begin');
        await client.query('select authz.open($1, $2, $3, $4)', [administrator.ticket, 'identity.add', '*', 'test']);
        await client.query(
          `insert into federated_identity (id, person_id, provider, issuer, subject, authority_id, source, ${column})
           values ($1, $2, 'kent', $3, 'by-somebody-else', 'kent', 'T', $4)`,
          [randomUUID(), id, on.kent.issuer, by],
        );
      });
    await linking('linked_by', administrator.person);
    await expect(linking('linked_by', id)).rejects.toMatchObject({ code: '42501' });
    await expect(linking('recorded_by', 'Somebody else')).rejects.toMatchObject({ code: '42501' });
    await expect(linking('recorded_at', '2020-01-01')).rejects.toMatchObject({ code: '42501' });
  });

  it('is refused for one’s own sign-in, to somebody else', async () => {
    const administrator = await on.app.as({ role: 'administrator' });
    const own = await on.link(administrator.person, 'kent', 'the-administrator');
    const end = { reason: 'To lend it' };
    await on.app.http.post(`/api/v1/people/${administrator.person}/identities/${String(own.body.id)}/end`, end);
    const given = { provider: 'kent', subject: 'the-administrator', source: 'Test' };
    const { status, body } = await administrator.post(`/api/v1/people/${await on.person('kent')}/identities`, given);
    expect([status, body.errors[0].code]).toEqual([409, 'oneself']);
  });

  it('is refused for an issuer that another council’s people sign in by', async () => {
    await on.linked('kent', 'of-kent');
    const inserted = on.app.database.sql(
      `insert into federated_identity (id, person_id, provider, issuer, subject, authority_id, source, recorded_by)
       values ($1, $2, 'kent', $3, 'of-medway', 'medway', 'T', 'T')`,
      [randomUUID(), await on.person('medway'), on.kent.issuer],
    );
    await expect(inserted).rejects.toMatchObject({ constraint: 'federated_identity_issuer_of_one_council' });
  });

  it('is refused with words for what is wrong', async () => {
    const id = await on.person(null);
    const fault = async (body: object, at = id) => {
      const answer = await on.app.http.post(`/api/v1/people/${at}/identities`, {
        provider: 'kent',
        subject: 'x',
        source: 'T',
        ...body,
      });
      return [answer.status, answer.body.errors?.[0]?.pointer];
    };
    expect(await fault({ provider: 'nobody' })).toEqual([422, '/provider']);
    expect(await fault({ provider: 'dorset' })).toEqual([422, '/provider']);
    expect(await fault({ subject: '' })).toEqual([422, '/subject']);
    expect(await fault({ subject: ' x' })).toEqual([422, '/subject']);
    expect(await fault({ subject: 'é' })).toEqual([422, '/subject']);
    expect(await fault({}, randomUUID())).toEqual([404, undefined]);
  });

  it('is one link however often the request is sent, and another person’s is another request', async () => {
    const [one, two] = [await on.person('kent'), await on.person('kent')];
    const headers = { 'idempotency-key': randomUUID() };
    const given = { provider: 'kent', subject: 'sent-twice', source: 'T' };
    const ask = (id: string) => on.app.http.post(`/api/v1/people/${id}/identities`, given, headers);
    const [first, again] = [await ask(one), await ask(one)];
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect((await ask(two)).status).toBe(422);
  });
});

describe('the door’s login', () => {
  const asDoor = (sql: string, values: readonly unknown[] = []) =>
    on.app.database.as('poolkeeper_access', (client) => client.query(sql, [...values]));

  it('cannot link, nor begin a session with somebody else’s identity or an ended one', async () => {
    const alice = await on.linked('kent', 'for-the-door');
    const bob = await on.person('kent');
    const session = (who: string) =>
      `insert into authz.session (kind, person_id, secret_digest, label, idle_for, expires_at)
       values ('browser', '${who}', sha256(decode('${ticketOf(randomUUID())}', 'hex')), 'T', '1 minute', 'infinity') returning id`;
    const begin = async (who: string) => {
      const { rows } = await asDoor(session(who));
      return asDoor('insert into authz.provider_session values ($1, $2)', [rows[0].id, alice.identity]);
    };
    await begin(alice.person);
    await expect(begin(bob)).rejects.toMatchObject({ constraint: 'provider_session_of_its_person' });
    await on.app.http.post(`/api/v1/people/${alice.person}/identities/${alice.identity}/end`, { reason: 'T' });
    await expect(begin(alice.person)).rejects.toMatchObject({ constraint: 'provider_session_of_its_person' });
    await expect(asDoor('insert into federated_identity_end values ($1)', [alice.identity])).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('cannot take back that a way was used', async () => {
    await on.begin('kent');
    const { rowCount: before } = await asDoor(
      'update authz.provider_sign_in set finished_at = now() where finished_at is null',
    );
    expect(before).toBeGreaterThan(0);
    const taken = 'update authz.provider_sign_in set finished_at = null';
    expect(await asDoor(taken)).toMatchObject({ rowCount: 0 });
    expect(await asDoor('delete from authz.provider_sign_in where expires_at > now()')).toMatchObject({ rowCount: 0 });
  });
});
