import type { Audience } from '../../platform/http/door.js';
import { permittedTo } from './permissions.js';

/** Whom the door lets in, by the table of permissions. */
export const audienceOf: Audience = (action) => {
  const permitted = permittedTo(action);
  if (permitted === undefined) return undefined;
  return permitted === 'everyone' ? 'everyone' : 'ticket';
};
