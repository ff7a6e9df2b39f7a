import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, describeDemonstration, isSound, openPage, widerThanWindow } from './browser.js';

describeDemonstration('the ledger', (place) => {
  it('leads a finance officer from what is owed to the entry behind it, with the keyboard alone', async () => {
    const officer = await place.test.as({ role: 'finance-officer', partnership: 'aspire', authority: 'dorset' });
    const { page, context, complaints } = await openPage(place.browser, { url: place.test.url, service: officer });
    await page.goto('/partnerships/aspire');
    await follow(page, /^See what each partner owes/);
    await isSound(page, /^Ledger/);
    expect(await page.locator('[role=img]').last().getAttribute('aria-label')).toMatch(/^Dorset Council: \d+% paid/);
    const owed = await page.locator('#partners + p + div tbody tr:last-child td:nth-child(5) a').innerText();
    await follow(page, /Dorset Council, still owed/);
    await isSound(page, 'Entries');
    expect(await page.locator('tfoot td').first().innerText()).toBe(owed.split(':')[0]!.trim());
    await follow(page, /^Contribution due/);
    await isSound(page, /^Contribution due: £/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('leads a finance officer from what is late to the account, to a bill and to the instalments of a year', async () => {
    const officer = await place.test.as({ role: 'finance-officer', partnership: 'aspire', authority: 'dorset' });
    const { page, context, complaints } = await openPage(place.browser, { url: place.test.url, service: officer });
    await page.goto('/partnerships/aspire/ledger');
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1123 });
    expect(await widerThanWindow(page)).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await follow(page, /^what is late and for how long/);
    await isSound(page, /^Aged debt/);
    const owed = await page.locator('tbody td').first().innerText();
    await follow(page, /^Dorset Council: statement of account/);
    await isSound(page, /^Statement of account: Dorset Council/);
    expect(await page.locator('tfoot td').last().innerText()).toBe(owed);
    await follow(page, /^See its bills/);
    await isSound(page, 'Bills');
    await follow(page, /^Instalment 3 of 4 for 2026-27/);
    await isSound(page, /^Instalment 3 of 4 for 2026-27: £/);
    await page.goto('/partnerships/aspire/share-statements/2026-27');
    await follow(page, /^See how each share falls due/);
    await isSound(page, /^Instalments of 2026 to 2027/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('has the host’s finance lead hold its own ledger against ours, and close a month', async () => {
    const csv = 'date,reference,description,amount\n2026-04-14,x,Received,372354.90\n2026-04-30,,Bank charge,-12.50\n';
    const imports = '/api/v1/partnerships/aspire/imports';
    const sent = await place.test.http.post(`${imports}?kind=host-ledger`, csv, { 'content-type': 'text/csv' });
    await place.test.http.post(`${imports}/${sent.body.id}/confirmation`, { digest: sent.body.digest });
    const lead = await place.test.as({ role: 'finance-lead', partnership: 'aspire', authority: 'bcp' });
    const { page, context, complaints } = await openPage(place.browser, { url: place.test.url, service: lead });
    await page.goto('/partnerships/aspire/ledger/reconciliations');
    await isSound(page, 'The host’s own ledger');
    await page.click('main a:has-text("against ours")');
    await isSound(page, 'What is this extract of?');
    await page.selectOption('#account', 'cash');
    const days = {
      from: '1',
      'from-month': '4',
      'from-year': '2026',
      asAt: '30',
      'asAt-month': '4',
      'asAt-year': '2026',
    };
    for (const [field, value] of Object.entries({ ...days, source: 'Cash book' })) await page.fill(`#${field}`, value);
    await page.click('text=Compare the two ledgers');
    await isSound(page, /^Cash held by the host, Pool/);
    await page.check('input[type=checkbox] >> nth=-1');
    await page.fill('#reason', 'A charge of the bank');
    await page.fill('#source', 'Bank statement');
    await page.click('text=Explain what is ticked');
    await isSound(page, /^Cash held by the host, Pool/);
    expect(await page.locator('#explained ~ form').innerText()).toContain('“A charge of the bank”');
    await page.goto('/partnerships/aspire/ledger/periods');
    await page.fill('#why', 'Agreed with the host’s ledger');
    await page.fill('#source', 'Minute 4');
    await page.click('main button:has-text("Close ")');
    await isSound(page, 'Months');
    await page.click('main td >> text=What was frozen');
    await isSound(page, /^What was frozen of /);
    await page.goto('/partnerships/aspire/ledger/check');
    await isSound(page, 'All is well with the ledger');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('has what the host’s finance lead enters approved by another council', async () => {
    const lead = await place.test.as({ role: 'finance-lead', partnership: 'aspire', authority: 'bcp' });
    const officer = await place.test.as({ role: 'finance-officer', partnership: 'aspire', authority: 'dorset' });
    const [enters, approves] = [
      await openPage(place.browser, { url: place.test.url, service: lead }),
      await openPage(place.browser, { url: place.test.url, service: officer }),
    ];
    const { page } = enters;
    await page.goto('/partnerships/aspire/ledger/drafts');
    await isSound(page, 'Waiting for approval');
    await page.click('text=Enter something');
    await isSound(page, 'What do you want to enter?');
    await page.click('main >> text=Spending');
    await page.click('text=Send for approval');
    await isSound(page, 'Enter: spending');
    await page.click('text=Enter the day as a real date');
    expect(await page.evaluate('document.activeElement.id')).toBe('effectiveOn');
    for (const [field, value] of Object.entries({
      line: 'Staffing',
      amount: '£41,250',
      reason: 'May',
      source: 'Payroll',
    }))
      await page.fill(`#${field}`, value);
    await page.fill('#effectiveOn', '12');
    await page.fill('#effectiveOn-month', '5');
    await page.fill('#effectiveOn-year', '2026');
    await page.click('text=Send for approval');
    await isSound(page, /^Spending: £41,250.00/);
    expect(await page.locator('main').innerText()).toContain('You entered this, so somebody else approves it.');
    await approves.page.goto(page.url());
    await approves.page.fill('#source', 'The payroll report');
    await approves.page.click('text=Approve and post');
    await isSound(approves.page, /^Spending: £41,250.00/);
    await approves.page.click('text=See the entry that was posted');
    await isSound(approves.page, /^Spending: £41,250.00/);
    for (const { context, complaints } of [enters, approves]) {
      expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
      await context.close();
    }
  });

  it('says what is wrong with a date, where it is wrong', async () => {
    const { page, context } = await openPage(place.browser, place.test);
    for (const path of ['/partnerships/aspire/ledger', '/partnerships/aspire/ledger/entries']) {
      await page.goto(`${path}?knownAt-day=31&knownAt-month=2&knownAt-year=2026`);
      expect(await page.title()).toMatch(/^Error: /);
      await page.locator('.govuk-error-summary a').click();
      expect(await page.evaluate('document.activeElement.id')).toBe('knownAt-day');
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await context.close();
  });
});

/** What the link or button that has the focus says; nothing where something else has it. */
const focused = `(document.activeElement.closest('a, button')?.textContent ?? '').trim().replace(/\\s+/g, ' ')`;

/** Presses Tab until a link or button that reads so has the focus, and goes where it leads. */
async function follow(page: Page, words: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if (!words.test(await page.evaluate<string>(focused))) continue;
    const from = page.url();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.toString() !== from);
    return;
  }
  throw new Error(`The keyboard does not reach ${words.source}.`);
}
