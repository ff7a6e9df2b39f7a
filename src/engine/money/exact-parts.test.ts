import { describe, expect, it } from '@jest/globals';
import {
  addParts,
  inProportion,
  noParts,
  overOne,
  partAt,
  reduceParts,
  scaleParts,
  sumParts,
  wholeParts,
} from './exact-parts.js';
import { fraction } from './fraction.js';

describe('exact parts over one denominator', () => {
  it('are brought to the lowest terms they share, and no lower', () => {
    expect(reduceParts({ parts: [4n, -6n, 0n], over: 10n })).toEqual({ parts: [2n, -3n, 0n], over: 5n });
    expect(reduceParts({ parts: [4n, 3n, 6n], over: 10n })).toEqual({ parts: [4n, 3n, 6n], over: 10n });
    expect(reduceParts({ parts: [5n, 10n], over: 10n })).toEqual({ parts: [1n, 2n], over: 2n });
    expect(reduceParts({ parts: [6n], over: 1n })).toEqual({ parts: [6n], over: 1n });
    expect(reduceParts({ parts: [], over: 3n })).toEqual({ parts: [], over: 1n });
  });

  it('are nothing for each, or whole amounts', () => {
    expect(noParts(2)).toEqual({ parts: [0n, 0n], over: 1n });
    expect(wholeParts([3n, -1n])).toEqual({ parts: [3n, -1n], over: 1n });
  });

  it('come from fractions over the least denominator that they share', () => {
    expect(overOne([fraction(1n, 4n), fraction(1n, 6n), fraction(2n)])).toEqual({ parts: [3n, 2n, 24n], over: 12n });
    expect(overOne([fraction(1n, 6n), fraction(1n, 4n), fraction(1n, 12n)]).over).toBe(12n);
    expect(overOne([])).toEqual({ parts: [], over: 1n });
  });

  it('are added up, picked out and scaled', () => {
    const exact = { parts: [1n, 2n, -6n], over: 4n };
    expect(sumParts(exact)).toEqual({ numerator: -3n, denominator: 4n });
    expect(partAt(exact, 1)).toEqual({ numerator: 2n, denominator: 4n });
    expect(partAt(exact, 3)).toEqual({ numerator: 0n, denominator: 4n });
    expect(scaleParts(exact, fraction(5n, 3n))).toEqual({ parts: [5n, 10n, -30n], over: 12n });
  });

  it('are added position by position', () => {
    const sum = addParts({ parts: [1n, 2n], over: 4n }, { parts: [1n, -1n], over: 6n });
    expect(sum).toEqual({ parts: [5n, 4n], over: 12n });
    expect(() => addParts(noParts(1), noParts(2))).toThrow('Parts of different lengths');
  });
});

describe('an amount in proportion to weights', () => {
  it('is borne by weight', () => {
    expect(inProportion(fraction(7n, 2n), [1n, 0n, 3n])).toEqual({ parts: [7n, 0n, 21n], over: 8n });
    expect(inProportion(fraction(-7n, 2n), [1n, 3n])).toEqual({ parts: [-7n, -21n], over: 8n });
  });

  it('is borne by nobody when the weights come to nothing', () => {
    expect(inProportion(fraction(7n), [0n, 0n])).toEqual({ parts: [0n, 0n], over: 1n });
    expect(inProportion(fraction(7n), [2n, -2n])).toEqual({ parts: [0n, 0n], over: 1n });
  });

  it('keeps its denominator above nothing where the weights are below it', () => {
    expect(inProportion(fraction(6n), [-1n, -2n])).toEqual({ parts: [6n, 12n], over: 3n });
  });
});
