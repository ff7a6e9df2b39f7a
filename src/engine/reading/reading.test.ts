import { describe, expect, it } from '@jest/globals';
import { type Fault } from '../outcome.js';
import { readDateField } from './date-field.js';
import { readFigure } from './decimal-field.js';
import { Fields, readFields, readKeyed } from './fields.js';
import { isId, readId, readNewId } from './id-field.js';
import { readList } from './list-field.js';
import { readMoney, readStatedAmount } from './money-field.js';
import { readOneOf } from './one-of.js';
import { type Place, at, fault, note, placeAt } from './place.js';
import { show } from './show.js';
import { readOptionalText, readText } from './text-field.js';

/** What a reader answers at `/here`, or its one fault, as `code: words`. */
function read(reader: (place: Place) => unknown): unknown {
  const faults: Fault[] = [];
  const value = reader(at(placeAt('', faults), 'here'));
  if (faults.length === 0) return value;
  expect(value).toBeNull();
  expect(faults).toHaveLength(1);
  expect(faults[0]?.pointer).toBe('/here');
  return `${faults[0]?.code}: ${faults[0]?.expected}`;
}

describe('what came instead, in a few words', () => {
  it.each([
    [null, 'null'],
    [[1, 2], 'a list of 2'],
    ['x"y', '"x\\"y"'],
    ['x'.repeat(40), JSON.stringify('x'.repeat(40))],
    ['x'.repeat(41), 'a text of 41 characters'],
    [1.5, 'the number 1.5'],
    [true, 'the boolean true'],
    [{ a: 1 }, 'an object'],
    [10n, 'a value of type bigint'],
    [undefined, 'a value of type undefined'],
  ])('%p', (came, words) => {
    expect(show(came)).toBe(words);
  });
});

describe('places', () => {
  it('points to a field of an element of a list, with the slashes and tildes of keys escaped', () => {
    expect(at(at(at(placeAt('/a', []), 'b/c~d'), 0), 'e').pointer).toBe('/a/b~1c~0d/0/e');
  });

  it('says what was expected and what came, and always that a field is missing where it is', () => {
    expect(read((place) => note(place, 'not-text', 'a text', 7))).toBe('not-text: Expected a text; came the number 7');
    expect(read((place) => note(place, 'not-text', 'a text', undefined))).toBe(
      'missing-field: Expected a text; the field is missing',
    );
  });

  it('lists a thousand faults and no more', () => {
    const faults: Fault[] = [];
    for (let i = 0; i < 1_002; i += 1) fault(placeAt(`/${i}`, faults), 'not-text', '');
    expect(faults).toHaveLength(1_000);
    expect(faults.at(-1)?.pointer).toBe('/999');
  });
});

describe('objects', () => {
  const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, i]));

  it.each([null, [], 'x', 3, true])('takes %p for none', (raw) => {
    expect(read((place) => readKeyed(place, raw))).toBe(`not-an-object: Expected an object; came ${show(raw)}`);
    expect(read((place) => readFields(place, raw, ['a']))).toBe(`not-an-object: Expected an object; came ${show(raw)}`);
  });

  it('takes a thousand fields and no more', () => {
    expect(read((place) => readKeyed(place, fields(1_000)))).toHaveProperty('names.length', 1_000);
    expect(read((place) => readKeyed(place, fields(1_001)))).toBe(
      'over-limit: Expected at most 1000 fields; came 1001',
    );
  });

  it('leaves out fields that are undefined, and keeps one called constructor', () => {
    const raw = { a: 1, b: undefined, constructor: 2 };
    const keyed = readKeyed(placeAt('', []), raw);
    expect(['a', 'b', 'constructor', 'toString'].map((key) => [keyed?.has(key), keyed?.get(key)])).toEqual([
      [true, 1],
      [false, undefined],
      [true, 2],
      [false, undefined],
    ]);
    expect(read((place) => (readKeyed(place, {})?.has('constructor') === true ? 'has it' : 'has not'))).toBe('has not');
  });

  it('names each field that it does not know, beside those that it does', () => {
    const faults: Fault[] = [];
    const known = readFields(placeAt('', faults), { a: 1, x: 2, y: 3 }, ['a', 'b']);
    expect(known?.get('a')).toBe(1);
    const expected = (key: string) => `Expected only a, b; came "${key}"`;
    expect(faults).toEqual([
      { pointer: '/x', code: 'unknown-field', expected: expected('x') },
      { pointer: '/y', code: 'unknown-field', expected: expected('y') },
    ]);
  });
});

