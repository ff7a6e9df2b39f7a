import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Clock } from '../../src/platform/clock/clock.js';
import { cheaply, codeNow, issue, newAccount, newPerson, password, type Account } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { addRowOfEach } from '../support/row-of-each.js';
import { accessibilityFaults, describeInBrowser, openAll, openBrowser, openPage, widerThanWindow } from './browser.js';

jest.setTimeout(30_000);

describeInBrowser('signing in', () => {
  let test: TestApp;
  let browser: Browser;
  let account: Account;

  beforeAll(async () => {
    test = await startApp();
    cheaply(test.app);
    await addRowOfEach(test.database, 'one');
    account = await twoRoles('someone');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await test.stop();
  });

  /** Somebody with two roles, and the time as it is: each code of a phone takes half a minute more. */
  async function twoRoles(name: string): Promise<Account> {
    Object.assign(test.app.get(Clock), { now: Date.now });
    return newAccount(test, name, [
      { role: 'board-member', partnership: 'one', authority: 'one-a' },
      { role: 'chair', partnership: 'one', authority: 'one-a' },
    ]);
  }

  const open = (width = 1280) => openPage(browser, { url: test.url }, width);

  /** What every page and state of a page has to be. */
  async function isSound(page: Page, heading: string | RegExp): Promise<void> {
    expect(await page.locator('h1').allInnerTexts()).toEqual([expect.stringMatching(heading)]);
    await openAll(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    const { width, height } = page.viewportSize()!;
    for (const each of [1280, 320]) {
      await page.setViewportSize({ width: each, height });
      expect({ heading, each, wider: await widerThanWindow(page) }).toEqual({ heading, each, wider: 0 });
    }
    await page.setViewportSize({ width, height });
  }

  async function signIn(page: Page, who: Account, path = '/sign-in'): Promise<void> {
    await page.goto(path);
    await giveBoth(page, who);
  }

  async function giveBoth(page: Page, who: Account): Promise<void> {
    await page.fill('#name', who.name);
    await page.fill('#password', password);
    await page.click('main form button[type=submit]:has-text("Continue")');
    await page.fill('#code', codeNow(test, who.secret));
    await page.click('main form button[type=submit]');
  }

  async function chooseBoardMember(page: Page): Promise<void> {
    await page.getByLabel('Board member').check();
    await page.click('main form button[type=submit]');
  }

  it('leads a new person from their enrolment link to their account, every page and every fault accessible', async () => {
    const code = await issue(test, await newPerson(test, 'Newcomer'), 'newcomer');
    const { page, context } = await open();
    await page.goto(`/enrol/${code}`);
    await isSound(page, 'Choose a password');
    await page.fill('#newPassword', 'password1234');
    await page.fill('#newPasswordAgain', 'password1234');
    await page.click('main form button[type=submit]:has-text("Continue")');
    await isSound(page, 'Choose a password');
    expect(await page.title()).toMatch(/^Error: /);
    await page.fill('#newPassword', password);
    await page.fill('#newPasswordAgain', password);
    await page.click('main form button[type=submit]:has-text("Continue")');
    await isSound(page, 'Set up your phone');
    expect(await page.locator('.pk-qr svg').isVisible()).toBe(true);
    await page.fill('#code', '000000');
    await page.click('main form button[type=submit]');
    await isSound(page, 'Set up your phone');
    const secret = (await page.locator('.pk-secret').textContent())!.replaceAll(' ', '');
    await page.fill('#code', codeNow(test, secret));
    await page.click('main form button[type=submit]');
    await isSound(page, 'Your account is set up');
    expect(await page.locator('.pk-codes li').count()).toBe(10);
    await page.click('text=I have kept them: continue');
    expect(new URL(page.url()).pathname).toBe('/partnerships');
    await page.goto(`/enrol/${code}`);
    await isSound(page, 'This link cannot be used');
    await context.close();
  });

  it('works with the keyboard alone, and says what to put right', async () => {
    const { page, context, complaints } = await open();
    await page.goto('/partnerships');
    await isSound(page, 'Sign in');
    await tabTo(page, '#name');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.govuk-error-summary');
    await isSound(page, 'Sign in');
    await tabTo(page, '.govuk-error-summary a');
    await page.keyboard.press('Enter');
    await page.keyboard.type('someone');
    await tabTo(page, '#password');
    await page.keyboard.type('not the right one');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=The sign-in name or the password is not right');
    expect(await page.inputValue('#name')).toBe('someone');
    await tabTo(page, '#password');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#code');
    await isSound(page, 'Enter your code');
    await tabTo(page, '#code');
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.govuk-error-summary');
    await isSound(page, 'Enter your code');
    await tabTo(page, '#code');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(codeNow(test, account.secret));
    await page.keyboard.press('Enter');
    await page.waitForSelector('#capacity');
    await isSound(page, 'Which role are you acting in?');
    await tabTo(page, '#capacity');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/partnerships');
    expect(await page.locator('.pk-who').innerText()).toMatch(/Signed in as Person someone, .*Board member/);
    await isSound(page, 'Partnerships');
    expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
    await context.close();
  });

  it('shows a recovery code’s page, and the one for whoever is made to wait', async () => {
    const { page, context } = await open();
    await page.goto('/sign-in');
    await page.fill('#name', 'someone');
    await page.fill('#password', password);
    await page.click('main form button[type=submit]:has-text("Continue")');
    await page.click('text=I do not have my phone');
    await isSound(page, 'Enter a recovery code');
    await page.fill('#recoveryCode', 'not one of them');
    await page.click('main form button[type=submit]');
    await isSound(page, 'Enter a recovery code');
    await page.goto('/sign-in');
    for (let each = 0; each < 6; each += 1) {
      await page.fill('#name', 'nobody.at.all');
      await page.fill('#password', 'not the right one');
      await page.click('main form button[type=submit]:has-text("Continue")');
    }
    await page.waitForSelector('#recoveryCode');
    await isSound(page, 'Sign in');
    await context.close();
  });

  it('shows where one is signed in, and ends it elsewhere', async () => {
    const [here, there] = [await open(), await open()];
    await signIn(here.page, account, '/sign-in?next=/account/sessions');
    await chooseBoardMember(here.page);
    await signIn(there.page, account);
    await chooseBoardMember(there.page);
    await here.page.goto('/account');
    await isSound(here.page, 'Your account');
    await here.page.goto('/account/sessions');
    await isSound(here.page, 'Where you are signed in');
    await here.page.click('text=End all other browsers');
    expect(await here.page.locator('main tbody tr').count()).toBe(1);
    await there.page.goto('/account');
    expect(new URL(there.page.url()).pathname).toBe('/sign-in');
    await here.page.click('.pk-who button');
    await isSound(here.page, 'Sign in');
    expect(await here.page.locator('main').innerText()).toContain('You have signed out');
    for (const each of [here, there]) await each.context.close();
  });

  it('changes the role, and refuses forms that were opened before', async () => {
    const { page, context } = await open();
    await signIn(page, account);
    await isSound(page, 'Which role are you acting in?');
    await page.click('main form button[type=submit]');
    await isSound(page, 'Which role are you acting in?');
    await chooseBoardMember(page);
    const stale = await context.newPage();
    await stale.goto('/account');
    await page.click('text=Change role');
    await page.getByLabel('Chair').check();
    await page.click('main form button[type=submit]');
    expect(await page.locator('.pk-who').innerText()).toContain('Chair');
    await stale.click('main form button');
    await isSound(stale, 'This form has expired');
    await context.close();
  });

  it('warns before a session ends, and lets one stay', async () => {
    const someone = await twoRoles('patient');
    const { page, context } = await open();
    await page.clock.install();
    await signIn(page, someone, '/sign-in?next=/account');
    await chooseBoardMember(page);
    // The page counts fifteen seconds less than the server, and warns two minutes before.
    const seconds = Number(await page.locator('#idle').getAttribute('data-idle-seconds'));
    expect(seconds).toBeGreaterThan(28 * 60);
    await page.clock.fastForward((seconds - 15 - 120 - 20) * 1000);
    expect(await page.locator('#idle').isVisible()).toBe(false);
    await page.clock.fastForward(22_000);
    await page.clock.runFor(2_000);
    await page.waitForSelector('#idle[open]');
    expect(await page.evaluate('document.activeElement.id')).toBe('idle-stay');
    expect(await page.locator('#idle-heard').innerText()).toMatch(/You will be signed out in 2 minutes/);
    expect(await accessibilityFaults(page)).toEqual([]);
    const stayed = page.waitForResponse('**/account/stay');
    await page.keyboard.press('Enter');
    expect((await stayed).status()).toBe(204);
    await page.waitForSelector('#idle', { state: 'hidden' });
    await page.clock.fastForward((seconds - 15 - 120 - 20) * 1000);
    expect(await page.locator('#idle').isVisible()).toBe(false);
    await context.close();
  });

  it('keeps what was typed for whoever is signed out meanwhile, and for nobody else; never what is secret', async () => {
    const someone = await twoRoles('interrupted');
    const { page, context } = await open();
    await page.clock.install();
    await withForm(page);
    await signIn(page, someone, '/sign-in?next=/account');
    await chooseBoardMember(page);
    await page.fill('#note', 'half a thought');
    await page.fill('#pass', 'a secret');
    await page.check('#tick');
    await page.clock.fastForward('31:00');
    await page.clock.runFor(2_000);
    await page.waitForURL('**/sign-in?why=timed-out*');
    expect(await page.locator('main').innerText()).toContain('kept in this tab');
    expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).not.toContain('a secret');
    await giveBoth(page, someone);
    await chooseBoardMember(page);
    await page.waitForURL('**/account');
    expect([await page.inputValue('#note'), await page.inputValue('#pass')]).toEqual(['half a thought', '']);
    expect(await page.isChecked('#tick')).toBe(true);
    expect(await page.locator('[role=status]').first().innerText()).toContain('is back on this page');
    await page.reload();
    expect(await page.inputValue('#note')).toBe('');
    await page.fill('#note', 'mine');
    await page.click('.pk-who button');
    expect(
      await page.evaluate<number>('Object.keys(sessionStorage).filter((key) => key.includes("draft")).length'),
    ).toBe(0);
    await context.close();
  });

  it('works without scripts', async () => {
    const context = await browser.newContext({ baseURL: test.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, await twoRoles('plain'), '/sign-in?next=/account');
    await chooseBoardMember(page);
    expect(await page.locator('h1').innerText()).toBe('Your account');
    expect(await page.locator('#idle').isVisible()).toBe(false);
    await context.close();
  });
});

/** Puts a form on the page of one's account, as pages have them on which things are recorded. */
async function withForm(page: Page): Promise<void> {
  const form = `<form method="post" action="/account/note">
    <label for="note">Note</label><input id="note" name="note">
    <label for="pass">Password</label><input id="pass" name="pass" type="password">
    <label for="tick">Tick</label><input id="tick" name="tick" type="checkbox"></form>`;
  await page.addInitScript(`new MutationObserver(() => {
    const heading = document.querySelector('main h1');
    if (location.pathname === '/account' && heading && !document.getElementById('note'))
      heading.insertAdjacentHTML('beforebegin', ${JSON.stringify(form)});
  }).observe(document, { childList: true, subtree: true })`);
}

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (
      await page
        .locator(selector)
        .first()
        .evaluate((element) => element === element.ownerDocument.activeElement)
    )
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${selector}.`);
}
