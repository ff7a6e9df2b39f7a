import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { turned } from '../../../test/support/turned.js';
import { cases } from '../../../test/support/cases.js';
import { type Posted, anyBasis, money } from '../../../test/support/any-document.js';
import { answered, anyVariance, pence } from '../../../test/support/any-variance.js';

const sumOf = (amounts: readonly string[]): bigint => amounts.reduce((sum, text) => sum + pence(text), 0n);
const withSign = (of: string, amount: string): bigint => (of === 'overspend' ? pence(amount) : -pence(amount));

/** The ladder that a step of the answer stands in, as it was posted. */
const ladderOf = (document: Posted, { of, cause }: { of: string; cause?: string | undefined }): Posted[] => {
  if (of === 'overspend') return document.overspend;
  return Array.isArray(document.underspend) ? document.underspend : document.underspend[cause!];
};

const limitOf = ({ limit, kind, amount }: Posted, budget: string): bigint | null => {
  if (kind === 'offset') return pence(amount);
  if (!limit) return null;
  if (limit.amount) return pence(limit.amount);
  const [whole = '', part = ''] = (limit.percentOfBudget as string).split('.');
  const scale = 10n ** BigInt(part.length) * 100n;
  return (2n * pence(budget) * BigInt(whole + part) + scale) / (2n * scale);
};

describe('steps and what is undetermined make the variance', () => {
  it('whatever the document, with every partner and every check', () => {
    fc.assert(
      fc.property(anyVariance, (document) => {
        const { steps, toDecide, variance, partners, undetermined, checks, flags, budget, forecast } =
          answered(document);
        const took = steps.reduce((sum, step) => sum + withSign(step.of, step.took), 0n);
        const left = toDecide.reduce((sum, one) => sum + withSign(one.of, one.amount), 0n);
        expect(took + left).toBe(pence(variance));
        expect(pence(forecast) - pence(budget)).toBe(pence(variance));
        expect(sumOf(toDecide.map(({ amount }) => amount))).toBe(pence(undetermined));
        expect(flags).toEqual(undetermined === '0.00' ? [] : ['needs-board-decision']);
        for (const step of steps.filter((one) => ['share', 'return', 'bearer', 'only', 'fixed'].includes(one.kind))) {
          if (step.took !== '0.00') expect(sumOf(Object.values(step.partners))).toBe(withSign(step.of, step.took));
        }
        expect(Object.keys(partners)).toEqual(document.partners.map(({ id }: Posted) => id));
        for (const [id, amount] of Object.entries(partners)) {
          expect(sumOf(steps.map((step) => step.partners[id] ?? '0.00'))).toBe(pence(amount));
        }
        expect(checks.filter(({ holds }) => !holds)).toEqual([]);
      }),
      cases(400),
    );
  });
});

describe('a step', () => {
  it('takes neither less than nothing, nor more than is left, nor more than its limit', () => {
    fc.assert(
      fc.property(anyVariance, (document) => {
        const { steps, toDecide, budget } = answered(document);
        for (const way of ['overspend', 'underspend']) {
          for (const cause of [undefined, 'management-action', 'windfall']) {
            const isHere = (one: Posted) => one.of === way && one.cause === cause && one.line === undefined;
            const taken = steps.filter(isHere);
            let left = sumOf([
              ...taken.map(({ took }) => took),
              ...toDecide.filter(isHere).map(({ amount }) => amount),
            ]);
            taken.forEach(({ took, kind }, i) => {
              const step = ladderOf(document, { of: way, cause })[i];
              const limit = limitOf(step, budget);
              expect(step.kind).toBe(kind);
              expect(left > 0n && pence(took) >= 0n && pence(took) <= left).toBe(true);
              if (limit !== null) expect(pence(took) <= limit).toBe(true);
              left -= pence(took);
            });
          }
        }
      }),
      cases(300),
    );
  });

  it('leaves the reserve at or above its floor, or untouched', () => {
    fc.assert(
      fc.property(anyVariance, (document) => {
        const { reserve, steps } = answered(document);
        const [before, after, floor] = [reserve!.before, reserve!.after, reserve!.floor].map(pence) as [
          bigint,
          bigint,
          bigint,
        ];
        const used = steps.filter(({ kind }) => kind === 'reserve').map(({ of, took }) => withSign(of, took));
        expect(before - after).toBe(used.reduce((sum, n) => sum + n, 0n));
        expect(after >= floor || after >= before).toBe(true);
      }),
      cases(300),
    );
  });
});

