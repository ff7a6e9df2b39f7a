import { expect, it } from '@jest/globals';
import { type Posted } from '../../../../test/support/any-document.js';
import { answerShares } from '../calculate-shares.js';

const good = (): Posted => ({
  period: '2020-21',
  partners: [{ id: 'a' }, { id: 'b' }],
  measures: [{ id: 'm', values: { '2019-20': { a: '3', b: '4' } } }],
  pots: [{ id: 'pool', lines: [{ id: 'budget', amount: '100.00' }], basis: { kind: 'equal' } }],
});
/** What is said of the good document with one thing changed, each with where it stands. */
const said = (change: (document: Posted) => void) => {
  const document = good();
  change(document);
  const outcome = answerShares(document);
  return outcome.ok ? [] : outcome.faults.map(({ pointer, code, expected }) => `${pointer} ${code}: ${expected}`);
};

it.each<[string, (d: Posted) => void, string[]]>([
  [
    'no partner',
    (d) => {
      d.partners = [];
      d.measures = [];
      d.pots[0].members = [];
    },
    [
      '/partners nothing-to-share: Expected at least one partner; came none',
      '/pots/0/members nothing-to-share: Expected at least one member; came none',
    ],
  ],
  ['no pot', (d) => (d.pots = []), ['/pots nothing-to-share: Expected at least one pot; came none']],
  [
    'no member',
    (d) => d.pots.push({ ...d.pots[0], id: 'other', members: [] }),
    ['/pots/1/members nothing-to-share: Expected at least one member; came none'],
  ],
  [
    'nobody who contributes by their role',
    (d) =>
      (d.partners = [
        { id: 'a', role: 'invited' },
        { id: 'b', role: 'withdrawn' },
      ]),
    [
      '/pots/0/members nothing-to-share: Expected members, since no partner contributes by its role; the field is missing',
    ],
  ],
  [
    'a member twice',
    (d) => (d.pots[0].members = ['a', 'b', 'a']),
    ['/pots/0/members/2 duplicate-id: Expected each member once; "a" came before'],
  ],
  [
    'a member who is nobody',
    (d) => (d.pots[0].members = ['a', 'b', 'c']),
    ['/pots/0/members/2 unknown-partner: Expected the id of a partner; came "c"'],
  ],
  [
    'a member that is no text',
    (d) => (d.pots[0].members = ['a', 'b', 7]),
    ['/pots/0/members/2 unknown-partner: Expected the id of a partner; came the number 7'],
  ],
  [
    'an end before the start',
    (d) => Object.assign(d.partners[0], { from: '2020-06-01', until: '2020-06-01' }),
    ['/partners/0/until not-a-period: Expected an end after the start 2020-06-01; came "2020-06-01"'],
  ],
  [
    'a start and an end that are no days',
    (d) => Object.assign(d.partners[0], { from: 'x', until: 'y' }),
    [
      '/partners/0/from not-a-date: Expected a date such as "2020-11-01", from 1900 to 2199; came "x"',
      '/partners/0/until not-a-date: Expected a date such as "2020-11-01", from 1900 to 2199; came "y"',
    ],
  ],
  [
    'an end that is no day',
    (d) => (d.partners[0].until = 'y'),
    ['/partners/0/until not-a-date: Expected a date such as "2020-11-01", from 1900 to 2199; came "y"'],
  ],
  [
    'both of whom a line is for',
    (d) => Object.assign(d.pots[0].lines[0], { only: 'a', basis: { kind: 'equal' } }),
    ["/pots/0/lines/0/basis unknown-field: Expected no basis on a line that is one partner's alone"],
  ],
  [
    'a name that is no text',
    (d) => (d.pots[0].lines[0].name = 7),
    ['/pots/0/lines/0/name not-text: Expected text of at most 1000 characters; came the number 7'],
  ],
  [
    'two things at fault in one line',
    (d) => Object.assign(d.pots[0].lines[0], { id: 7, only: 'c' }),
    [
      '/pots/0/lines/0/id not-an-id: Expected an id of letters, digits, "." "_" and "-", at most 64; came the number 7',
      '/pots/0/lines/0/only unknown-partner: Expected the id of a partner; there is no "c"',
    ],
  ],
  [
    'a taker where none is named by the rule',
    (d) => (d.rounding = { remainder: { rule: 'largest-share', partner: 'a' } }),
    ['/rounding/remainder/partner unknown-field: Expected no partner with the rule "largest-share"'],
  ],
  [
    'a taker beside a rule that is none',
    (d) => (d.rounding = { remainder: { rule: 'x', partner: 'a' } }),
    [
      '/rounding/remainder/rule not-one-of: Expected one of "largest-remainder", "largest-share", "first-listed", "partner"; came "x"',
    ],
  ],
  [
    'no taker',
    (d) => (d.rounding = { remainder: { rule: 'partner' } }),
    [
      '/rounding/remainder/partner missing-field: Expected the id of the partner that takes the difference; the field is missing',
    ],
  ],
  [
    'exceptions beyond the pot, where a transition begins',
    (d) =>
      (d.pots[0].adjust = [{ kind: 'transition', year: 1, of: 3, from: { kind: 'equal', except: { a: '101.00' } } }]),
    [
      '/pots/0/adjust/0/from/except amounts-do-not-match: Expected at most the £100.00 shared; the exceptions come to £101.00',
    ],
  ],
  [
    'stated amounts that are not their own line',
    (d) =>
      d.pots[0].lines.push({
        id: 'own',
        amount: '5.00',
        basis: { kind: 'stated-amount', amounts: { a: '1.00', b: '2.00' } },
      }),
    [
      '/pots/0/lines/1/basis/amounts amounts-do-not-match: Expected amounts that come to the £5.00 shared; these come to £3.00',
    ],
  ],
])('says in words what is wrong: %s', (_, change, expected) => {
  expect(said(change)).toEqual(expected);
});

it('takes a pot whose lines are each somebody’s own or somebody’s alone', () => {
  expect(
    said(
      (d) =>
        (d.pots[0].lines = [
          { id: 'x', amount: '1.00', only: 'a' },
          { id: 'y', amount: '1.00', basis: { kind: 'equal' } },
        ]),
    ),
  ).toEqual([]);
});

it('lets a pot name as members those whose role alone does not make them contribute', () => {
  const roles = [
    { id: 'a', role: 'invited' },
    { id: 'b', role: 'withdrawn' },
    { id: 'c', role: 'observer' },
  ];
  expect(
    said((d) => {
      d.partners = roles;
      d.measures = [];
      d.pots[0].members = ['a'];
    }),
  ).toEqual([]);
});

it('holds where a transition begins against what is shared, and against nothing where nothing is', () => {
  const from = { kind: 'equal', except: { a: '101.00' } };
  const stated = { kind: 'stated-amount', amounts: { a: '1.00', b: '2.00' } };
  const transition = { kind: 'transition', year: 1, of: 3, from };
  expect(said((d) => Object.assign(d.pots[0], { lines: [], basis: stated, adjust: [transition] }))).toEqual([]);
  expect(said((d) => (d.pots[0].adjust = [{ kind: 'index', percent: '2' }]))).toEqual([]);
});
