import { type Fraction, ZERO, compare, fromPence } from '../money/fraction.js';
import { readPounds } from '../money/pence.js';
import { type Check, type CheckKind, type PotShare, type SharesAnswer } from './answer.js';
import { type SharesRounding } from './document.js';
import { type PotReport } from './report.js';
import { sayPence, sayPounds } from './say.js';

/** An answer as it will be sent, and what it was made from. */
export interface Checked {
  readonly answer: Pick<SharesAnswer, 'total' | 'partners' | 'unallocated'>;
  readonly reports: readonly PotReport[];
  readonly rounding: SharesRounding;
}

/** An amount as it is printed, in pence, so that a check is of what is sent and not of what was meant. */
function read(printed: string): bigint {
  return readPounds(printed) ?? 0n;
}

function add(items: readonly { readonly amount: string }[]): bigint {
  let sum = 0n;
  for (const { amount } of items) sum += read(amount);
  return sum;
}

/** What the amounts of an answer come to along its rows and its columns, each read once. */
interface Sums {
  /** How many partners, and parts of a pot, are not what they are made of. */
  rowsThatDoNot: number;
  partsThatDoNot: number;
  parts: number;
  paid: bigint;
  left: bigint;
  readonly byPot: Map<string, bigint>;
}

/** Adds a partner's part of a pot; answers what it is. */
function addPart(sums: Sums, { pot, amount, shared, lines }: PotShare): bigint {
  const part = read(amount);
  const made = lines.length === 0 && shared === amount ? part : read(shared) + add(lines);
  sums.parts += 1;
  if (made !== part) sums.partsThatDoNot += 1;
  sums.byPot.set(pot, (sums.byPot.get(pot) ?? 0n) + part);
  return part;
}

function sumsOf({ partners, unallocated }: Checked['answer']): Sums {
  const sums: Sums = { rowsThatDoNot: 0, partsThatDoNot: 0, parts: 0, paid: 0n, left: 0n, byPot: new Map() };
  for (const { amount, pots } of partners) {
    let row = 0n;
    for (const part of pots) row += addPart(sums, part);
    const paid = read(amount);
    sums.paid += paid;
    if (row !== paid) sums.rowsThatDoNot += 1;
  }
  for (const { pot, amount } of unallocated) {
    const left = read(amount);
    sums.left += left;
    sums.byPot.set(pot, (sums.byPot.get(pot) ?? 0n) + left);
  }
  return sums;
}

/** How many of so many fail; as words for a check that they `do`. */
function say(failed: number, of: number, does: string): Omit<Check, 'check'> {
  return { holds: failed === 0, says: `${does}${failed > 0 ? `: ${failed} of ${of} do not` : ''}.` };
}

function potsFoot({ reports }: Checked, { byPot }: Sums): Omit<Check, 'check'> {
  const failed = reports.filter(({ pot, total }) => (byPot.get(pot.id) ?? 0n) !== total).length;
  return say(
    failed,
    reports.length,
    'Each pot’s total is what its members pay and what is unallocated of it, together',
  );
}

function totalFoots({ answer, reports }: Checked, { paid, left }: Sums): Omit<Check, 'check'> {
  const pots = reports.reduce((sum, { total }) => sum + total, 0n);
  const says = `The pots come to ${sayPence(pots)}; the partners pay ${sayPence(paid)} and ${sayPence(left)} is unallocated.`;
  const total = readPounds(answer.total);
  return { holds: paid + left === total && pots === total, says };
}

function withinOneUnit({ reports, rounding }: Checked): Omit<Check, 'check'> {
  const furthest = reports.reduce((most, r): Fraction => (compare(r.furthest, most) > 0 ? r.furthest : most), ZERO);
  const apart = rounding.rule === 'partner' ? ', that of the partner that takes the differences apart' : '';
  const says = `Every rounded amount is within ${sayPence(rounding.unit)} of its exact one${apart}: the furthest is ${sayPounds(furthest)} away.`;
  return { holds: compare(furthest, fromPence(rounding.unit)) <= 0, says };
}

/** Every check, made of the answer as it is printed. One without a rule does not compile. */
const checks: Readonly<Record<CheckKind, (checked: Checked, sums: Sums) => Omit<Check, 'check'>>> = {
  'rows-foot': ({ answer: { partners } }, { rowsThatDoNot }) =>
    say(rowsThatDoNot, partners.length, 'Each partner’s amount is the sum of its pots'),

  'lines-foot': (_, { partsThatDoNot, parts }) =>
    say(partsThatDoNot, parts, 'Each partner’s part of a pot is what it shares and its own lines together'),

  'pots-foot': potsFoot,
  'total-foots': totalFoots,

  'nothing-unallocated': ({ answer: { unallocated } }, { left }) => ({
    holds: unallocated.length === 0,
    says: unallocated.length === 0 ? 'Every amount has someone to bear it.' : `Nobody bears ${sayPence(left)}.`,
  }),

  'within-one-unit': withinOneUnit,
};

/** What must hold of an answer, and whether it does, along its rows and its columns. */
export function checkAnswer(checked: Checked): readonly Check[] {
  const sums = sumsOf(checked.answer);
  return (Object.keys(checks) as CheckKind[]).map((check) => {
    const { holds, says } = checks[check](checked, sums);
    return { check, holds, says };
  });
}