describe('lists', () => {
  it('takes any list up to its limit, and not the posted one itself', () => {
    const raw = [1, 2];
    const list = read((place) => readList(place, raw, 2));
    expect(list).toEqual([1, 2]);
    expect(list).not.toBe(raw);
    expect(read((place) => readList(place, [1, 2, 3], 2))).toBe('over-limit: Expected at most 2 elements; came 3');
    expect(read((place) => readList(place, new Array(1_000).fill(0)))).toHaveLength(1_000);
    expect(read((place) => readList(place, new Array(1_001).fill(0)))).toBe(
      'over-limit: Expected at most 1000 elements; came 1001',
    );
  });

  it.each([{ length: 1 }, 'ab', null])('takes %p for none', (raw) => {
    expect(read((place) => readList(place, raw))).toBe(`not-a-list: Expected a list; came ${show(raw)}`);
  });
});

describe('ids', () => {
  it.each(['a', '7', 'A.b_c-d', 'x'.repeat(64)])('takes %p', (id) => {
    expect(isId(id)).toBe(true);
    expect(read((place) => readId(place, id))).toBe(id);
  });

  it.each(['', '.a', '-a', 'a b', 'a/b', 'é', 'x'.repeat(65), 'a\n', ' a', 3, null, ['a']])('refuses %p', (id) => {
    expect(isId(id)).toBe(false);
    const wanted = 'an id of letters, digits, "." "_" and "-", at most 64';
    expect(read((place) => readId(place, id))).toBe(`not-an-id: Expected ${wanted}; came ${show(id)}`);
  });

  it('takes each once, and keeps nothing that is none', () => {
    const taken = new Set<string>();
    expect(read((place) => readNewId(place, 'a', taken))).toBe('a');
    expect(read((place) => readNewId(place, 'a', taken))).toBe('duplicate-id: Expected an id of its own; "a" is taken');
    read((place) => readNewId(place, '', taken));
    expect([...taken]).toEqual(['a']);
  });
});

describe('figures, money, dates, words and texts', () => {
  it('takes a figure that is not negative', () => {
    expect(read((place) => readFigure(place, '25.76'))).toEqual({ numerator: 2_576n, denominator: 100n });
    expect(read((place) => readFigure(place, '-1.5'))).toBe(
      'negative-driver: Expected a figure that is not negative; came "-1.5"',
    );
    const wanted = 'a number as text that is not negative, such as "25.76"';
    for (const raw of [1, 'x1', '-', '--1', '-x', '1e3', '', null])
      expect(read((place) => readFigure(place, raw))).toBe(`not-a-decimal: Expected ${wanted}; came ${show(raw)}`);
  });

  it('takes money, and where it drives a share none below nothing', () => {
    expect(read((place) => readMoney(place, '-0.05'))).toBe(-5n);
    expect(read((place) => readStatedAmount(place, '0.00'))).toBe(0n);
    expect(read((place) => readStatedAmount(place, '-0.01'))).toBe(
      'negative-driver: Expected an amount that is not negative; came "-0.01"',
    );
    const wanted = 'pounds as text with two decimals, such as "1234.00", within ten million million';
    for (const raw of ['1', 1, '1.000', '1,000.00', null]) {
      expect(read((place) => readMoney(place, raw))).toBe(`not-money: Expected ${wanted}; came ${show(raw)}`);
      expect(read((place) => readStatedAmount(place, raw))).toBe(`not-money: Expected ${wanted}; came ${show(raw)}`);
    }
  });

  it('takes a date that there is', () => {
    expect(read((place) => readDateField(place, '2020-02-29'))).toBe('2020-02-29');
    expect(read((place) => readDateField(place, '2019-02-29'))).toBe(
      'not-a-date: Expected a date such as "2020-11-01", from 1900 to 2199; came "2019-02-29"',
    );
  });

  it('takes one of the words there are', () => {
    expect(read((place) => readOneOf(place, 'b', ['a', 'b']))).toBe('b');
    expect(read((place) => readOneOf(place, 'c', ['a', 'b']))).toBe('not-one-of: Expected one of "a", "b"; came "c"');
  });

  it('takes a text of a thousand characters and no more, and none where it may be left out', () => {
    const [longest, longer] = ['x'.repeat(1_000), 'x'.repeat(1_001)];
    expect(read((place) => readText(place, longest))).toBe(longest);
    const refused = 'not-text: Expected text of at most 1000 characters; came ';
    expect(read((place) => readText(place, longer))).toBe(`${refused}a text of 1001 characters`);
    expect(read((place) => readText(place, 7))).toBe(`${refused}the number 7`);
    const faults: Fault[] = [];
    const optional = (raw: unknown) => readOptionalText(placeAt('', faults), new Fields({ note: raw }), 'note');
    expect([optional('said'), optional(undefined), optional(7)]).toEqual(['said', undefined, undefined]);
    expect(faults).toEqual([{ pointer: '/note', code: 'not-text', expected: `${refused.slice(10)}the number 7` }]);
  });
});
