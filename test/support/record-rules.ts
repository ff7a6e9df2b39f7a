import { describe, expect, it } from '@jest/globals';
import type { Listing } from '../../src/platform/database/listing.js';
import type { TestApp } from './app.js';

/** A body that is refused: what is changed in one that fits, and the fault that is named. */
export interface Refusal {
  readonly says: string;
  readonly change: object;
  readonly status?: 409 | 422;
  readonly pointer: string;
  readonly code: string;
}

/** One kind of record, already added several times over. */
export interface RecordsUnderTest {
  readonly app: TestApp;
  /** Where they are listed. */
  readonly base: string;
  /** Bodies that were added, in that order: different in what can be sorted and filtered by. */
  readonly bodies: readonly object[];
  /** What each was answered with. */
  readonly views: readonly Record<string, unknown>[];
  /** What is told of one alone: lists, and the answer to adding, leave it out. */
  readonly ofOneAlone?: readonly string[];
}

/** Adds every body, and gives what the rules are tried on. */
export async function addAll(app: TestApp, base: string, bodies: readonly object[]): Promise<RecordsUnderTest> {
  const views: Record<string, unknown>[] = [];
  for (const body of bodies) {
    const answer = await app.http.post(base, body);
    if (answer.status !== 201) throw new Error(`${base} answered ${answer.status}: ${answer.text}`);
    expect(answer.headers['location']).toBe(`${base}/${String(answer.body.id)}`);
    views.push(answer.body);
  }
  return { app, base, bodies, views };
}

/** What holds for every kind of record: adding, reading, listing, and refusing without storing anything. */
export function keepsTheRulesOfRecords(listing: Listing, under: () => RecordsUnderTest, refusals: readonly Refusal[]) {
  readingAndListing(under);
  sortingAndPaging(listing, under);
  filtering(listing, under);
  refusedQuestions(listing, under);
  refusedBodies(under, refusals);
}

async function list({ app, base }: RecordsUnderTest, query = 'limit=200') {
  const { status, body } = await app.http.get(`${base}?${query}`);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body as { items: Record<string, unknown>[]; next: string | null };
}

function readingAndListing(under: () => RecordsUnderTest) {
  it('answers what was added with everything that was given, and null for what was not', () => {
    const { bodies, views, ofOneAlone = [] } = under();
    const withNulls = (body: object) =>
      JSON.parse(
        JSON.stringify(body, (key, value: unknown) => (ofOneAlone.includes(key) ? undefined : (value ?? null))),
      ) as object;
    for (const [index, body] of bodies.entries()) expect(views[index]).toMatchObject(withNulls(body));
    for (const view of views)
      expect(view).toMatchObject({ recordedBy: 'Demonstration', recordedAt: expect.any(String) });
  });

  it('reads one back as it was answered', async () => {
    const { app, base, bodies, views, ofOneAlone = [] } = under();
    for (const [index, view] of views.entries()) {
      const more = Object.entries(bodies[index] ?? {}).filter(([name]) => ofOneAlone.includes(name));
      const { body } = await app.http.get(`${base}/${String(view['id'])}`);
      if (ofOneAlone.length === 0) expect(body).toEqual(view);
      else expect(body).toMatchObject({ ...view, ...Object.fromEntries(more) });
    }
  });

  it('lists all of them, each as it reads alone', async () => {
    const { items, next } = await list(under());
    expect(items).toEqual(expect.arrayContaining([...under().views]));
    expect(next).toBeNull();
  });
}

