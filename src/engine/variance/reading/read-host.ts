import { type Place, type Read, fault } from '../../reading/place.js';
import { type Scope } from '../../shares/scope.js';

/** The position of the one host, to whom fixed lines fall; null once a fault is noted. */
export function readHost(place: Place, { roster, positions }: Scope): Read<number> {
  const hosts = roster.partners.filter(({ role }) => role === 'host');
  const [host] = hosts;
  if (host && hosts.length === 1) {
    const wanted = `Expected the host, to whom a fixed line falls, to be a member; "${host.id}" is not`;
    return positions.get(host.id) ?? fault(place, 'not-a-member', wanted);
  }
  if (!roster.isComplete) return null;
  return fault(
    place,
    'unknown-partner',
    `Expected one partner with the role host, to whom a fixed line falls; there are ${hosts.length}`,
  );
}
