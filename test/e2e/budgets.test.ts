import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, describeDemonstration, openPage, widerThanWindow } from './browser.js';

describeDemonstration('budgets', (place) => {
  it('let the host’s finance lead enter a forecast and an order, and see what the year would mean to each partner', async () => {
    const lead = await place.test.as({ role: 'finance-lead', partnership: 'aspire', authority: 'bcp' });
    const { page, context, complaints } = await openPage(place.browser, { url: place.test.url, service: lead });
    await page.goto('/partnerships/aspire/ledger');
    await page.click('text=See the budget and what the year is expected to come to');
    await isSound(page, /^Budget and outturn 2026 to 2027/);
    expect(await page.locator('[role=img]').first().getAttribute('aria-label')).toMatch(
      /^Inter-agency fees: £0.00 spent/,
    );
    expect(await page.locator('main').innerText()).toContain('Nothing of this is posted');
    await page.click('text=enter a forecast');
    await isSound(page, 'Enter a forecast of 2026 to 2027');
    await page.fill('#amount-training-2027-03', 'lots');
    await page.fill('#report', 'Month 8 monitoring');
    await page.fill('#madeOn', '20');
    await page.fill('#madeOn-month', '11');
    await page.fill('#madeOn-year', '2026');
    await page.fill('#source', 'The monitoring report, item 5');
    await page.click('text=Record the forecast');
    await isSound(page, 'Enter a forecast of 2026 to 2027');
    await page.locator('.govuk-error-summary a').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('amount-training-2027-03');
    await page.fill('#amount-training-2027-03', '10,200');
    await page.click('text=Record the forecast');
    await isSound(page, /^Budget and outturn 2026 to 2027/);
    expect(await page.locator('tbody tr', { hasText: 'Training' }).first().innerText()).toContain('On budget');
    await page.click('text=See orders');
    await isSound(page, 'Orders');
    await page.click('text=Record an order');
    for (const [field, value] of Object.entries({
      line: 'Training',
      supplier: 'Agency',
      reference: 'PO 2',
      what: 'Cover',
    }))
      await page.fill(`#${field}`, value);
    await page.click('text=Record the order');
    await isSound(page, 'Record an order');
    await page.fill('#amount', '£500');
    for (const [field, [day, month, year]] of Object.entries({
      orderedOn: ['1', '11', '2026'],
      expectedIn: ['5', '1', '2027'],
    })) {
      await page.fill(`#${field}`, day!);
      await page.fill(`#${field}-month`, month!);
      await page.fill(`#${field}-year`, year!);
    }
    await page.fill('#source', 'The order');
    await page.click('text=Record the order');
    await isSound(page, /^Agency, PO 2/);
    await page.fill('#reason', 'Not needed');
    await page.click('main >> button');
    await isSound(page, /^Agency, PO 2 *\n?LET GO|Let go/i);
    expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
    await context.close();
  });
});

/** What every page has to be. */
async function isSound(page: Page, heading: string | RegExp): Promise<void> {
  expect(await page.locator('h1').allInnerTexts()).toEqual([expect.stringMatching(heading)]);
  for (const summary of await page.locator('main summary').all()) await summary.click();
  expect(await accessibilityFaults(page)).toEqual([]);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect({ heading, width, wider: await widerThanWindow(page) }).toEqual({ heading, width, wider: 0 });
  }
}
