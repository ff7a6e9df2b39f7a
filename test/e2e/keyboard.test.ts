import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeDemonstration, openPage } from './browser.js';

describeDemonstration('with the keyboard alone', (place) => {
  it('a finance officer goes from the list to the step that made a share', async () => {
    const { page, context } = await openPage(place.browser, place.test);
    await page.goto('/');
    await follow(page, 'Aspire Adoption');
    await follow(page, 'Share statement for 2020 to 2021');
    expect(await page.locator('h1').innerText()).toContain('Share statement for 2020 to 2021');
    await reach(page, 'Dorset Council: £862,517.00');
    await page.keyboard.press('Enter');
    const step = page.getByText('Exact share of Dorset Council: 41/100');
    expect(await step.isVisible()).toBe(true);
    await context.close();
  });

  it('a board member skips to what the page is about', async () => {
    const { page, context } = await openPage(place.browser, place.test);
    await page.goto('/partnerships/aspire/flags');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main-content');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Change the date');
    await context.close();
  });

  it('a clerk asks for another date, is told kindly what is wrong with it, and puts it right', async () => {
    const { page, context } = await openPage(place.browser, place.test);
    await page.goto('/partnerships/aspire/share-statements/2020-21');
    await reach(page, 'Change the date');
    await page.keyboard.press('Enter');
    await type(page, ['31', '2', '2020']);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.govuk-error-summary');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator('main table').count()).toBe(0);
    await reach(page, 'The date must be a real date');
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('asAt-day');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('30');
    await page.keyboard.press('Tab');
    await page.keyboard.type('jun');
    await page.keyboard.press('Enter');
    await page.getByText('As at 30 June 2020').waitFor();
    await context.close();
  });

  async function type(page: Page, parts: readonly string[]): Promise<void> {
    for (const part of parts) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(part);
    }
  }

  /** Presses Tab until what has the focus reads so. */
  async function reach(page: Page, text: string): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await focused(page)) === text) return;
    }
    throw new Error(`The keyboard does not reach "${text}".`);
  }

  async function follow(page: Page, text: string): Promise<void> {
    await reach(page, text);
    const from = page.url();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.toString() !== from);
  }

  function focused(page: Page): Promise<string> {
    return page.evaluate<string>('(document.activeElement.textContent ?? "").trim().replace(/\\s+/g, " ")');
  }
});
