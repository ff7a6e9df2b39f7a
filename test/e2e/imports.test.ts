import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeDemonstration, isSound, openPage } from './browser.js';

const header = 'line,spentOn,amount,what,reference,source';
const spending = (amount: string) => `${header}\nstaffing,2026-05-12,${amount},Social workers,JNL 1,Payroll\n`;

describeDemonstration('files of money', (place) => {
  it('are read, put right, sent for approval by one council and posted by another', async () => {
    const lead = await place.test.as({ role: 'finance-lead', partnership: 'aspire', authority: 'bcp' });
    const officer = await place.test.as({ role: 'finance-officer', partnership: 'aspire', authority: 'dorset' });
    const sends = await openPage(place.browser, { url: place.test.url, service: lead });
    const approves = await openPage(place.browser, { url: place.test.url, service: officer });
    const { page } = sends;
    await page.goto('/partnerships/aspire/imports');
    await isSound(page, 'Import from a spreadsheet');
    await page.click('text=Read the file');
    await isSound(page, 'Import from a spreadsheet');
    await upload(page, 'wrong.csv', spending('£12.50'));
    await isSound(page, /^wrong.csv\s+Needs putting right/);
    expect(await page.locator('main table').innerText()).toContain('Cell C2');
    await page.click('text=send it again');
    await upload(page, 'may.csv', spending('12.50'));
    await isSound(page, /^may.csv\s+Read without faults/);
    expect(await page.locator('main tbody tr').first().innerText()).toMatch(/2\s+staffing\s+2026-05-12\s+12.50/);
    await page.click('text=Send 1 spending for approval');
    await isSound(page, /^may.csv\s+Waiting for approval/);
    expect(await page.locator('main').innerText()).toContain('You sent this file, so somebody else approves it.');
    await approves.page.goto(page.url());
    await approves.page.click('text=Approve and post');
    await isSound(approves.page, /^may.csv\s+Waiting for approval/);
    await approves.page.click('text=Enter what you checked it against');
    expect(await approves.page.evaluate('document.activeElement.id')).toBe('source');
    await approves.page.fill('#source', 'The payroll report');
    await approves.page.click('text=Approve and post');
    await isSound(approves.page, /^may.csv\s+Added/);
    for (const { context, complaints } of [sends, approves]) {
      expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
      await context.close();
    }
  });
});

async function upload(page: Page, name: string, text: string): Promise<void> {
  await page.selectOption('#kind', 'spending');
  await page.setInputFiles('#file', { name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.click('text=Read the file');
  await page.waitForURL(/imports\/[0-9a-f-]{36}$/);
}
