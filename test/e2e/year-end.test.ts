import { expect, it } from '@jest/globals';
import { added } from '../support/partnership.js';
import { accessibilityFaults, describeDemonstration, isSound, openPage } from './browser.js';

const at = 'partnerships/aspire';
const partners = [{ id: 'bcp', role: 'host' }, { id: 'dorset' }];

describeDemonstration('the end of a year', (place) => {
  it('leads from the ledger to the account of the year, which is settled, told and printed on one sheet', async () => {
    const lead = await place.test.as({ role: 'finance-lead', partnership: 'aspire', authority: 'bcp' });
    const officer = await place.test.as({ role: 'finance-officer', partnership: 'aspire', authority: 'dorset' });
    const add = (path: string, given: object) => added(place.test, `${at}/${path}`, given);
    const board = { body: 'Board', outcome: 'approved', approves: 'budget' };
    const budgeted = await add('decisions', {
      ...board,
      reference: 'B 1',
      takenOn: '2025-02-11',
      title: 'Budget 2025-26',
    });
    await add('decisions', { ...board, reference: 'B 9', takenOn: '2026-06-12', title: 'Outturn 2025-26' });
    const lines = [
      { line: 'staffing', name: 'Staffing', amount: '410000.00' },
      { line: 'premises', name: 'Premises', amount: '35000.00' },
    ];
    const budget = { financialYear: '2025-26', kind: 'original', from: '2025-04-01', decision: budgeted.id };
    await add('ledger/budgets', { ...budget, lines });
    for (const { line, amount } of [
      { line: 'staffing', amount: '398250.50' },
      { line: 'premises', amount: '36000.00' },
    ]) {
      const given = { kind: 'spending', line, amount, effectiveOn: '2026-03-30', reason: 'The year', source: 'Ledger' };
      const { body: draft } = await lead.post(`/api/v1/${at}/ledger/drafts`, given);
      const approval = { digest: draft.digest as string, source: 'Ledger' };
      await officer.post(`/api/v1/${at}/ledger/drafts/${draft.id}/approvals`, approval);
    }
    const share = { kind: 'return', basis: { kind: 'stated-percent', percent: { bcp: '55', dorset: '45' } } };
    const underspend = [{ kind: 'carry-forward', limit: { amount: '5000.00' } }, share];
    const document = {
      period: '2025-26',
      partners,
      budget: '445000.00',
      forecast: '434250.50',
      overspend: [],
      underspend,
    };
    await add('calculations', { kind: 'variance', why: 'Outturn of 2025-26', year: '2025-26', document });
    const { page, context, complaints } = await openPage(place.browser, { url: place.test.url, service: lead });
    await page.goto('/partnerships/aspire/ledger');
    await page.click('text=Year end 2025 to 2026');
    await isSound(page, /^Year end 2025 to 2026 Open/);
    expect(await page.locator('main').innerText()).toContain('£10,749.50 less was spent than budgeted: an underspend.');
    await page.click('text=Propose the settlement of the variance');
    await isSound(page, 'Propose the settlement of a variance, 2025 to 2026');
    await page.click('text=Send for approval');
    await isSound(page, 'Propose the settlement of a variance, 2025 to 2026');
    await page.click('text=Choose the recorded calculation');
    expect(await page.evaluate('document.activeElement.id')).toBe('calculation');
    await page.selectOption('#calculation', { index: 1 });
    await page.selectOption('#decision', { index: 1 });
    await page.fill('#why', 'Outturn of 2025-26, as the board settled it');
    await page.fill('#source', 'Minute 9');
    await page.click('text=Send for approval');
    await isSound(page, /^Year end 2025 to 2026 Open/);
    const told = await page.locator('main').innerText();
    for (const said of ['gets back £3,162.23', 'gets back £2,587.27', '£5,000.00 is carried forward', 'Waiting'])
      expect(told).toContain(said);
    const sheet = await page.pdf({ format: 'A4' });
    expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.fill('#why', 'Settled');
    await page.fill('#source', 'Minute 9');
    await page.click('button:has-text("Close the year")');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('is open. Close that one first');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints.filter((words) => !/4(22|09)/.test(words))).toEqual([]);
    await context.close();
  });
});
