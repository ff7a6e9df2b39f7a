import { describe, expect, it } from '@jest/globals';
import { type Posted, answered } from '../../../../test/support/any-document.js';

const budget = (amount: string) => [{ id: 'budget', amount }];
const pot = (fields: Posted, ...ids: readonly string[]) => ({
  period: '2020-21',
  partners: ids.map((id) => ({ id })),
  pots: [{ id: 'pool', ...fields }],
});

describe('the steps of the stretches', () => {
  it('shows each stretch so that its sum can be redone, before the parts are added', () => {
    const document = pot({ lines: budget('935000.00'), basis: { kind: 'equal' } }, 'a', 'b', 'c');
    document.partners[2] = { id: 'c', from: '2020-11-01' } as never;
    const { working } = answered(document);
    expect(working.map(({ rule }) => rule)).toEqual([
      ...['net', 'membership', 'stretch', 'stretch', 'equal', 'rounding'],
    ]);
    expect(working[2]).toMatchObject({
      words:
        'From 1 April 2020 to 31 October 2020 (214 days): 214/365 of £935,000.00 is £548,191.780822…, shared among a and b.',
      inputs: { from: '2020-04-01', until: '2020-11-01', days: '214', of: '935000.00', amount: '548191.780822…' },
      exact: { a: '1/2', b: '1/2', c: '0' },
    });
    expect(working[3]?.exact).toEqual({ a: '1/3', b: '1/3', c: '1/3' });
    expect(working[4]?.words).toBe(
      '£935,000.00 is shared equally among 3. The parts of the 2 stretches above are added.',
    );
  });

  it('shows the stretches of a line with a basis of its own', () => {
    const own = { id: 'manager', amount: '70000.00', basis: { kind: 'stated-percent', percent: { a: '40', b: '60' } } };
    const document = pot({ lines: [...budget('10.00'), own], basis: { kind: 'equal' } }, 'a', 'b');
    document.partners[1] = { id: 'b', from: '2020-11-01' } as never;
    const { working } = answered(document);
    const ofLine = working.filter(({ line }) => line === 'manager');
    expect(ofLine.map(({ rule }) => rule)).toEqual(['stretch', 'stretch', 'stated-percent', 'rounding']);
    expect(ofLine[0]).toMatchObject({
      inputs: { days: '214', of: '70000.00' },
      exact: { a: '1', b: '0' },
    });
    expect(ofLine[2]?.words).toMatch(/ The parts of the 2 stretches above are added\.$/);
  });

  it('shows of a stretch what nobody bears, and why', () => {
    const document = pot({ lines: budget('365.00'), basis: { kind: 'equal', except: { b: '36.50' } } }, 'a', 'b');
    document.partners = [
      { id: 'a', until: '2020-04-11' },
      { id: 'b', until: '2020-04-21' },
    ] as never;
    const stretches = answered(document).working.filter(({ rule }) => rule === 'stretch');
    expect(stretches.map(({ words, exact }) => [words, exact])).toEqual([
      [
        'From 1 April 2020 to 10 April 2020 (10 days): 10/365 of £365.00 is £10.00, shared among a and b.',
        { a: '9/10', b: '1/10' },
      ],
      [
        'From 11 April 2020 to 20 April 2020 (10 days): 10/365 of £365.00 is £10.00, shared among b; £9.00 of it is ' +
          'unallocated: no member present has any weight.',
        { a: '0', b: '1/10' },
      ],
      [
        'From 21 April 2020 to 31 March 2021 (345 days): 345/365 of £365.00 is £345.00; £345.00 of it is unallocated: ' +
          'no member is present.',
        { a: '0', b: '0' },
      ],
    ]);
  });

  it('shows of a stretch what those present state, where the partners state the total', () => {
    const document = pot({ basis: { kind: 'stated-amount', amounts: { a: '365.00', b: '730.00' } } }, 'a', 'b');
    document.partners[1] = { id: 'b', from: '2020-04-11' } as never;
    const stretches = answered(document).working.filter(({ rule }) => rule === 'stretch');
    expect(stretches.map(({ words }) => words)).toEqual([
      'From 1 April 2020 to 10 April 2020 (10 days): 10/365 of £365.00 is £10.00, shared among a.',
      'From 11 April 2020 to 31 March 2021 (355 days): 355/365 of £1,095.00 is £1,065.00, shared among a and b.',
    ]);
    expect(stretches.map(({ exact }) => exact)).toEqual([
      { a: '1', b: '0' },
      { a: '1/3', b: '2/3' },
    ]);
  });

  it('says the shares of a stretch also where nothing is shared', () => {
    const lines = [...budget('10.00'), { id: 'refund', amount: '-10.00' }];
    const document = pot({ lines, basis: { kind: 'equal' } }, 'a', 'b');
    document.partners[1] = { id: 'b', from: '2020-04-11' } as never;
    const stretches = answered(document).working.filter(({ rule }) => rule === 'stretch');
    expect(stretches.map(({ exact }) => exact)).toEqual([
      { a: '1', b: '0' },
      { a: '1/2', b: '1/2' },
    ]);
  });

  it.each([
    [24, 24, 'The parts of the 24 stretches above are added.'],
    [25, 0, 'The parts of the 25 stretches, too many to be shown, are added.'],
  ])('of %i stretches shows %i', (count, shown, says) => {
    const ids = Array.from({ length: count }, (_, i) => `p${i}`);
    const document = pot({ lines: budget('365.00'), basis: { kind: 'equal' } }, ...ids);
    document.partners = ids.map((id, i) => ({ id, from: `2020-04-${String(i + 1).padStart(2, '0')}` }));
    const { working } = answered(document);
    expect(working.filter(({ rule }) => rule === 'stretch')).toHaveLength(shown);
    expect(working.find(({ rule }) => rule === 'equal')?.words).toContain(says);
  });
});
