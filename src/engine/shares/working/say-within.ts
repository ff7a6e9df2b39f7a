import { days } from '../../calendar/period.js';
import { type Pot, type SharesDocument } from '../document.js';
import { sayStretch } from '../say-period.js';
import { type Draft, draft } from './draft.js';

/** That only some of the period's days are shared, where that is so. */
export function sayWithin(pot: Pot, { period, within }: SharesDocument): readonly Draft[] {
  const [whole, shared] = [days(period), days(within)];
  if (whole === shared) return [];
  const words = `Only the days ${sayStretch({ period: within })} are shared: ${shared}/${whole} of every amount of the period.`;
  return [draft(pot, 'within', words)];
}
