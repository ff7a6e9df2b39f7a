import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../platform/config/root.js';
import { readProviders, readProvidersFile } from './read-providers.js';

const kent = {
  id: 'kent',
  name: 'Kent County Council',
  authority: 'kent',
  issuer: 'https://login.kent.example/',
  clientId: 'poolkeeper',
  clientSecret: 'the-secret-of-kent',
};
const faults = (change: object) => {
  try {
    readProviders([{ ...kent, ...change }]);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

describe('the list of providers', () => {
  it('is read, with what is left out filled in', () => {
    expect(readProviders([kent])).toEqual([{ ...kent, scopes: ['openid'], requireSecondFactor: false }]);
    const open = { ...kent, clientSecret: undefined, scopes: ['openid', 'profile'], requireSecondFactor: true };
    expect(readProviders([open])).toEqual([open]);
    expect(readProviders([])).toEqual([]);
  });

  it.each([
    ['id', 'Kent'],
    ['id', 'code'],
    ['id', undefined],
    ['name', ''],
    ['name', ' Kent'],
    ['authority', 'Kent County'],
    ['issuer', 'login.kent.example'],
    ['issuer', 'http://login.kent.example'],
    ['issuer', 'http://127.0.0.1.kent.example'],
    ['issuer', 'ftp://localhost'],
    ['issuer', 'https://login.kent.example/?tenant=1'],
    ['issuer', 'https://user:pass@login.kent.example'],
    ['issuer', 'https://login.kent.example/#'],
    ['clientId', 7],
    ['clientSecret', ''],
    ['scopes', ['profile']],
    ['scopes', 'openid'],
    ['scopes', ['openid', 'two words']],
    ['requireSecondFactor', 'yes'],
    ['secret', 'x'],
    ['__proto__x', 1],
  ])('names the field %s when it is %j', (field, value) => {
    expect(faults({ [field]: value })).toMatch(new RegExp(`^POOLKEEPER_PROVIDERS: /0/${field}: expected .+\\.$`));
  });

  it.each(['http://127.0.0.1:9000', 'http://localhost:9000/a', 'http://[::1]:1'])('takes %s', (issuer) => {
    expect(faults({ issuer })).toBe('none');
  });

  it('names every fault at once, and never what a secret holds', () => {
    const said = faults({ id: '', issuer: '', clientSecret: ' the-secret-of-kent' });
    expect(said.match(/expected/g)).toHaveLength(3);
    expect(said).not.toContain('the-secret-of-kent');
  });

  it('has each id and each issuer once, so that no issuer speaks for two councils', () => {
    expect(() => readProviders([kent, { ...kent, authority: 'medway' }])).toThrow(
      'POOLKEEPER_PROVIDERS: /1/id: expected another than those before it; /1/issuer: expected another than those before it.',
    );
  });

  it.each([{}, null, 'x', 1])('is a list, and not %j', (listed) => {
    expect(() => readProviders(listed)).toThrow('POOLKEEPER_PROVIDERS: expected a list of providers.');
    expect(() => readProviders([listed])).toThrow('/0/id');
  });
});

describe('the file of providers', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-providers-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string) => {
    const made = path.join(folder, name);
    writeFileSync(made, text);
    return made;
  };

  it('is in the README as it can be read', () => {
    const readme = readFileSync(path.join(projectRoot, 'README.md'), 'utf8');
    const [, example = ''] = /own provider\n[^]*?```json\n([^]*?)```/.exec(readme) ?? [];
    expect(readProvidersFile(file('readme.json', example))).toMatchObject([{ id: 'kent', requireSecondFactor: true }]);
  });

  it('is read, or nothing where none is named', () => {
    expect(readProvidersFile(file('good.json', JSON.stringify([kent])))).toHaveLength(1);
    expect(readProvidersFile(undefined)).toEqual([]);
  });

  it('is named when it cannot be read, without what it holds', () => {
    expect(() => readProvidersFile(path.join(folder, 'gone.json'))).toThrow(/^POOLKEEPER_PROVIDERS: .+gone\.json/);
    const broken = file('broken.json', '[{"clientSecret": the-secret-of-kent}]');
    expect(() => readProvidersFile(broken)).toThrow(
      /^POOLKEEPER_PROVIDERS: .+broken\.json cannot be read: it is not JSON\.$/,
    );
  });
});
