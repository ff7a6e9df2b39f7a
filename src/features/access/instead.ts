import type { Action } from './permissions.js';

const propose = (kind: string) =>
  `A ${kind} is proposed, and somebody else approves it: POST /api/v1/partnerships/{partnership}/ledger/drafts with "kind": "${kind}". For many at once, POST /api/v1/partnerships/{partnership}/imports.`;

/** What to do instead of what hardly anybody may do: told to whoever is refused it. */
export const instead: Partial<Readonly<Record<Action, string>>> = {
  'contribution.add': propose('contribution'),
  'receipt.add': propose('receipt'),
};
