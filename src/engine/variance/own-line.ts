import { formatPounds, pence } from '../money/pence.js';
import { sayPence } from '../shares/say.js';
import { bearAlone } from './bear-alone.js';
import { type Direction, type Line, type Owner } from './document.js';
import { varianceOf } from './pool.js';
import { type Draft, type Report } from './report.js';
import { type Around } from './steps/step-rule.js';

const NOTHING: Report = { entries: [], left: [], working: [] };

const WHOSE: Readonly<Record<Owner['kind'], string>> = {
  only: 'alone',
  fixed: 'alone, since it is the host’s fixed line',
};

/**
 * The variance of a line that is somebody's alone: its partner's, or the host's where the line is fixed. No ladder sees it,
 * so it never moves the others; what falls in the partner's absence nobody bears yet (formula.md, section 2).
 */
export function reportOwnLine(line: Line, { kind, position }: Owner, around: Around): Report {
  const variance = varianceOf(line);
  if (variance === 0n) return NOTHING;
  const of: Direction = variance > 0n ? 'overspend' : 'underspend';
  const amount = pence(variance > 0n ? variance : -variance);
  const { took, name, absence } = bearAlone(amount, position, around);
  const figures = `forecast ${sayPence(line.forecast)} less budget ${sayPence(line.budget)}`;
  const why = `${line.name}: ${figures}, an ${of} of ${sayPence(amount)}, is ${name}’s ${WHOSE[kind]}${absence}.`;
  const origin = { of, line: line.id };
  const inputs = { budget: formatPounds(line.budget), forecast: formatPounds(line.forecast) };
  const working: Draft = { ...origin, rule: kind, words: why, inputs };
  const rest = pence(amount - took);
  const absent = `${name}, whose line ${line.name} is alone, is no member for the whole period`;
  return {
    entries: [{ ...origin, kind, took, why, partners: new Map([[position, took]]) }],
    left: rest === 0n ? [] : [{ ...origin, amount: rest, why: absent }],
    working: [working],
  };
}
