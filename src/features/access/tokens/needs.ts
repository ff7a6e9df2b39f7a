import { type Action, ownershipOf, permissions } from '../permissions.js';
import type { Role } from '../roles.js';

const records = [
  ...(['authority.read', 'participation.read', 'decision.read', 'agreement.read', 'agreement-version.read'] as const),
  ...(['contribution.read', 'receipt.read', 'provision.read', 'funding-source.read', 'funding-amount.read'] as const),
  ...(['certainty-change.read', 'planned-spend.read', 'package-return.read'] as const),
] as const;

/**
 * What is read on the way to doing something else. A token may read only what it was made for, and what is worked out from
 * records that it may not read would be wrong rather than refused.
 */
const onTheWay: Partial<Readonly<Record<Action, readonly Action[]>>> = {
  // What a file brings is proposed, and provisions are added as they are.
  'import.add': [
    ...(['contribution.add', 'receipt.add', 'provision.add', 'ledger-draft.add', 'measure.add'] as const),
    ...(['contribution.read', 'receipt.read', 'provision.read', 'measure.read', 'ledger.read'] as const),
  ],
  'participation.read': ['authority.read'],
  'participation.add': ['authority.read'],
  'agreement-version.add': ['agreement.read', 'decision.read', 'participation.read', 'authority.read'],
  'receipt.add': ['contribution.read'],
  'share-statement.read': [...records, 'ledger.read', 'ledger-draft.read'],
  'flag.read': records,
  // A whole year as it was recorded is laid beside its share statement.
  'calculation.read': [...records, 'share-statement.read', 'ledger.read', 'ledger-draft.read'],
  'calculation.add': [...records, 'share-statement.read'],
  'import.decide': ['import.read'],
  'ledger.read': [...records, 'ledger-draft.read', 'calculation.read'],
  'reconciliation.read': ['import.read', 'ledger.read'],
  'ledger-draft.add': ['contribution.read', 'ledger.read', 'agreement-version.read'],
  'ledger-draft.read': ['ledger.read', 'agreement-version.read'],
  'ledger-draft.decide': ['ledger-draft.read', 'ledger.read', 'agreement-version.read'],
  'ledger-variance.read': [...records, 'share-statement.read', 'ledger.read'],
  'ledger-budget.add': ['ledger.read', 'decision.read'],
  'ledger-forecast.add': ['ledger.read', 'decision.read'],
  'ledger-commitment.add': ['ledger.read', 'agreement-version.read'],
  'ledger-settlement.add': [...records, 'ledger.read', 'ledger-draft.add', 'ledger-draft.read', 'calculation.read'],
  'ledger-closing.add': ['ledger.read'],
  'ledger-reopening.add': ['ledger.read'],
  'ledger-reopening.decide': ['ledger.read'],
  'publication.add': [...records, 'share-statement.read', 'ledger.read'],
  'withdrawal.add': ['publication.read'],
  'audit.export': ['audit.read'],
  'audit.erase': ['audit.read'],
  'shared-audit.export': ['shared-audit.read'],
  'shared-audit.erase': ['shared-audit.read'],
  'audit.sign': ['audit.checkpoint'],
  'person.read': ['grant.read'],
  'grant.read': ['person.read'],
  'grant.give': ['grant.read', 'person.read'],
  'grant.approve': ['grant.read', 'person.read'],
  'grant.end': ['grant.read', 'person.read'],
  'identity.read': ['person.read', 'grant.read'],
  'identity.add': ['person.read', 'grant.read'],
  'identity.end': ['identity.read', 'person.read', 'grant.read'],
  'administrator.read': ['grant.read', 'person.read'],
  'administrator.name': ['grant.give', 'grant.read', 'person.read'],
  'administrator.end': ['grant.end', 'grant.read', 'person.read'],
};

/** The actions that are asked for, with the reading that each takes, as far as the role may do it. */
export function withNeeds(actions: readonly Action[], role: Role): readonly Action[] {
  const all = actions.flatMap((action) => [action, ...needsOf(action)]);
  return [...new Set(all)].filter((action) => ownershipOf(role, action) !== undefined).sort();
}

function needsOf(action: Action): readonly Action[] {
  const read = action.replace(/\.add$/, '.read');
  const own = Object.hasOwn(permissions, read) ? [read as Action] : [];
  return ['partnership.read', ...own, ...(onTheWay[action] ?? [])];
}
