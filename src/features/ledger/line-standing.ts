import { sayPence } from '../../engine/shares/say.js';
import { toPounds } from '../shared/money.js';
import type { LineStanding } from './dto/line-standing.js';

/** A line's standing as the database foresees it, in pence as text. */
export interface Foreseen {
  readonly line: string;
  readonly financialYear: string;
  readonly budget: string | null;
  readonly posted: string;
  readonly committed: string;
  readonly adds: string;
  readonly passesBy: string;
  readonly rule: string;
}

const pounds = (pence: string) => toPounds(BigInt(pence));

/** `3646000` as `£36,460.00`. */
const inWords = (pence: string) => sayPence(BigInt(pence));

/** Where its line would stand, in pounds and in words. */
export function showStanding(foreseen: Foreseen): LineStanding {
  const { line, financialYear, budget, posted, committed, adds, passesBy, rule } = foreseen;
  return {
    ...{ line, financialYear, budget: budget === null ? null : pounds(budget), posted: pounds(posted) },
    ...{ committed: pounds(committed), adds: pounds(adds), passesBy: pounds(passesBy), rule },
    says: saysOf(foreseen),
  };
}

function saysOf({ line, financialYear, budget, posted, committed, adds, passesBy, rule }: Foreseen): string {
  if (budget === null) return `No budget is recorded for ${financialYear}, so none can be passed.`;
  const stands = `Of the line “${line}” in ${financialYear}, ${inWords(posted)} is spent and ${inWords(committed)} committed of ${inWords(budget)}`;
  if (passesBy === '0') return `${stands}; with this it stays within its budget.`;
  if (rule === 'warns' || BigInt(adds) <= 0n)
    return `${stands}; with this it is past its budget by ${inWords(passesBy)}. The agreement lets it be posted.`;
  return `${stands}; this would pass its budget by ${inWords(passesBy)}, and the agreement stops it.`;
}
