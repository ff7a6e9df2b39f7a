import { expect, it } from '@jest/globals';
import { exampleSchedule } from '../../src/features/shared/example-schedule.js';
import { agreeOn } from '../support/agreed-version.js';
import { added, smallPartnership } from '../support/partnership.js';
import { accessibilityFaults, describeDemonstration, openAll, openPage, widerThanWindow } from './browser.js';

/** Every kind of page, with the status it answers and its first heading. */
const pages: readonly (readonly [path: string, status: number, heading: string | RegExp])[] = [
  ['/', 200, 'Partnerships'],
  ['/partnerships', 200, 'Partnerships'],
  ['/partnerships/aspire', 200, /^Aspire Adoption/],
  ['/partnerships/aspire/share-statements/2020-21', 200, /^Share statement for 2020 to 2021/],
  ['/partnerships/aspire/share-statements/2020-21?asAt=2020-08-01', 200, /^Share statement for 2020 to 2021/],
  ['/partnerships/aspire/share-statements/2020-21?asAt=2015-01-01', 404, /^Share statement for 2020 to 2021/],
  ['/partnerships/aspire/share-statements/2020-21?asAt-day=31&asAt-month=2&asAt-year=2020', 422, /^Share statement/],
  ['/partnerships/aspire/flags', 200, 'Funding risk'],
  ['/partnerships/aspire/flags?asAt=2010-01-01', 200, 'Funding risk'],
  ['/partnerships/aspire/flags?asAt=tomorrow', 422, 'Funding risk'],
  ['/partnerships/aspire/audit', 200, 'Audit trail'],
  ['/partnerships/aspire/audit?event=added&subject=contribution&from=&until=', 200, 'Audit trail'],
  ['/partnerships/aspire/audit?from=soon', 422, 'Audit trail'],
  ['/partnerships/aspire/calculations/years/2020-21', 200, /^What is recorded of 2020 to 2021/],
  ['/partnerships/aspire/calculations/years/2026-27', 200, /^What is recorded of 2026 to 2027/],
  ['/partnerships/aspire/ledger/check', 200, 'All is well with the ledger'],
  ['/partnerships/aspire/ledger/drafts/new', 200, 'What do you want to enter?'],
  ['/partnerships/aspire/ledger/bills?asAt-day=31&asAt-month=2&asAt-year=2026', 422, 'Bills'],
  ['/people', 200, 'People'],
  ['/people/new', 200, 'Register a person'],
  ['/partnerships/aspire/people', 200, 'People and roles'],
  ['/partnerships/aspire/people/new', 200, 'Give a role'],
  ['/partnerships?cursor=nonsense', 422, 'This page cannot be shown as asked'],
  ['/partnerships/nobody', 404, 'Page not found'],
  ['/partnerships/nobody/flags', 404, 'Page not found'],
  ['/partnerships/aspire/share-statements/2020-22', 404, 'Page not found'],
  ['/nowhere', 404, 'Page not found'],
  ['/api/docs', 200, 'API reference'],
  ['/api/problems', 200, 'What each refusal means'],
  ['/api/problems/invalid', 200, 'The request is not valid'],
];

const idsTwice = `[...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, i, all) => all.indexOf(id) !== i)`;
/** The reference writes hundreds of operations by the same lines: two in each part are looked at as closely as all of a page. */
const leaveTwoOfEach = `[...document.querySelectorAll('section > section:nth-of-type(n + 3)')].forEach((one) => one.remove())`;

