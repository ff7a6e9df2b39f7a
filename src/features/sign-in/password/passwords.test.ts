import { describe, expect, it } from '@jest/globals';
import { passwordCost } from '../limits.js';
import { readKeptPassword, writeKeptPassword } from './kept-password.js';
import { Passwords } from './passwords.js';

const cheap = () => Object.assign(new Passwords(), { cost: { log2N: 4, r: 8, p: 1 } });

describe('a kept password', () => {
  it('is found right, and every other one wrong', async () => {
    const passwords = cheap();
    const kept = await passwords.keep('a long walk by the sea');
    expect(await passwords.matches('a long walk by the sea', kept)).toBe(true);
    for (const wrong of ['', 'a long walk by the se', 'A long walk by the sea', 'a long walk by the sea ']) {
      expect({ wrong, matches: await passwords.matches(wrong, kept) }).toEqual({ wrong, matches: false });
    }
  });

  it('is kept differently each time, and says how it was made', async () => {
    const passwords = cheap();
    const [one, other] = [await passwords.keep('the same words'), await passwords.keep('the same words')];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^\$scrypt\$ln=4,r=8,p=1\$/);
    expect(writeKeptPassword(readKeptPassword(one))).toBe(one);
  });

  it('is checked at what it was made at, whatever new ones are made at', async () => {
    const kept = await cheap().keep('made long ago');
    expect(await new Passwords().matches('made long ago', kept)).toBe(true);
  });

  it('is the same however a keyboard composes its letters', async () => {
    const passwords = cheap();
    expect(await passwords.matches('cafe\u0301 de la gare', await passwords.keep('caf\u00e9 de la gare'))).toBe(true);
  });

  it('is made at OWASP’s first choice of parameters', async () => {
    expect(passwordCost).toEqual({ log2N: 17, r: 8, p: 1 });
    expect(await new Passwords().keep('twelve letters')).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$/);
  });

  it('takes as long for nobody, and is never right', async () => {
    const passwords = new Passwords();
    const kept = await passwords.keep('twelve letters');
    const someone = await time(() => passwords.matches('wrong', kept));
    const nobody = await time(() => passwords.matches('wrong', undefined));
    expect(nobody).toBeGreaterThan(someone / 3);
    expect(nobody).toBeLessThan(someone * 3);
    expect(await cheap().matches('', undefined)).toBe(false);
  });

  it('is refused in a form that was never written', () => {
    for (const text of ['', '$scrypt$ln=17,r=8,p=1$short$short', '$2b$10$abcdefghijklmnopqrstuv']) {
      expect(() => readKeptPassword(text)).toThrow('not in its form');
    }
  });
});

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
