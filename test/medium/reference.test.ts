import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exampleSchedule } from '../../src/features/shared/example-schedule.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Route } from '../../src/platform/http/server.js';
import { readProviders } from '../../src/features/federation/read-providers.js';
import { type Answer, type Http, startApp, type TestApp } from '../support/app.js';
import { hostLedger } from '../support/routes/host-ledger.js';

interface Media {
  readonly schema: object;
  readonly example?: unknown;
}
interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly { name: string; in: string; schema: { example?: unknown } }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}
interface Reference {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, { example?: unknown; format?: string; type?: unknown }>>;
  readonly required?: readonly string[];
  readonly example?: unknown;
}

/** Where the id that a field asks for is found. */
const holders: Readonly<Record<string, string>> = {
  contribution: 'contributions',
  agreement: 'agreements',
  fundingSource: 'funding-sources',
  closing: 'ledger/closings',
  commitment: 'ledger/commitments',
};

/** Operations whose example cannot work, and why. Their own tests try them. */
const cannotBeTried: Readonly<Record<string, string>> = {
  '/api/v1/partnerships/{partnership}/ledger/year-closings':
    'A year is closed once; ledger-year-end.test.ts closes one.',
  '/api/v1/partnerships/{partnership}/ledger/closings': 'A month is closed once; ledger-periods.test.ts closes some.',
  '/api/v1/partnerships/{partnership}/ledger/reopenings/{id}/approvals':
    'It takes another council; ledger-periods.test.ts walks it.',
  '/api/v1/partnerships/{partnership}/ledger/drafts/{id}/approvals':
    'It takes a person; ledger-drafts.test.ts walks it.',
  '/api/v1/partnerships/{partnership}/ledger/drafts/{id}/rejections':
    'It takes a digest; ledger-drafts.test.ts walks it.',
  '/api/v1/partnerships/{partnership}/ledger/instalments/{year}/proposals':
    'It takes a digest; instalments.test.ts proposes one.',
  '/api/v1/partnerships/{partnership}/ledger/bills/{id}/defaults':
    'A partner defaults on an overdue bill; bills.test.ts has one that does.',
  '/api/v1/partnerships/{partnership}/audit/checkpoints/{size}/cosignatures':
    'A signature fits one checkpoint, and one is signed anew in each installation.',
  '/api/v1/partnerships/{partnership}/ledger/reconciliations':
    'It takes an extract of the host’s ledger; reconciliations.test.ts brings one.',
  '/api/v1/partnerships/{partnership}/ledger/host-matches':
    'It takes lines of both; reconciliations.test.ts names some.',
  '/api/v1/partnerships/{partnership}/imports/{id}/confirmation': 'The digest is that of one file, as it was read.',
  '/api/v1/partnerships/{partnership}/imports/{id}/submission': 'The digest is that of one file, as it was read.',
  '/api/v1/partnerships/{partnership}/imports/{id}/approvals': 'It takes a person; import-approvals.test.ts walks it.',
  '/api/v1/partnerships/{partnership}/imports/{id}/rejections': 'It takes a digest; import-approvals.test.ts walks it.',
};

/** A provider that nobody signs in with here. */
const signInProviders = readProviders([
  { id: 'kent', name: 'Kent', authority: 'kent', issuer: 'https://login.kent.example', clientId: 'poolkeeper' },
]);

