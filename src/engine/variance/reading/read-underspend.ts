import { readFields } from '../../reading/fields.js';
import { type Place, type Read, at, note } from '../../reading/place.js';
import { CAUSES, type Underspend } from '../document.js';
import { type LadderScope, readLadder } from './read-ladder.js';

/** A ladder of an object must be there, so that nobody forgets one of the two. */
function readOfCause(place: Place, raw: unknown, scope: LadderScope) {
  return raw === undefined
    ? note(place, 'missing-field', 'a ladder for each cause', raw)
    : readLadder(place, raw, scope);
}

/**
 * What becomes of an underspend: a list of steps, or an object with a list for each cause
 * (`{ "management-action": […], "windfall": […] }`). Left out, nothing is shared. Null once a fault is noted.
 */
export function readUnderspend(place: Place, raw: unknown, scope: LadderScope): Read<Underspend> {
  if (raw === undefined || typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    const ladder = readLadder(place, raw, scope);
    return ladder && { by: 'any', ladder };
  }
  const fields = readFields(place, raw, CAUSES);
  if (!fields) return null;
  const action = readOfCause(at(place, 'management-action'), fields.get('management-action'), scope);
  const windfall = readOfCause(at(place, 'windfall'), fields.get('windfall'), scope);
  return action && windfall && { by: 'cause', 'management-action': action, windfall };
}
