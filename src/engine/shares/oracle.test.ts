import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../test/support/cases.js';
import { type Posted, anyDocument } from '../../../test/support/any-document.js';
import {
  type Ratio,
  dayOf,
  decimal,
  handOut,
  minus,
  nearest,
  over,
  pence,
  plus,
  ratio,
  size,
  times,
  total,
} from '../../../test/support/ratio.js';
import { answerShares } from './calculate-shares.js';

/** Each member's figure in a measure. */
function figures(document: Posted, { measure, over: years, average }: Posted, id: string): Ratio {
  const { values } = document.measures.find((one: Posted) => one.id === measure);
  const weights = (years as string[]).map((year) => (average?.weights ? decimal(average.weights[year]) : ratio(1n)));
  const sum = total((years as string[]).map((year, i) => times(decimal(values[year][id]), weights[i]!)));
  return average === 'sum' ? sum : over(sum, total(weights));
}

/** What members bear for certain and in which proportion they bear the rest, in the whole period. */
function terms(document: Posted, basis: Posted, id: string): { fixed: Ratio; weight: Ratio } {
  const none = ratio(0n);
  const stated: Record<string, () => { fixed: Ratio; weight: Ratio }> = {
    'stated-percent': () => ({ fixed: none, weight: decimal(basis.percent[id] ?? '0') }),
    'stated-amount': () => ({ fixed: none, weight: ratio(pence(basis.amounts[id] ?? '0.00')) }),
    measure: () => ({ fixed: none, weight: figures(document, basis, id) }),
    equal: () => {
      const amount = basis.except?.[id];
      return amount === undefined ? { fixed: none, weight: ratio(1n) } : { fixed: ratio(pence(amount)), weight: none };
    },
    units: () => ({ fixed: ratio(pence(basis.flat?.[id] ?? '0.00')), weight: decimal(basis.units[id] ?? '0') }),
  };
  return stated[basis.kind]!();
}

interface Borne {
  total: Ratio;
  parts: Ratio[];
}

/** A basis that only chooses another, or one of the others itself. */
function chosen(basis: Posted, ids: string[]): Posted {
  if (basis.kind !== 'agreed-else') return basis;
  return ids.every((id) => basis.agreedBy.includes(id)) ? basis.agreed : basis.default;
}

/** One day's part of an amount among those present. */
function split(document: Posted, posted: Posted, amount: Ratio, here: boolean[], ids: string[], days: bigint): Ratio[] {
  const basis = chosen(posted, ids);
  if (basis.kind === 'blend') {
    const parts: { weight: Ratio; amounts: Ratio[] }[] = basis.parts.map((part: Posted) => ({
      weight: over(decimal(part.weight), ratio(100n)),
      amounts: split(document, part.basis, amount, here, ids, days),
    }));
    return ids.map((_, i) => total(parts.map(({ weight, amounts }) => times(weight, amounts[i]!))));
  }
  const { partner, from } = basis.part ?? { from: {} };
  const isCarved = here[ids.indexOf(partner)] ?? false;
  const all = ids.map((id) => terms(document, basis.kind === 'carve-out' ? basis.basis : basis, id));
  const fixed = all.map((one, i) => (here[i] ? over(one.fixed, ratio(days)) : ratio(0n)));
  const weights = all.map((one, i) => {
    const taken = isCarved ? decimal(from[ids[i]!] ?? '0') : ratio(0n);
    return here[i] ? minus(one.weight, taken) : ratio(0n);
  });
  const rest = minus(amount, total(fixed));
  const sum = total(weights);
  return fixed.map((f, i) => (sum[0] === 0n ? f : plus(f, times(rest, over(weights[i]!, sum)))));
}

/** One day's part of an amount (of what is stated by those present, when there is none) among those present. */
function shareDay(
  document: Posted,
  basis: Posted,
  net: Ratio | null,
  less: Ratio,
  here: boolean[],
  ids: string[],
  days: bigint,
): Borne {
  const stated = () =>
    total(ids.map((id, i) => (here[i] ? terms(document, chosen(basis, ids), id).weight : ratio(0n))));
  const amount = over(net ?? minus(stated(), less), ratio(days));
  return { total: amount, parts: split(document, basis, amount, here, ids, days) };
}

