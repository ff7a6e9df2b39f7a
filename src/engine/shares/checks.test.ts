import { expect, it } from '@jest/globals';
import { fraction } from '../money/fraction.js';
import { pence } from '../money/pence.js';
import { type Checked, checkAnswer } from './checks.js';
import { readSharesDocument } from './read-document.js';
import { type PotReport } from './report.js';
import { reportPot } from './report-pot.js';

/** Two pots of £10.00 and £6.00 for two partners, the first with a line of £2.00 that is the first one's alone. */
function good(): Checked {
  const read = readSharesDocument({
    period: '2020-21',
    partners: [{ id: 'a' }, { id: 'b' }],
    pots: [
      {
        id: 'one',
        lines: [
          { id: 'x', amount: '8.00' },
          { id: 'y', amount: '2.00', only: 'a' },
        ],
        basis: { kind: 'equal' },
      },
      { id: 'two', lines: [{ id: 'z', amount: '6.00' }], basis: { kind: 'equal' } },
    ],
  });
  if (!read.ok) throw new Error('The document was refused');
  const reports = read.value.pots
    .map((pot) => reportPot(pot, read.value))
    .filter((pot): pot is PotReport => pot !== null);
  const two = { pot: 'two', amount: '3.00', shared: '3.00', lines: [] };
  const answer: Checked['answer'] = {
    total: '16.00',
    partners: [
      {
        partner: 'a',
        amount: '9.00',
        displayPercent: '56.25',
        pots: [{ pot: 'one', amount: '6.00', shared: '4.00', lines: [{ line: 'y', amount: '2.00' }] }, two],
      },
      {
        partner: 'b',
        amount: '7.00',
        displayPercent: '43.75',
        pots: [{ pot: 'one', amount: '4.00', shared: '4.00', lines: [] }, two],
      },
    ],
    unallocated: [],
  };
  return { answer, reports, rounding: read.value.rounding };
}

const failing = (checked: Checked) =>
  checkAnswer(checked)
    .filter(({ holds }) => !holds)
    .map(({ check, says }) => `${check}: ${says}`);
/** The answer with one text in it changed, as it is printed. */
const printed = (from: string, to: string): Checked => {
  const checked = good();
  const text = JSON.stringify(checked.answer);
  if (text.split(from).length !== 2) throw new Error(`"${from}" is not there once`);
  return { ...checked, answer: JSON.parse(text.replace(from, to)) as Checked['answer'] };
};

it('says of an answer that foots what it foots to', () => {
  expect(checkAnswer(good()).map(({ check, holds, says }) => [check, holds, says])).toEqual([
    ['rows-foot', true, 'Each partner’s amount is the sum of its pots.'],
    ['lines-foot', true, 'Each partner’s part of a pot is what it shares and its own lines together.'],
    ['pots-foot', true, 'Each pot’s total is what its members pay and what is unallocated of it, together.'],
    ['total-foots', true, 'The pots come to £16.00; the partners pay £16.00 and £0.00 is unallocated.'],
    ['nothing-unallocated', true, 'Every amount has someone to bear it.'],
    ['within-one-unit', true, 'Every rounded amount is within £0.01 of its exact one: the furthest is £0.00 away.'],
  ]);
});

it('finds an amount of a partner that is a penny off its pots', () => {
  expect(failing(printed('"a","amount":"9.00"', '"a","amount":"9.01"'))).toEqual([
    'rows-foot: Each partner’s amount is the sum of its pots: 1 of 2 do not.',
    'total-foots: The pots come to £16.00; the partners pay £16.01 and £0.00 is unallocated.',
  ]);
});

it('finds a part of a pot that is not its share and its lines, and what else that puts out', () => {
  expect(failing(printed('"pot":"one","amount":"6.00"', '"pot":"one","amount":"5.99"'))).toEqual([
    'rows-foot: Each partner’s amount is the sum of its pots: 1 of 2 do not.',
    'lines-foot: Each partner’s part of a pot is what it shares and its own lines together: 1 of 4 do not.',
    'pots-foot: Each pot’s total is what its members pay and what is unallocated of it, together: 1 of 2 do not.',
  ]);
  expect(failing(printed('"line":"y","amount":"2.00"', '"line":"y","amount":"2.01"'))).toEqual([
    'lines-foot: Each partner’s part of a pot is what it shares and its own lines together: 1 of 4 do not.',
  ]);
  expect(failing(printed('"amount":"4.00","shared":"4.00"', '"amount":"4.00","shared":"3.99"'))).toEqual([
    'lines-foot: Each partner’s part of a pot is what it shares and its own lines together: 1 of 4 do not.',
  ]);
});

it('finds a total that is not what partners pay, nor what its pots come to', () => {
  expect(failing(printed('"total":"16.00"', '"total":"16.01"'))).toEqual([
    'total-foots: The pots come to £16.00; the partners pay £16.00 and £0.00 is unallocated.',
  ]);
  const checked = good();
  const [one, two] = checked.reports as [PotReport, PotReport];
  expect(failing({ ...checked, reports: [one, { ...two, total: pence(601n) }] })).toEqual([
    'pots-foot: Each pot’s total is what its members pay and what is unallocated of it, together: 1 of 2 do not.',
    'total-foots: The pots come to £16.01; the partners pay £16.00 and £0.00 is unallocated.',
  ]);
  expect(failing({ ...checked, reports: [{ ...one, pot: { ...one.pot, id: 'other' } }, two] })).toEqual([
    'pots-foot: Each pot’s total is what its members pay and what is unallocated of it, together: 1 of 2 do not.',
  ]);
});

it('counts what is unallocated towards its pot and the total', () => {
  const checked = good();
  const left = (pot: string, amount: string) => ({ pot, amount, why: 'nobody bears it' });
  const [one, two] = checked.reports as [PotReport, PotReport];
  const reports = [one, { ...two, total: pence(650n) }];
  const unallocated = [left('two', '0.30'), left('two', '0.20')];
  expect(failing({ ...checked, reports, answer: { ...checked.answer, total: '16.50', unallocated } })).toEqual([
    'nothing-unallocated: Nobody bears £0.50.',
  ]);
  const more = { ...checked.answer, total: '16.50', unallocated: [left('two', '0.30'), left('one', '0.20')] };
  expect(failing({ ...checked, reports, answer: more })).toEqual([
    'pots-foot: Each pot’s total is what its members pay and what is unallocated of it, together: 2 of 2 do not.',
    'nothing-unallocated: Nobody bears £0.50.',
  ]);
});

it('allows a rounded amount one unit and no more, of whichever pot', () => {
  const checked = good();
  const [one, two] = checked.reports as [PotReport, PotReport];
  const away = (numerator: bigint, denominator = 1n) => [one, { ...two, furthest: fraction(numerator, denominator) }];
  expect(failing({ ...checked, reports: away(1n) })).toEqual([]);
  expect(failing({ ...checked, reports: away(3n, 2n) })).toEqual([
    'within-one-unit: Every rounded amount is within £0.01 of its exact one: the furthest is £0.015 away.',
  ]);
  expect(failing({ ...checked, reports: away(3n, 2n).reverse() })).toHaveLength(1);
  const rounding = { unit: pence(100n), rule: 'partner', partner: 'a' } as const;
  expect(failing({ ...checked, reports: away(101n), rounding })).toEqual([
    'within-one-unit: Every rounded amount is within £1.00 of its exact one, that of the partner that takes the differences apart: the furthest is £1.01 away.',
  ]);
});
