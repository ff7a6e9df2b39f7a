import { type LocalDate, readDate } from '../calendar/local-date.js';
import { type Place, type Read, note } from './place.js';

/** A date at its place in a document; null, with a fault, for anything else. */
export function readDateField(place: Place, raw: unknown): Read<LocalDate> {
  return readDate(raw) ?? note(place, 'not-a-date', 'a date such as "2020-11-01", from 1900 to 2199', raw);
}