describeDemonstration('the pages', (place) => {
  it.each(pages)('%s answers %i, accessible, within its policy and its width', async (path, status, heading) => {
    const { page, context, complaints } = await openPage(place.browser, place.test);
    const answer = await page.goto(path);
    expect(answer!.status()).toBe(status);
    expect(await page.locator('h1').allInnerTexts()).toEqual([expect.stringMatching(heading)]);
    expect(await page.title()).toMatch(/ – Poolkeeper$/);
    await openAll(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect({ width, wider: await widerThanWindow(page) }).toEqual({ width, wider: 0 });
    }
    expect(await page.evaluate<string[]>(idsTwice)).toEqual([]);
    await page.evaluate(leaveTwoOfEach);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints.filter((words) => !words.includes(`status of ${status}`))).toEqual([]);
    await context.close();
  });

  it('opens every partnership, every year, every flag and every record that a flag rests on', async () => {
    const { page, context, complaints } = await openPage(place.browser, place.test);
    await page.goto('/partnerships');
    const homes = await hrefs('main h2 a');
    const [records, versions] = [new Set<string>(), new Set<string>()];
    expect(homes.length).toBeGreaterThanOrEqual(4);
    for (const home of homes) {
      await page.goto(home);
      const below = [...(await hrefs('main a[href*="/share-statements/"]')), `${home}/flags`];
      expect(below.length).toBeGreaterThan(1);
      for (const path of below) {
        const answer = await page.goto(path);
        expect({ path, status: answer!.status() }).toEqual({ path, status: 200 });
        expect({ path, faults: await accessibilityFaults(page) }).toEqual({ path, faults: [] });
        for (const version of await hrefs('main a[href*="/agreement-versions/"]')) versions.add(version);
        for (const record of await hrefs('main details li a[href^="/partnerships/"]')) records.add(record);
      }
    }
    expect(records.size).toBeGreaterThan(10);
    for (const path of records)
      expect({ path, status: (await page.goto(path))!.status() }).toEqual({ path, status: 200 });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto([...versions][0]!);
    expect(await page.locator('main ol li').count()).toBeGreaterThan(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();

    async function hrefs(selector: string): Promise<string[]> {
      const links = await page.locator(selector).all();
      return Promise.all(links.map(async (link) => (await link.getAttribute('href'))!));
    }
  });

  it('shows recorded calculations of every kind with their working, from the partnership’s page on', async () => {
    const { page, context, complaints } = await openPage(place.browser, place.test);
    const record = { why: 'For the board of 3 March', source: 'Paper 7' };
    const [shares, year] = [{ shareStatement: '2020-21', asAt: '2020-08-01' }, { year: '2020-21' }];
    const [alternatives, rows] = [
      [
        { id: 'a', document: shares },
        { id: 'b', document: exampleSchedule('2021-22') },
      ],
      [{ partner: 'b', cells: { previous: '250000', increase: '500', amount: '255000' } }],
    ];
    const documents: Readonly<Record<string, object>> = {
      shares,
      variance: { ...exampleSchedule('2020-21'), pots: undefined, budget: '1.00', forecast: '9.00' },
      'true-up': { recorded: shares, later: exampleSchedule('2020-21') },
      compare: { against: 'a', alternatives },
      footing: { display: 'rounded', columns: ['previous', 'increase', 'amount'].map((id) => ({ id })), rows },
    };
    for (const [kind, document] of Object.entries(documents)) {
      await added(place.test, 'partnerships/aspire/calculations', { ...record, ...year, kind, document });
    }
    await page.goto('/partnerships/aspire');
    await page.click('text=See what was worked out and relied on');
    const links = await page.locator('main table a').all();
    expect(links).toHaveLength(5);
    const paths = await Promise.all(links.map(async (link) => (await link.getAttribute('href'))!));
    const forms = ['new', 'new?kind=variance', 'new?kind=compare'].map(
      (form) => `/partnerships/aspire/calculations/${form}`,
    );
    for (const path of ['/partnerships/aspire/calculations', ...forms, ...paths]) {
      expect({ path, status: (await page.goto(path))!.status() }).toEqual({ path, status: 200 });
      expect({ path, faults: await accessibilityFaults(page) }).toEqual({ path, faults: [] });
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect({ path, width, wider: await widerThanWindow(page) }).toEqual({ path, width, wider: 0 });
      }
    }
    await page.goto('/partnerships/aspire/calculations/new?kind=shares');
    await page.click('button:has-text("Work it out")');
    expect(await page.locator('.govuk-error-summary a').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.selectOption('#of', 'shareStatement 2020-21');
    await page.click('button:has-text("Work it out")');
    await page.fill('#why', 'For the board of 3 March');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.fill('#source', 'Paper 7');
    await page.click('button:has-text("Record this calculation")');
    expect(page.url()).toMatch(/calculations\/[0-9a-f-]{36}$/);
    expect(complaints.filter((said) => !said.includes('422'))).toEqual([]);
    await context.close();
  });

  it('shows people, what is wrong with a form, and the link to hand over', async () => {
    const { person } = await place.test.as({ role: 'lead-officer', partnership: 'aspire', authority: 'dorset' });
    const { page, context } = await openPage(place.browser, {
      url: place.test.url,
      service: await place.test.as({ role: 'administrator' }),
    });
    const isSound = async (heading: string | RegExp) => {
      expect(await page.locator('h1').allInnerTexts()).toEqual([expect.stringMatching(heading)]);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
      expect({ heading, wider: await widerThanWindow(page) }).toEqual({ heading, wider: 0 });
    };
    await page.goto('/people/new');
    await page.click('main form button');
    await isSound('Register a person');
    expect(await page.title()).toMatch(/^Error: /);
    await page.goto('/partnerships/aspire/people');
    await page.click('main table a');
    await isSound('Lead officer: Somebody');
    await page.goto('/partnerships/aspire/people/new');
    await page.click('main form button');
    await isSound('Give a role');
    await page.click('text=Enter the first day as a real date');
    expect(await page.evaluate('document.activeElement.name')).toBe('from-day');
    await page.goto(`/people/${person}`);
    await page.fill('#name', 'not a name!');
    await page.click('text=Make a link');
    await isSound('Somebody');
    await page.fill('#name', 'r.achebe');
    await page.click('text=Make a link');
    await isSound('Somebody');
    expect(await page.locator('.pk-code').innerText()).toContain('/enrol/');
    await context.close();
  });

  it('holds names of any length within the narrowest screen', async () => {
    const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-and-neighbouring-councils-in-partnership';
    const { id, host, partner } = await smallPartnership(place.test, 'long-names');
    await added(place.test, 'partnerships', {
      id: 'longest',
      name: long,
      deliveryModel: 'alliance',
      about: `${long} ${long}`,
    });
    await added(place.test, `partnerships/${id}/decisions`, {
      ...{ authority: host, body: long, reference: long, takenOn: '2020-01-01', outcome: 'approved' },
      ...{ approves: 'agreement', title: long, source: `https://example.org/${'x'.repeat(300)}` },
    });
    const basis = { kind: 'stated-percent', percent: { [host]: '59', [partner]: '41' } };
    const ladders = {
      overspend: [{ kind: 'share', basis, limit: { percentOfBudget: '2' }, clause: long }, { kind: 'refer' }],
      underspend: {
        windfall: [{ kind: 'carry-forward', for: long }],
        'management-action': [{ kind: 'return', basis }],
      },
    };
    const version = await agreeOn(place.test, id, { from: '2026-04-01', until: '2027-04-01', ladders });
    const { page, context } = await openPage(place.browser, place.test, 320);
    await page.goto(`/partnerships/${id}`);
    await page.click('text=See the schedule and the ladders in words');
    expect(await page.locator('main').innerText()).toContain('This step takes at most 2% of the budget');
    for (const path of [
      `/partnerships/${id}/agreement-versions/${version.id as string}`,
      '/partnerships',
      '/partnerships/longest',
      `/partnerships/${id}`,
      '/partnerships/longest/flags',
    ]) {
      await page.goto(path);
      expect({ path, wider: await widerThanWindow(page) }).toEqual({ path, wider: 0 });
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await context.close();
  });

  it('works without scripts', async () => {
    const extraHTTPHeaders = { authorization: `Bearer ${place.test.service.secret}` };
    const context = await place.browser.newContext({
      baseURL: place.test.url,
      javaScriptEnabled: false,
      extraHTTPHeaders,
    });
    const page = await context.newPage();
    await page.goto('/partnerships/aspire/share-statements/2020-21');
    await page.locator('main table a').first().click();
    expect(await page.getByText('Exact share of').first().innerText()).toContain('59/100');
    await context.close();
  });
});
