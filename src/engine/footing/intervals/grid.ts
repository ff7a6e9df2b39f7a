import { type Fraction, floor } from '../../money/fraction.js';
import { type End, type Interval } from './interval.js';

/**
 * The narrowest interval around `interval` whose ends are whole numbers over `grid`. An end that moves becomes open: the
 * number it moved to is outside. So a figure that lies on the grid is in the one exactly when it is in the other, and
 * what is worked out step after step never grows in digits.
 */
export function toGrid(interval: Interval, grid: bigint): Interval {
  return { from: down(interval.from, grid), to: up(interval.to, grid) };
}

function onGrid(at: Fraction, grid: bigint): Fraction | undefined {
  if (at.denominator === grid) return at;
  const scaled = at.numerator * grid;
  return scaled % at.denominator === 0n ? { numerator: scaled / at.denominator, denominator: grid } : undefined;
}

function down(end: End | null, grid: bigint): End | null {
  if (!end) return null;
  const at = onGrid(end.at, grid);
  if (at) return at === end.at ? end : { at, closed: end.closed };
  const below = floor({ numerator: end.at.numerator * grid, denominator: end.at.denominator });
  return { at: { numerator: below, denominator: grid }, closed: false };
}

function up(end: End | null, grid: bigint): End | null {
  if (!end) return null;
  const at = onGrid(end.at, grid);
  if (at) return at === end.at ? end : { at, closed: end.closed };
  const below = floor({ numerator: end.at.numerator * grid, denominator: end.at.denominator });
  return { at: { numerator: below + 1n, denominator: grid }, closed: false };
}
