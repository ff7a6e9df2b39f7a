import { notFound } from './problem.js';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Lower-case letters, digits and hyphens: the id of a partnership or an authority. */
export function isSlug(value: unknown): value is string {
  return typeof value === 'string' && SLUG.test(value);
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** What cannot be an id names nothing, so it is not found rather than malformed. */
export function slugOrNotFound(value: string): string {
  if (!isSlug(value)) throw notFound();
  return value;
}

export function uuidOrNotFound(value: string): string {
  if (!isUuid(value)) throw notFound();
  return value;
}
