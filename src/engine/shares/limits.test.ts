import { expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-document.js';
import { showFraction } from '../money/fraction.js';
import { Budget } from './budget.js';
import { answerShares, calculateExactly } from './calculate-shares.js';
import { readSharesDocument } from './read-document.js';
import { isShown } from './exact-shares.js';
import { sayPounds } from './say.js';

const document = (...pots: Posted[]): Posted => ({
  period: '2020-21',
  partners: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  pots: pots.map((pot, i) => ({ id: `pot-${i}`, basis: { kind: 'equal' }, ...pot })),
});
const line = (amount: string, more: object = {}) => ({ id: `of-${amount}`, amount, ...more });
const said = (posted: Posted) => {
  const outcome = answerShares(posted);
  return outcome.ok ? [] : outcome.faults.map(({ pointer, code, expected }) => `${pointer} ${code}: ${expected}`);
};
const beyond =
  '/pots over-limit: Expected amounts that stay within £10,000,000,000,000.00 together; these come to more';

const quarter = { lines: [line('2500000000000.00')] };
const less = { lines: [line('-2500000000000.00')] };
const alone = (amount: string) => ({ lines: [line(amount, { only: 'b' })] });

it('answers pots that come to all the money that is handled together, and not a penny more, either way', () => {
  expect(said(document(quarter, quarter, quarter, quarter))).toEqual([]);
  expect(said(document(quarter, less, quarter, less))).toEqual([]);
  expect(said(document(quarter, quarter, quarter, quarter, { lines: [line('0.01')] }))).toEqual([beyond]);
  expect(said(document(quarter, less, quarter, less, { lines: [line('0.01')] }))).toEqual([beyond]);
  expect(said(document(quarter, less, quarter, less, { lines: [line('-0.01')] }))).toEqual([beyond]);
});

it('counts a line of one partner’s alone and what nobody bears towards it', () => {
  expect(said(document(quarter, quarter, quarter, alone('2500000000000.00')))).toEqual([]);
  expect(said(document(quarter, quarter, quarter, alone('2500000000000.01')))).toEqual([beyond]);
  const [b, half] = [
    { id: 'b', from: '2020-10-01' },
    { ...alone('2500000000000.01'), members: ['b'] },
  ];
  expect(said({ ...document(quarter, quarter, quarter, half), partners: [{ id: 'a' }, b, { id: 'c' }] })).toEqual([
    beyond,
  ]);
});

it('settles no pot of half of that, since it and its parts together are as much', () => {
  expect(said(document({ lines: [line('4999999999999.99')] }))).toEqual([]);
  expect(said(document({ lines: [line('5000000000000.00')] }))).toEqual([beyond]);
});

it('keeps a document to the figures that it may make, and says once what the most is', () => {
  const posted = document({ lines: [line('1.00')] }, { lines: [line('2.00')] }, { lines: [line('3.00')] });
  const within = (figures: number) => {
    const outcome = readSharesDocument(posted, new Budget(figures));
    return outcome.ok ? [] : outcome.faults.map(({ pointer, expected }) => `${pointer}: ${expected}`);
  };
  expect(within(9)).toEqual([]);
  expect(within(8)).toEqual(['/pots/2: Expected a document of at most 8 figures; this makes more']);
  expect(within(2)).toEqual(['/pots/0: Expected a document of at most 2 figures; this makes more']);
});

it('says what each partner bears before anything was rounded, lines and all', () => {
  const read = readSharesDocument(
    document(
      { lines: [line('1.00'), line('0.50', { only: 'b' }), line('0.25', { basis: { kind: 'equal' } })] },
      { lines: [line('0.02')] },
    ),
  );
  if (!read.ok) throw new Error('The document was refused');
  const outcome = calculateExactly(read.value);
  if (!outcome.ok) throw new Error('It was not calculated');
  expect([...outcome.value.exact].map(([id, pence]) => `${id} ${showFraction(pence)}`)).toEqual([
    'a 127/3',
    'b 277/3',
    'c 127/3',
  ]);
  expect(outcome.value.answer.total).toBe('1.77');
});

it('names who is in no pot and days outside the period', () => {
  const posted = document({ lines: [line('1.00')], members: ['a', 'b'] });
  expect(said(posted)).toEqual([
    '/partners/2 partner-in-no-pot: Expected "c" to be a member of at least one pot, since it contributes; it is in none',
  ]);
  expect(said({ ...document({ lines: [line('1.00')] }), within: { from: '2020-03-31', until: '2020-05-01' } })).toEqual(
    ['/within not-a-period: Expected days inside the period, 2020-04-01 until 2021-04-01'],
  );
  const named = document({ lines: [line('1.00', { only: 'c' })], members: ['a', 'b'] }, { lines: [line('2.00')] });
  expect(said(named)).toEqual([
    '/pots/0/lines/0/only not-a-member: Expected a member of this pot; "c" is a partner but not one of them',
  ]);
});

it('writes pounds to the penny, to at most six places, and what goes on with three dots', () => {
  const say = (numerator: bigint, denominator: bigint) => sayPounds({ numerator, denominator });
  expect(say(1050n, 10n)).toBe('£1.05');
  expect(say(1n, 2n)).toBe('£0.005');
  expect(say(1n, 10_000n)).toBe('£0.000001');
  expect(say(1n, 100_000n)).toBe('£0.000000…');
  expect(say(100n, 3n)).toBe('£0.333333…');
  expect(say(-250_000_050n, 2n)).toBe('-£1,250,000.25');
  expect([isShown(10n ** 200n - 1n), isShown(10n ** 200n)]).toEqual([true, false]);
});
