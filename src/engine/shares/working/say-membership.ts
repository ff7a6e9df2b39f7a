import { type Partner } from '../partner.js';
import { sayList } from '../say.js';
import { sayStretch } from '../say-period.js';
import { type Stretch } from '../stretches.js';

function sayChange(names: readonly string[], verb: string): string {
  return names.length > 0 ? `, ${sayList(names)} ${verb}` : '';
}

/** How the joins and leaves of the members cut the period: who is there at first, then who comes and goes. */
export function sayMembership(members: readonly Partner[], stretches: readonly Stretch[]): string {
  const [first] = stretches;
  const starts = members.filter((_, i) => first?.present[i] === true).map(({ name }) => name);
  const later = stretches.slice(1).map((stretch, i) => {
    const before = stretches[i]?.present ?? [];
    const joined = members.filter((_, j) => stretch.present[j] === true && before[j] === false);
    const left = members.filter((_, j) => stretch.present[j] === false && before[j] === true);
    const changes = `${sayChange(
      joined.map(({ name }) => name),
      'in',
    )}${sayChange(
      left.map(({ name }) => name),
      'out',
    )}`;
    return `${sayStretch(stretch)}${changes}`;
  });
  const begins = `${first ? sayStretch(first) : ''}, ${starts.length > 0 ? sayList(starts) : 'no member'}`;
  const rule = 'Each stretch bears its days’ part of the amount, shared among those who are members in it';
  return `The period is cut where members join or leave: ${[begins, ...later].join('; ')}. ${rule}.`;
}
