import type { Guarded } from './guard.js';

/** Under which subject of which council's provider a person signs in. */
export const federationTables: readonly Guarded[] = [
  { table: 'federated_identity', read: 'identity.read', add: 'identity.add' },
  { table: 'federated_identity_end', read: 'identity.read', add: 'identity.end' },
];