describe('what may not change an answer', () => {
  it('what is forecast of a line that is somebody’s alone, for anyone else', () => {
    fc.assert(
      fc.property(anyVariance, fc.nat(4), fc.bigInt(0n, 10n ** 9n), (document, which, forecast) => {
        const own = document.lines?.filter((line: Posted) => line.only ?? line.profile) ?? [];
        fc.pre(own.length > 0);
        const { id, only } = own[which % own.length];
        const lines = document.lines.map((line: Posted) =>
          line.id === id ? { ...line, forecast: money(forecast) } : line,
        );
        const [before, after] = [answered(document), answered({ ...document, lines })];
        for (const partner of Object.keys(before.partners).filter((one) => one !== (only ?? 'p0'))) {
          expect(after.partners[partner]).toBe(before.partners[partner]);
        }
        const others = ({ steps }: typeof before) => steps.filter(({ line }) => line !== id);
        expect(others(after)).toEqual(others(before));
      }),
      cases(300),
    );
  });

  it('the order of the partners, unless what rounding leaves over is tied', () => {
    const anyWeights = fc.uniqueArray(fc.bigInt(1n, 10n ** 6n), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(anyWeights, fc.bigInt(1n, 10n ** 12n), fc.boolean(), (weights, amount, isOver) => {
        const all = weights.reduce((a, b) => a + b);
        fc.pre(new Set(weights.map((weight) => (weight * amount) % all)).size === weights.length);
        const ids = weights.map((_, i) => i);
        const basis = {
          kind: 'stated-amount',
          amounts: Object.fromEntries(ids.map((i) => [`p${i}`, money(weights[i]!)])),
        };
        const document = (order: number[]) => ({
          ...{ period: '2020-21', partners: order.map((i) => ({ id: `p${i}` })) },
          ...{ budget: isOver ? '0.00' : money(amount), forecast: isOver ? money(amount) : '0.00' },
          ...{ overspend: [{ kind: 'share', basis }], underspend: [{ kind: 'return', basis }] },
        });
        expect(answered(document([...ids].reverse())).partners).toEqual(answered(document(ids)).partners);
      }),
      cases(300),
    );
  });

  it('the order of keys, as the digest also says', () => {
    fc.assert(
      fc.property(anyVariance, (document) => {
        const [one, other] = [answered(document), answered(turned(document))];
        expect(other.digest).toBe(one.digest);
        expect(other.partners).toEqual(one.partners);
      }),
      cases(200),
    );
  });
});

describe('scaling', () => {
  const IDS = ['p0', 'p1', 'p2'];
  const anyPence = fc.bigInt(0n, 10n ** 9n);

  it('every amount by a whole number scales what every step takes, and the shares to within rounding', () => {
    const anyCase = fc.record({
      budget: anyPence,
      forecast: anyPence,
      offset: anyPence,
      balance: anyPence,
      floor: anyPence,
      limit: anyPence,
    });
    fc.assert(
      fc.property(
        anyCase,
        anyBasis(IDS),
        fc.bigInt(2n, 1000n),
        ({ budget, forecast, offset, balance, floor, limit }, { basis }, by) => {
          fc.pre(basis.kind !== 'equal' && basis.kind !== 'units');
          const document = (k: bigint): Posted => ({
            ...{
              period: '2020-21',
              partners: IDS.map((id) => ({ id })),
              budget: money(budget * k),
              forecast: money(forecast * k),
            },
            measures: [
              {
                id: 'orders',
                values: Object.fromEntries(['2018-19', '2019-20'].map((year) => [year, { p0: '1', p1: '2', p2: '4' }])),
              },
            ],
            reserve: { balance: money(balance * k), floor: money(floor * k) },
            overspend: [
              { kind: 'offset', amount: money(offset * k) },
              { kind: 'reserve' },
              { kind: 'share', basis, limit: { amount: money(limit * k) } },
            ],
            underspend: [
              { kind: 'carry-forward', limit: { amount: money(offset * k) } },
              { kind: 'return', basis, limit: { amount: money(limit * k) } },
              { kind: 'refer' },
            ],
          });
          const [one, many] = [answered(document(1n)), answered(document(by))];
          expect(many.steps.map(({ kind, took }) => [kind, pence(took)])).toEqual(
            one.steps.map(({ kind, took }) => [kind, pence(took) * by]),
          );
          expect(pence(many.undetermined)).toBe(pence(one.undetermined) * by);
          for (const id of IDS) {
            const apart = pence(many.partners[id]!) - pence(one.partners[id]!) * by;
            expect(apart <= by && apart >= -by).toBe(true);
          }
        },
      ),
      cases(300),
    );
  });
});