/** Rounds the total and what nobody bears of it, and hands out the rest. */
function round({ total: whole, parts }: Borne, document: Posted, ids: string[]) {
  const left = nearest(minus(whole, total(parts)));
  const target = nearest(whole) - left;
  const sizes = total(parts.map(size));
  const gap = minus(ratio(target), total(parts));
  const exact = parts.map((part) => (sizes[0] === 0n ? part : plus(part, times(gap, over(size(part), sizes)))));
  const turned = exact.map(([n, d]): Ratio => (target < 0n ? [-n, d] : [n, d]));
  const amounts = handOut(target < 0n ? -target : target, turned, document.rounding, ids);
  return { amounts: target < 0n ? amounts.map((n) => -n) : amounts, left, total: nearest(whole) };
}

/** The whole document: what each partner pays in each pot, and what nobody pays, in pence. */
function naive(document: Posted): { paid: Map<string, bigint>; unallocated: bigint; total: bigint } {
  const [from, until] = [dayOf(document.period.from), dayOf(document.period.until)];
  const answer = {
    paid: new Map<string, bigint>(document.partners.map((p: Posted) => [p.id, 0n])),
    unallocated: 0n,
    total: 0n,
  };
  const isHere = (p: Posted, day: number) => (!p.from || dayOf(p.from) <= day) && (!p.until || day < dayOf(p.until));
  for (const pot of document.pots) {
    const members = document.partners.filter((p: Posted) => pot.members.includes(p.id));
    const ids: string[] = members.map((p: Posted) => p.id);
    const less = total(pot.less.map((line: Posted) => ratio(pence(line.amount))));
    const shared = pot.lines.filter((line: Posted) => !line.only && !line.basis);
    const net = shared.length > 0 ? minus(total(shared.map((line: Posted) => ratio(pence(line.amount)))), less) : null;
    const only = (line: Posted) => ({ kind: 'stated-percent', percent: { [line.only]: '100' } });
    const jobs = [
      {
        basis: pot.basis,
        net: net ?? (chosen(pot.basis, ids).kind === 'stated-amount' ? null : minus(ratio(0n), less)),
        isOnly: false,
      },
      ...pot.lines
        .filter((line: Posted) => line.only ?? line.basis)
        .map((line: Posted) => {
          return { basis: line.basis ?? only(line), net: ratio(pence(line.amount)), isOnly: Boolean(line.only) };
        }),
    ];
    for (const job of jobs) {
      const sum: Borne = { total: ratio(0n), parts: ids.map(() => ratio(0n)) };
      for (let day = from; day < until; day += 1) {
        const here = members.map((p: Posted) => isHere(p, day));
        const { total: t, parts } = shareDay(document, job.basis, job.net, less, here, ids, BigInt(until - from));
        sum.total = plus(sum.total, t);
        sum.parts = sum.parts.map((part, i) => plus(part, parts[i]!));
      }
      const toThePenny = { rounding: { unit: '0.01', remainder: { rule: 'first-listed' } } };
      const { amounts, left, total: whole } = round(sum, job.isOnly ? toThePenny : document, ids);
      amounts.forEach((n, i) => answer.paid.set(ids[i]!, answer.paid.get(ids[i]!)! + n));
      answer.unallocated += left;
      answer.total += whole;
    }
  }
  return answer;
}

/**
 * The rules written another way, to disagree when either is wrong: day by day on the posted document, with small
 * fractions of its own that are reduced at every step, and rounding by sorting everyone.
 */
describe('against the rules written another way', () => {
  it('every partner, the unallocated and the total agree', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const outcome = answerShares(document);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
        const expected = naive(document);
        const paid = new Map(outcome.value.partners.map(({ partner, amount }) => [partner, pence(amount)]));
        expect(paid).toEqual(expected.paid);
        expect(outcome.value.unallocated.reduce((sum, { amount }) => sum + pence(amount), 0n)).toBe(
          expected.unallocated,
        );
        expect(pence(outcome.value.total)).toBe(expected.total);
      }),
      cases(1_000),
    );
  });
});
