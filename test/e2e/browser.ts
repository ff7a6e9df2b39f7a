import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { SESSION_COOKIE } from '../../src/platform/http/door.js';
import { startApp, type TestApp } from '../support/app.js';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const isThere = existsSync(executablePath);

/** Journeys need a browser. Where there is none they are skipped, and say so; where the build is checked, that is a fault. */
export function describeInBrowser(name: string, work: () => void): void {
  if (isThere) {
    describe(name, work);
    return;
  }
  if (process.env['CI'] === 'true')
    throw new Error(`There is no browser at ${executablePath}, and the build needs one.`);
  console.warn(`Skipped "${name}": there is no Chromium at ${executablePath}. CHROMIUM=… names another.`);
  describe.skip(name, work);
}

/** Nothing that would look for the network beyond this machine. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: quiet });
}

/** The application with the demonstration of a day that stands still, and a browser; both there while the journeys run. */
export interface Place {
  readonly test: TestApp;
  readonly browser: Browser;
}

/** Journeys through the demonstration: opens it and a browser before them, and closes both afterwards. */
export function describeDemonstration(name: string, work: (place: Place) => void): void {
  describeInBrowser(name, () => {
    jest.setTimeout(60_000);
    const place = {} as { -readonly [Part in keyof Place]: Place[Part] };
    beforeAll(async () => {
      place.test = await startApp();
      place.test.setClock('2026-11-22T12:00:00Z');
      await place.test.loadDemonstration();
      place.browser = await openBrowser();
    });
    afterAll(async () => {
      await place.browser.close();
      await place.test.stop();
    });
    work(place);
  });
}

export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Whatever the browser complained of: scripts, styles and addresses that the page's own policy or the server refused. */
  readonly complaints: string[];
}

/** Where the pages are, and as whom; as nobody when left out. */
interface Opened {
  readonly url: string;
  readonly service?: { readonly secret: string };
}

/** A page whose complaints are kept: script errors, what the content security policy stopped, addresses that failed. */
export async function openPage(browser: Browser, { url, service }: Opened, width = 1280): Promise<Watched> {
  const context = await browser.newContext({ baseURL: url, viewport: { width, height: 900 } });
  const cookie = { name: SESSION_COOKIE, path: '/', httpOnly: true, secure: true, sameSite: 'Lax' } as const;
  if (service) await context.addCookies([{ ...cookie, domain: '127.0.0.1', value: service.secret }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => void complaints.push(error.message));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // What was still on its way when the page was left is no fault.
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${why}`);
  });
  return { page, context, complaints };
}

/** Every accessibility fault that axe finds, each with the element it is on. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
}

/** How far the page is wider than the window, in pixels; nothing on one that fits. */
export function widerThanWindow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** What opens on a page, each clicked where a pointer would find it; what something else lies over is named. */
const clickSummaries = `[...document.querySelectorAll('summary')].flatMap((summary) => {
  summary.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = summary.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  summary.click();
  return summary.contains(hit) ? [] : [summary.textContent];
})`;

/** Clicks everything that opens, in one go: fifty on a page take as long as one. */
export async function openAll(page: Page): Promise<void> {
  expect(await page.evaluate<string[]>(clickSummaries)).toEqual([]);
}

/** What every page has to be. */
export async function isSound(page: Page, heading: string | RegExp): Promise<void> {
  expect(await page.locator('h1').allInnerTexts()).toEqual([expect.stringMatching(heading)]);
  await openAll(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect({ heading, width, wider: await widerThanWindow(page) }).toEqual({ heading, width, wider: 0 });
  }
}
