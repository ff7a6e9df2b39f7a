import type { Grant } from '../../features/people/dto/grant.js';
import type { Tag } from '../shared/illustrative.js';

/** How a role stands today. */
export function standing({ inForce, ended, role, approved, from }: Grant, today: string): Tag {
  if (inForce) return { text: 'In force', classes: 'govuk-tag--green' };
  if (ended) return { text: 'Ended', classes: 'govuk-tag--grey' };
  if (role === 'auditor' && !approved) return { text: 'Waits for a second council', classes: 'govuk-tag--yellow' };
  return from > today ? { text: 'Not yet', classes: 'govuk-tag--blue' } : { text: 'Over', classes: 'govuk-tag--grey' };
}
