import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeDemonstration, isSound, openPage } from './browser.js';

describeDemonstration('budgets', (place) => {
  it('let the host’s finance lead enter a forecast, and see what it changes and would mean to each partner', async () => {
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
    await fillDay(page, 'madeOn', ['20', '11', '2026']);
    await page.fill('#source', 'The monitoring report, item 5');
    await page.click('text=Record the forecast');
    await isSound(page, 'Enter a forecast of 2026 to 2027');
    await page.locator('.govuk-error-summary a').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('amount-training-2027-03');
    await page.fill('#amount-training-2027-03', '10,200');
    await page.click('text=Record the forecast');
    await isSound(page, 'Month 8 monitoring');
    const said = await page.locator('tbody tr', { hasText: 'Training' }).first().innerText();
    expect(said.split('\t').slice(-3)).toEqual(['£96,000.00', '£93,600.00', '+£2,400.00']);
    expect(await page.locator('tbody tr', { hasText: 'March 2027' }).last().innerText()).toContain('+£2,400.00');
    await page.click('text=See the year’s outturn by this report');
    await isSound(page, /^Budget and outturn 2026 to 2027/);
    expect(await page.locator('tbody tr', { hasText: 'Training' }).first().innerText()).toContain('On budget');
    expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
    await context.close();
  });

  it('let them record an order, and let it go', async () => {
    const lead = await place.test.as({ role: 'finance-lead', partnership: 'aspire', authority: 'bcp' });
    const { page, context, complaints } = await openPage(place.browser, { url: place.test.url, service: lead });
    await page.goto('/partnerships/aspire/ledger/outturn/2026-27');
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
    await fillDay(page, 'orderedOn', ['1', '11', '2026']);
    await fillDay(page, 'expectedIn', ['5', '1', '2027']);
    await page.fill('#source', 'The order');
    await page.click('text=Record the order');
    await isSound(page, /^Agency, PO 2/);
    await page.fill('#reason', 'Not needed');
    await page.click('main >> button');
    await isSound(page, /^Agency, PO 2 *\n?LET GO|Let go/i);
    expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
    await context.close();
  });

  it('let them move money between lines by a decision, and are told what to put right, without a script too', async () => {
    const lead = await place.test.as({ role: 'finance-lead', partnership: 'aspire', authority: 'bcp' });
    const { page, context, complaints } = await openPage(place.browser, { url: place.test.url, service: lead });
    await page.goto('/partnerships/aspire/ledger/outturn/2026-27');
    await page.click('text=See the budgets of this year');
    await isSound(page, 'Budgets of 2026 to 2027');
    await page.click('text=Change the budget');
    await isSound(page, 'Change the budget of 2026 to 2027');
    await page.selectOption('#kind', 'virement');
    await fillDay(page, 'from', ['31', '11', '2026']);
    await page.fill('#line-staffing', '2,135,000');
    await page.fill('#new-name-0', 'Legal advice');
    await page.fill('#new-amount-0', 'some');
    await page.fill('#source', 'The minute of the board');
    await page.click('text=Record the budget');
    await isSound(page, 'Change the budget of 2026 to 2027');
    expect(await page.locator('.govuk-error-summary a').allInnerTexts()).toEqual([
      'Enter a day of the year as a real date',
      'Choose the decision that it rests on',
      'Enter pounds, such as 96000.00: “some”',
    ]);
    await page.selectOption('#decision', { index: 1 });
    await fillDay(page, 'from', ['1', '12', '2026']);
    await page.fill('#new-amount-0', '5,000.01');
    await page.click('text=Record the budget');
    await page.locator('.govuk-error-summary a', { hasText: 'Here it would change by 0.01 pounds' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('line-staffing');
    await page.fill('#new-amount-0', '5,000');
    await page.click('text=Record the budget');
    await isSound(page, 'Budgets of 2026 to 2027');
    expect(await page.locator('main h2').first().innerText()).toBe('Virement from 1 December 2026');
    expect(await page.locator('table').first().innerText()).toMatch(/Legal advice\s+£5,000.00/);
    expect(complaints.filter((words) => !/422|409/.test(words))).toEqual([]);
    await context.close();
  });
});

async function fillDay(page: Page, field: string, [day = '', month = '', year = '']: readonly string[]): Promise<void> {
  await page.fill(`#${field}`, day);
  await page.fill(`#${field}-month`, month);
  await page.fill(`#${field}-year`, year);
}
