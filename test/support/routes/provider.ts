import { readProviders } from '../../../src/features/federation/read-providers.js';

export const provider = 'bcp-staff';

/** A council's way to sign in that nobody signs in by: what it calls people can be linked to them all the same. */
export const signInProviders = readProviders([
  { id: provider, name: 'BCP', authority: 'bcp', issuer: 'https://login.bcp.example', clientId: 'poolkeeper' },
]);
