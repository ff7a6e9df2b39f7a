import { type ExactParts, addParts, sumParts } from '../../money/exact-parts.js';
import { type Fraction, fraction, subtract } from '../../money/fraction.js';
import { readFigure } from '../../reading/decimal-field.js';
import { readFields } from '../../reading/fields.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { type Account } from '../account.js';
import { showById } from '../ids.js';
import { readMember } from '../read-by-member.js';
import { type Scope } from '../scope.js';
import { sayList, sayPounds, sayShown, showPounds } from '../say.js';
import { type Cap, type Excess } from './adjustment.js';
import { type AdjustmentRule, type Around, type Told } from './adjustment-rule.js';
import { bounds, readAmounts, sayThose, showAmounts } from './by-member.js';
import { replaced } from './replaced.js';
import { sayFactor } from './say-factor.js';
import { clampBetween, scaleBetween } from './scale-between.js';
import { type Bounds } from './scaled.js';

function readExcess(place: Place, raw: unknown, scope: Scope): Read<Excess> {
  if (raw === undefined || raw === 'spread') return 'spread';
  if (raw === 'unallocated') return 'unallocated';
  if (typeof raw !== 'object') return note(place, 'not-one-of', '"spread", "unallocated" or { "partner": … }', raw);
  const fields = readFields(place, raw, ['partner']);
  return fields && readMember(at(place, 'partner'), fields.get('partner'), scope);
}

/** A percentage that may be left out. */
function readLimit(place: Place, raw: unknown): Read<{ readonly percent: Fraction | undefined }> {
  if (raw === undefined) return { percent: undefined };
  const percent = readFigure(place, raw);
  return percent && { percent };
}

/** 1 + percent ÷ 100, or 1 − percent ÷ 100 but not below nothing. */
function factorOf(percent: Fraction, sign: bigint): Fraction {
  const factor = fraction(100n * percent.denominator + sign * percent.numerator, 100n * percent.denominator);
  return factor.numerator < 0n ? fraction(0n) : factor;
}

function boundsOf({ base, maxRise, maxFall }: Cap): Bounds {
  const none = base.map(() => null);
  return {
    least: maxFall ? bounds(base, factorOf(maxFall, -1n)) : none,
    most: maxRise ? bounds(base, factorOf(maxRise, 1n)) : none,
  };
}

/** An amount at one position, nothing at the others. */
function onlyAt(position: number, count: number, amount: Fraction): ExactParts {
  const parts = new Array<bigint>(count).fill(0n);
  parts[position] = amount.numerator;
  return { parts, over: amount.denominator };
}

interface Capped {
  readonly account: Account;
  readonly how: () => string;
}

function spread(account: Account, limits: Bounds): Capped {
  const { exact, factor } = scaleBetween(account.exact, limits);
  const how = () =>
    factor
      ? `every amount × ${sayFactor(factor)}, kept within its bounds, comes to the same total`
      : 'no factor keeps the total, so all stand at their bounds';
  return { account: replaced(account, exact, 'all stand at the bounds of the cap'), how };
}

function clamped(account: Account, limits: Bounds, excess: 'unallocated' | number, names: readonly string[]): Capped {
  const exact = clampBetween(account.exact, limits);
  const difference = subtract(sumParts(account.exact), sumParts(exact));
  if (excess === 'unallocated') {
    const how = () =>
      `each amount is kept within its bounds and the difference of ${sayPounds(difference)} is unallocated`;
    return { account: replaced(account, exact, 'a cap cuts it off and leaves it to nobody'), how };
  }
  const taken = addParts(exact, onlyAt(excess, exact.parts.length, difference));
  const how = () =>
    `each amount is kept within its bounds and the difference of ${sayPounds(difference)} goes to ${names[excess] ?? ''}`;
  return { account: replaced(account, taken, ''), how };
}

type Shown = ReturnType<typeof showById>;

function sayBounds(least: Shown, most: Shown, { ids, names }: Around): string {
  const each = names.map((name, i) => {
    const [low, high] = [least[ids[i] ?? ''], most[ids[i] ?? '']];
    const says = `${low ? ` at least ${sayShown(low)}` : ''}${low && high ? ' and' : ''}${high ? ` at most ${sayShown(high)}` : ''}`;
    return says === '' ? '' : `${name}${says}`;
  });
  return sayList(each.filter((text) => text !== ''));
}

function tellCap({ base }: Cap, limits: Bounds, how: string, around: Around): Told {
  const free = sayThose(around.names, (i) => base[i] === null);
  const without = free === '' ? '' : ` (${free} without a base: no bounds)`;
  const { ids } = around;
  const [least, most] = [showById(ids, limits.least, showPounds), showById(ids, limits.most, showPounds)];
  return {
    words: `Bounds about the base: ${sayBounds(least, most, around)}${without}; ${how}.`,
    inputs: { base: showAmounts(base, ids), least, most },
  };
}

/** Bounds about a base: nobody rises or falls by more than so many percent of it (formula.md, adjustments). */
export const cap: AdjustmentRule<'cap'> = {
  fields: ['base', 'maxRise', 'maxFall', 'excess'],

  read(place, fields, scope) {
    const base = readAmounts(at(place, 'base'), fields.get('base'), scope);
    const rise = readLimit(at(place, 'maxRise'), fields.get('maxRise'));
    const fall = readLimit(at(place, 'maxFall'), fields.get('maxFall'));
    const excess = readExcess(at(place, 'excess'), fields.get('excess'), scope);
    if (!base || !rise || !fall || excess === null) return null;
    if (rise.percent ?? fall.percent)
      return { kind: 'cap', base, maxRise: rise.percent, maxFall: fall.percent, excess };
    return fault(at(place, 'maxRise'), 'missing-field', 'Expected maxRise, maxFall or both; both are missing');
  },

  apply(adjustment, account, around) {
    const limits = boundsOf(adjustment);
    const { excess } = adjustment;
    const { account: capped, how } =
      excess === 'spread' ? spread(account, limits) : clamped(account, limits, excess, around.names);
    return { account: capped, tell: () => tellCap(adjustment, limits, how(), around) };
  },
};