describe('the API reference', () => {
  let test: TestApp;
  let reference: Reference;
  let operations: { path: string; method: string; operation: Operation }[];

  beforeAll(async () => {
    test = await startApp({ signInProviders });
    test.setClock('2026-11-22');
    await test.loadDemonstration();
    await somebodyToShow();
    await test.http.post(`/api/v1/partnerships/${partnership}/audit/checkpoints`, { covers: 1 });
    await somethingPublished();
    await somethingImported();
    await hostLedger(test, partnership);
    const calculation = {
      kind: 'shares',
      document: exampleSchedule('2020-21'),
      why: 'A test',
      source: 'Made for a test',
    };
    await test.http.post('/api/v1/partnerships/aspire/calculations', calculation);
    const spending = { kind: 'spending', line: 'staffing', amount: '1.00', effectiveOn: '2026-05-12', reason: 'May' };
    await test.http.post('/api/v1/partnerships/aspire/ledger/drafts', { ...spending, source: 'Made for a test' });
    const closing = { startsOn: '2000-03-01', why: 'Before it began', source: 'Made for a test' };
    const { body: closed } = await test.http.post('/api/v1/partnerships/aspire/ledger/closings', closing);
    const asking = { closing: closed.id as string, why: 'A bill is missing', source: 'Made for a test' };
    await test.http.post('/api/v1/partnerships/aspire/ledger/reopenings', asking);
    await aYearClosed();
    reference = (await test.http.get('/api/openapi.json')).body;
    operations = Object.entries(reference.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
  });
  afterAll(() => test.stop());

  it('is OpenAPI 3.1 and describes itself without leaving the machine', () => {
    expect(reference.openapi).toBe('3.1.0');
    expect(operations.length).toBeGreaterThan(30);
    for (const { operation } of operations) expect(operation.summary).toBeTruthy();
  });

  it('has every route of the service', () => {
    const routes = (test.app.getHttpAdapter().getInstance() as unknown as { routeList: Route[] }).routeList;
    const served = routes.filter(({ url, method }) => /^\/(api\/v1|health)/.test(url) && method !== 'HEAD');
    const described = new Set(operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`));
    const missing = served
      .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`)
      .filter((route) => !described.has(route));
    expect(served.length).toBeGreaterThan(30);
    expect(missing).toEqual([]);
  });

  it('says who may do what, for programs and for people', async () => {
    const { operation } = operations.find(
      ({ operation: { operationId } }) => operationId === 'ProvisionsController.add',
    )!;
    const said = 'For: Finance officer (own authority), Finance lead of the host (own authority).';
    expect((operation as unknown as Record<string, unknown>)['x-permitted']).toBe(said);
    expect((await test.http.get('/api/docs')).text).toContain(said);
    const silent = operations.filter(
      ({ path }) => !/calculations|health|published|audit\/(verifier|checkpoint-key)/.test(path),
    );
    expect(silent.filter(({ operation: one }) => !('x-permitted' in one)).map(({ path }) => path)).toEqual([]);
  });

  it('has examples that work, and answers of the shape that it promises', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, formats: fullFormats });
    ajv.addSchema(reference, 'reference');
    for (const { path, method, operation } of operations) {
      if (path in cannotBeTried) continue;
      const said = `${operation.operationId} ${method} ${path}`;
      const answer = await ask(path, method, operation);
      const status = Object.keys(operation.responses).find((code) => code.startsWith('2'));
      expect({ said, status: answer.status, fault: answer.status >= 400 ? answer.body : '' }).toEqual({
        said,
        status: Number(status),
        fault: '',
      });
      expect({ said, faults: notAsPromised(ajv, operation.responses[status ?? ''], answer) }).toEqual({
        said,
        faults: null,
      });
    }
  });

  /** In what an answer differs from what was promised of it; nothing when it does not. */
  function notAsPromised(ajv: Ajv2020, promise: Operation['responses'][string] | undefined, answer: Answer): unknown {
    const [[media, promised] = []] = Object.entries(promise?.content ?? {});
    if (!media || !promised) return null;
    const validate = ajv.compile(withReferences(promised.schema) as object);
    validate(media.includes('json') ? answer.body : answer.text);
    return validate.errors;
  }

  const partnership = 'aspire';

  /** An auditor who waits for a second council, an administrator, and somebody who signs in with their council. */
  async function somebodyToShow(): Promise<void> {
    const [days, source] = [{ from: '1990-01-01', until: '2099-01-01' }, 'Made for a test'];
    const person = async () =>
      (await test.http.post('/api/v1/people', { name: 'Ann Other', source })).body.id as string;
    const auditor = { person: await person(), role: 'auditor', ...days, source };
    await test.http.post(`/api/v1/partnerships/${partnership}/grants`, auditor);
    await test.http.post('/api/v1/grants', { person: await person(), ...days, source });
    newcomer = (await test.http.post('/api/v1/people', { name: 'Bea Other', source })).body.id;
    const identity = { provider: 'kent', subject: 'bea', source };
    await test.http.post(`/api/v1/people/${newcomer}/identities`, identity);
  }

  let newcomer = '';

  /** Somebody new, who has a token. */
  async function accountHolder(): Promise<Http> {
    const person = await test.as({ role: 'finance-officer', partnership, authority: 'bcp' });
    await person.post('/api/v1/account/tokens', { label: 'Ledger', actions: ['contribution.read'], days: 1 });
    return person;
  }
  let published = '';

  /** A settlement, and a year that was closed before anything began. */
  async function aYearClosed(): Promise<void> {
    const base = `/api/v1/partnerships/${partnership}`;
    const { body } = await test.http.get(`${base}/decisions?outcome=approved&approves=budget`);
    const nothing = { kind: 'true-up', financialYear: '2018-19', why: 'Nothing differs', source: 'Made for a test' };
    await test.http.post(`${base}/ledger/settlements`, { ...nothing, decision: body.items[0].id as string });
    const year = { financialYear: '1999-00', why: 'Before it began', source: 'Made for a test' };
    await test.http.post(`${base}/ledger/year-closings`, year);
  }

  /** Three statements published: one stays, one is to be withdrawn by the example, one is withdrawn already. */
  async function somethingPublished(): Promise<void> {
    const base = `/api/v1/partnerships/${partnership}`;
    const statement = { financialYear: '2020-21', source: 'Made for a test' };
    await test.http.post(`${base}/publications`, statement);
    published = (await test.http.post(`${base}/publications`, statement)).body.id as string;
    const { body } = await test.http.post(`${base}/publications`, statement);
    await test.http.post(`${base}/withdrawals`, { publication: body.id as string, source: 'Made for a test' });
  }

  async function somethingImported(): Promise<void> {
    const csv = 'authority,dueOn,amount,what,source\nbcp,2026-07-01,1.00,Bill,Made for a test\n';
    await test.http.post(`/api/v1/partnerships/${partnership}/imports`, csv, { 'content-type': 'text/csv' });
  }

  /** The address with the example of each parameter; an id is taken from the list it belongs to. */
  async function fill(path: string, operation: Operation, person: Pick<TestApp['http'], 'get'>): Promise<string> {
    let url = path.replace('{person}', newcomer);
    for (const { name, in: where, schema } of operation.parameters ?? []) {
      if (where === 'path' && typeof schema.example === 'string') url = url.replace(`{${name}}`, schema.example);
    }
    if (url.includes('{id}'))
      url = url.replace(
        '{id}',
        await firstId(url.slice(0, url.indexOf('/{id}')), path.startsWith('/api/v1/account/') ? person : test.http),
      );
    expect(url).not.toContain('{');
    return url;
  }

  async function ask(path: string, method: string, operation: Operation): Promise<Answer> {
    const asker = path.startsWith('/api/v1/account/') ? await accountHolder() : test.http;
    const url = await fill(path, operation, asker);
    if (method === 'get') return asker.get(url);
    const file = operation.requestBody?.content['text/csv']?.schema as Schema | undefined;
    if (file) return asker.post(url, file.example, { 'content-type': 'text/csv' });
    return asker.post(url, await bodyOf(operation));
  }

  async function firstId(list: string, asker: Pick<TestApp['http'], 'get'> = test.http): Promise<string> {
    const { body } = await asker.get(list);
    expect({ list, items: body.items?.length ?? 0 }).toEqual({ list, items: expect.any(Number) });
    return body.items[0].id;
  }

  /** The example of a whole body, or the examples of its fields. */
  function bodyOf(operation: Operation): unknown {
    const media = operation.requestBody?.content['application/json'];
    const schema = media?.schema as Schema | undefined;
    return media?.example ?? schema?.example ?? examplesOf(schema?.$ref?.split('/').at(-1) ?? '');
  }

  /** Every field with an example, and an id of something that is there for the others that are needed. */
  async function examplesOf(name: string): Promise<object> {
    const { properties = {}, required = [] } = reference.components.schemas[name] ?? {};
    const entries: [string, unknown][] = [];
    for (const [field, { example }] of Object.entries(properties)) {
      if (example !== undefined) entries.push([field, example]);
      else if (required.includes(field)) entries.push([field, await idFor(field, name)]);
    }
    return Object.fromEntries(entries);
  }

  async function idFor(field: string, schema: string): Promise<string> {
    if (field === 'person') return schema === 'NewAdministrator' ? firstAdministrator() : newcomer;
    if (field === 'publication') return published;
    const base = `/api/v1/partnerships/${partnership}`;
    if (field === 'decision') {
      const { body } = await test.http.get(`${base}/decisions?outcome=approved&approves=budget`);
      return body.items[0].id;
    }
    const holder = holders[field];
    if (!holder) throw new Error(`No example of ${field}`);
    return firstId(`${base}/${holder}`);
  }

  async function firstAdministrator(): Promise<string> {
    return (await test.http.get('/api/v1/grants')).body.items[0].person;
  }

  function withReferences(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value).replaceAll('"#/components/', '"reference#/components/'));
  }
});
