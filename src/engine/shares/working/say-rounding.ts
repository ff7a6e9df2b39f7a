import { floor, fromPence } from '../../money/fraction.js';
import { type RemainderRule, type Rounding } from '../../money/rounding.js';
import { type Account } from '../account.js';
import { isWholePence, sayList, sayPence, sayPounds } from '../say.js';
import { type Settled } from '../settle.js';

/** To whom the units left over go, as the rule says it. */
const TAKERS: Readonly<Record<RemainderRule, string>> = {
  'largest-remainder': 'to the largest remainders, equal ones in agreement order',
  'largest-share': 'to the largest exact shares, equal ones in agreement order',
  'first-listed': 'in agreement order',
  partner: 'to the largest remainders, equal ones in agreement order',
};

/** What each received beyond its exact amount rounded down to whole units, in pence. */
function extras({ amounts, exact, total, unallocated }: Settled, unit: bigint): readonly bigint[] {
  const sign = total - unallocated < 0n ? -1n : 1n;
  return amounts.map((amount, i) => {
    const units = floor({ numerator: (exact.parts[i] ?? 0n) * sign, denominator: exact.over * unit });
    return amount * sign - units * unit;
  });
}

function sayLeftOver(settled: Settled, { unit, rule }: Rounding, names: readonly string[]): string {
  const over = extras(settled, unit);
  const lucky = names.filter((_, i) => over[i] === unit);
  const odd = names.flatMap((name, i) => {
    const extra = over[i] ?? 0n;
    return extra > 0n && extra < unit ? [` The odd ${sayPence(extra)} goes to ${name}.`] : [];
  });
  if (lucky.length === 0 && odd.length === 0)
    return `Every amount is a whole multiple of ${sayPence(unit)}: nothing is left over.`;
  const goes = `the ${lucky.length} × ${sayPence(unit)} left over go one each ${TAKERS[rule]}: ${sayList(lucky)}`;
  const left = lucky.length > 0 ? goes : 'nothing whole is left over';
  return `Everyone is rounded down to a multiple of ${sayPence(unit)}; ${left}.${odd.join('')}`;
}

function sayTaker(settled: Settled, rounding: Rounding & { readonly named: number }, names: readonly string[]): string {
  const name = names[rounding.named];
  if (name === undefined || (settled.exact.parts[rounding.named] ?? 0n) === 0n) {
    return `The partner that takes differences has no part in this. ${sayLeftOver(settled, rounding, names)}`;
  }
  return `Everyone but ${name} is rounded to the nearest ${sayPence(rounding.unit)}, halves up, and ${name} takes the difference.`;
}

/** What rounding does to a total that is not whole pence, and what it leaves unallocated. */
function sayTotals({ total, unallocated }: Account, settled: Settled): string {
  const whole = isWholePence(total)
    ? ''
    : `${sayPounds(total)} is rounded to ${sayPence(settled.total)}, halves away from zero. `;
  const left = unallocated.numerator === 0n ? '' : `${sayPence(settled.unallocated)} of it is unallocated. `;
  const rest = `${sayPounds(fromPence(settled.total - settled.unallocated))} is apportioned. `;
  return `${whole}${left}${whole + left === '' ? '' : rest}`;
}

/** How exact amounts became whole ones, by the document's rule. */
export function sayRounding(account: Account, settled: Settled, rounding: Rounding, names: readonly string[]): string {
  const how = rounding.rule === 'partner' ? sayTaker(settled, rounding, names) : sayLeftOver(settled, rounding, names);
  return `${sayTotals(account, settled)}${how}`;
}
