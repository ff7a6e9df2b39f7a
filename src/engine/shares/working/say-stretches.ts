import { isZero, subtract } from '../../money/fraction.js';
import { sumParts } from '../../money/exact-parts.js';
import { type PartShare, whyNobody } from '../account.js';
import { type Basis } from '../bases/basis.js';
import { type Pot } from '../document.js';
import { sayList, sayPounds, showPounds } from '../say.js';
import { sayStretch } from '../say-period.js';
import { sharesOfAccount } from '../share-pot.js';
import { type Stretch } from '../stretches.js';
import { type Draft, draft } from './draft.js';

/** Beyond this many stretches nobody follows them one by one. */
const MOST_STRETCHES = 24;

/** What is shared stretch by stretch: a pot, or a line of it with a basis of its own. */
export interface Stretched {
  readonly pot: Pot;
  readonly basis: Basis;
  readonly partOf: (stretch: Stretch) => PartShare;
  readonly line?: string;
}

function sayShared(pot: Pot, stretch: Stretch, { of, net, parts }: PartShare): string {
  const when = sayStretch(stretch);
  const ofPeriod = `${stretch.days}/${String(stretch.part.denominator)} of ${sayPounds(of)} is ${sayPounds(net)}`;
  const here = pot.members.filter((_, position) => stretch.present[position] === true).map(({ name }) => name);
  const among = here.length > 0 ? `, shared among ${sayList(here)}` : '';
  const left = subtract(net, sumParts(parts));
  const nobody = isZero(left) ? '' : `; ${sayPounds(left)} of it is unallocated: ${whyNobody(stretch)}`;
  return `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${ofPeriod}${among}${nobody}.`;
}

function sayOne({ pot, basis, partOf, line }: Stretched, stretch: Stretch): Draft {
  const share = partOf(stretch);
  const { of, net, parts } = share;
  const inputs = { ...stretch.period, days: String(stretch.days), of: showPounds(of), amount: showPounds(net) };
  const shares = sharesOfAccount({ exact: parts, total: net }, basis, [stretch]);
  return draft(pot, 'stretch', sayShared(pot, stretch, share), { ...(line !== undefined && { line }), inputs, shares });
}

/** A step for each stretch, so that each can be redone by itself; none where there is but one, or too many to follow. */
export function sayStretches(shared: Stretched, stretches: readonly Stretch[]): readonly Draft[] {
  if (stretches.length < 2 || stretches.length > MOST_STRETCHES) return [];
  return stretches.map((stretch) => sayOne(shared, stretch));
}

/** To follow how the whole is shared: that it is what the stretches come to together. */
export function sayAdded({ length }: readonly Stretch[]): string {
  if (length < 2) return '';
  const which = length > MOST_STRETCHES ? `${length} stretches, too many to be shown,` : `${length} stretches above`;
  return ` The parts of the ${which} are added.`;
}