function sortingAndPaging(listing: Listing, under: () => RecordsUnderTest) {
  for (const [name, { type }] of Object.entries(listing.sorts)) {
    it(`sorts by ${name} both ways, and pages through in that order without loss or repeat`, async () => {
      const up = await list(under(), `limit=200&sort=${name}`);
      const values = up.items.map((item) => comparable(item[name], type));
      expect(values).toEqual([...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      const down = await list(under(), `limit=200&sort=-${name}`);
      expect(down.items).toEqual([...up.items].reverse());
      expect(await pagedThrough(under(), `limit=2&sort=${name}`)).toEqual(up.items);
      expect(await pagedThrough(under(), `limit=1&sort=-${name}`)).toEqual(down.items);
    });
  }

  it(`sorts by ${Object.keys(listing.sorts)[0] ?? ''} when nothing is said`, async () => {
    const { items } = await list(under(), `limit=200&sort=${Object.keys(listing.sorts)[0] ?? ''}`);
    expect((await list(under(), 'limit=200')).items).toEqual(items);
  });
}

function comparable(value: unknown, type: string): bigint | string {
  return type === 'bigint' ? BigInt(String(value).replace('.', '')) : String(value);
}

async function pagedThrough(under: RecordsUnderTest, query: string): Promise<object[]> {
  const items: object[] = [];
  for (let next: string | null = `?${query}`; next !== null;) {
    const page: Awaited<ReturnType<typeof list>> = await list(under, next.slice(1));
    expect(page.items.length).toBeGreaterThan(0);
    items.push(...page.items);
    next = page.next;
  }
  return items;
}

function filtering(listing: Listing, under: () => RecordsUnderTest) {
  for (const name of Object.keys(listing.filters)) {
    it(`filters by ${name}`, async () => {
      const all = (await list(under())).items;
      const value = under().views.find((view) => view[name] !== null)?.[name];
      const wanted = all.filter((item) => item[name] === value);
      expect(wanted.length).toBeLessThan(all.length);
      const found = await list(under(), new URLSearchParams({ limit: '200', [name]: String(value) }).toString());
      expect(found.items).toEqual(wanted);
    });
  }
}

function refusedQuestions(listing: Listing, under: () => RecordsUnderTest) {
  const sorts = Object.keys(listing.sorts);
  const [first = '', second = ''] = sorts;
  const dated = Object.entries(listing.filters).find(([, { type }]) => type === 'date');
  const questions: [string, string, string][] = [
    ['a parameter that is not named', 'colour=red', 'colour'],
    ['a filter named like something every object has', 'constructor=x', 'constructor'],
    ['a filter given twice', `${first}=1&illustrative=true&illustrative=false`, 'illustrative'],
    ['a filter that does not fit', 'illustrative=perhaps', 'illustrative'],
    ['a sort that is not named', 'sort=colour', 'sort'],
    ...['0', '201', '-1', '1.5', 'many', ''].map((n): [string, string, string] => [
      `limit=${n}`,
      `limit=${n}`,
      'limit',
    ]),
    ['a cursor that nobody gave', 'cursor=nonsense', 'cursor'],
    ['a cursor with a value that does not fit', `cursor=${cursor([first, 7, 7])}`, 'cursor'],
    ['a cursor of another sort', `sort=${second}&cursor=${cursor([first, '2026-01-01', 'a'])}`, 'cursor'],
    ...(dated ? [['a day that does not exist', `${dated[0]}=2026-02-30`, dated[0]] as [string, string, string]] : []),
  ];
  it.each(questions)('refuses %s', async (_, query, parameter) => {
    const { app, base } = under();
    const { status, body } = await app.http.get(`${base}?${query}`);
    expect(status).toBe(422);
    expect(body.errors).toContainEqual({
      parameter,
      code: 'bad-parameter',
      detail: expect.stringMatching(/^Expected /),
    });
  });

  it('takes a limit of 1 and of 200', async () => {
    expect((await list(under(), 'limit=1')).items).toHaveLength(1);
    await list(under(), 'limit=200');
  });
}

const cursor = (parts: readonly (string | number)[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

const everywhere: readonly Refusal[] = [
  { says: 'a field that is not named', change: { colour: 'red' }, pointer: '/colour', code: 'unknown-field' },
  { says: 'no source', change: { source: undefined }, pointer: '/source', code: 'missing-field' },
  { says: 'a source of spaces', change: { source: '  ' }, pointer: '/source', code: 'not-words' },
  { says: 'a source longer than is kept', change: { source: 'x'.repeat(4001) }, pointer: '/source', code: 'not-words' },
  { says: 'text with a NUL', change: { source: 'a\0b' }, pointer: '/source', code: 'unfit-text' },
  { says: 'half a surrogate pair', change: { source: 'a\ud800' }, pointer: '/source', code: 'unfit-text' },
  { says: 'a number for yes or no', change: { illustrative: 1 }, pointer: '/illustrative', code: 'not-yes-or-no' },
];

function refusedBodies(under: () => RecordsUnderTest, refusals: readonly Refusal[]) {
  describe('refuses, names the field and what it expected there, and stores nothing:', () => {
    it.each([...everywhere, ...refusals])('$says', async ({ change, status = 422, pointer, code }) => {
      const { app, base, bodies } = under();
      const before = await app.database.rowCounts();
      const answer = await app.http.post(base, { ...bodies[0], ...change });
      expect([answer.status, answer.text]).toEqual([status, answer.text]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      const fault = (answer.body.errors as { pointer: string; code: string; detail: string }[])[0];
      expect(fault).toMatchObject({ pointer, code });
      expect(fault?.detail.length).toBeGreaterThan(20);
      expect(await app.database.rowCounts()).toEqual(before);
    });

    it.each([
      ['what is not JSON', '{"a":', 400],
      ['a list', '[]', 422],
      ['text', '"text"', 422],
      ['nothing at all', '', 400],
    ])('%s', async (_, body, status) => {
      const { app, base } = under();
      const before = await app.database.rowCounts();
      const answer = await app.http.post(base, body);
      expect(answer).toMatchObject({ status, body: { status, instance: expect.stringMatching(/^urn:uuid:/) } });
      expect(await app.database.rowCounts()).toEqual(before);
    });

    it('every fault at once', async () => {
      const { app, base } = under();
      const { body } = await app.http.post(base, { colour: 'red' });
      expect(body.errors.length).toBeGreaterThan(2);
    });
  });
}
