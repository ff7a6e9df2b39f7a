import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { turned } from '../../test/support/turned.js';
import { canonical, digest } from './digest.js';

describe('the canonical form', () => {
  it('sorts keys, keeps lists, leaves no white space', () => {
    expect(canonical({ b: [2, 1, null], a: { d: 'x', c: true }, gone: undefined })).toBe(
      '{"a":{"c":true,"d":"x"},"b":[2,1,null]}',
    );
  });

  it('is JSON for the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('writes every text as JSON does, also as a key: plain ones by a short cut', () => {
    const [plain, quote, backslash] = [' !#AZ[]az~', '"', '\\'];
    for (const text of ['', plain, quote, backslash, '\u0000', '\u001f', '\u007f', 'é', '\ud800', '…', `a${quote}b`]) {
      expect(canonical(text)).toBe(JSON.stringify(text));
      expect(canonical({ [text]: 1 })).toBe(JSON.stringify({ [text]: 1 }));
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(canonical(text)).toBe(JSON.stringify(text))));
  });

  it.each([[1n], [NaN], [Infinity], [() => 1], [undefined], [Symbol('x')]])('throws for %p', (value) => {
    expect(() => canonical(value)).toThrow(TypeError);
  });
});

describe('the digest', () => {
  it('is the SHA-256 of the form, as any tool computes it', () => {
    expect(digest({})).toBe('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('does not move with the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed: unknown = JSON.parse(JSON.stringify(value));
        expect(digest(turned(parsed))).toBe(digest(parsed));
      }),
    );
  });

  it('moves with the order of lists', () => {
    expect(digest([1, 2])).not.toBe(digest([2, 1]));
  });
});
