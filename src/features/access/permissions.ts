import type { Role } from './roles.js';

/** Whose rows: those of the capacity's own authority, those of its partnership, or every partnership's. */
export type Ownership = 'own' | 'partnership' | 'everywhere';

/** Who may do something, and with whose rows; everyone, signed in or not; or whoever is signed in, in any capacity or none. */
export type Permitted = Partial<Readonly<Record<Role, Ownership>>> | 'everyone' | 'signed-in';

/** Roles that read whatever their partnership records. */
const partners = {
  'finance-officer': 'partnership',
  'finance-lead': 'partnership',
  'lead-officer': 'partnership',
  'board-member': 'partnership',
  chair: 'partnership',
  'committee-clerk': 'partnership',
  auditor: 'partnership',
  demonstration: 'everywhere',
} as const satisfies Permitted;

/** What has no money in it: observers read it too. */
const observers = { ...partners, observer: 'partnership' } as const satisfies Permitted;
/** What an administrator of the system needs to see: who takes part in what, and no figures. */
const administrators = { ...observers, administrator: 'everywhere' } as const satisfies Permitted;

const loading = { demonstration: 'everywhere' } as const satisfies Permitted;
const ownFinance = { 'finance-officer': 'own', 'finance-lead': 'own', ...loading } as const satisfies Permitted;
const hostFinance = { 'finance-lead': 'partnership', ...loading } as const satisfies Permitted;
const ownRecords = { 'lead-officer': 'own', 'committee-clerk': 'own', ...loading } as const satisfies Permitted;
const recorders = {
  'finance-officer': 'partnership',
  'finance-lead': 'partnership',
  'lead-officer': 'partnership',
  ...loading,
} as const satisfies Permitted;
const leads = { 'lead-officer': 'partnership', ...loading } as const satisfies Permitted;
const publishers = { ...leads, 'committee-clerk': 'partnership' } as const satisfies Permitted;
const keyHolders = { administrator: 'everywhere', ...loading } as const satisfies Permitted;
const whoIsWho = { ...keyHolders, 'lead-officer': 'partnership', auditor: 'partnership' } as const satisfies Permitted;

const trailReaders = {
  'finance-lead': 'partnership',
  'lead-officer': 'partnership',
  auditor: 'partnership',
  ...loading,
} as const satisfies Permitted;
const cosigners = { ...ownFinance, 'lead-officer': 'own' } as const satisfies Permitted;

/**
 * The one table of who may do what. The door, the API reference, the buttons of pages and the tests are made from it, and
 * `authz.permission` in the database is its copy: whoever changes it here adds a migration (a test compares the two).
 */
export const permissions = {
  'health.read': 'everyone',
  'reference.read': 'everyone',
  'calculation.run': 'everyone',
  'sign-in.use': 'everyone',
  'enrolment.use': 'everyone',
  'account.use': 'signed-in',

  'authority.read': administrators,
  'authority.add': keyHolders,
  'partnership.read': administrators,
  'partnership.add': keyHolders,
  'participation.read': administrators,
  'participation.add': { ...leads, administrator: 'everywhere' },
  'decision.read': observers,
  'decision.add': ownRecords,
  'agreement.read': observers,
  'agreement.add': leads,
  'agreement-version.read': partners,
  'agreement-version.add': leads,

  'contribution.read': partners,
  // Money is proposed and approved (ledger drafts, imports); only what loads public record records it directly.
  'contribution.add': loading,
  'receipt.read': partners,
  'receipt.add': loading,
  'provision.read': partners,
  'provision.add': ownFinance,
  'funding-source.read': partners,
  'funding-source.add': hostFinance,
  'funding-amount.read': partners,
  'funding-amount.add': hostFinance,
  'certainty-change.read': partners,
  'certainty-change.add': hostFinance,
  'planned-spend.read': partners,
  'planned-spend.add': { ...hostFinance, 'finance-officer': 'own' },
  'package-return.read': partners,
  'package-return.add': ownFinance,
  'ledger.read': partners,
  'ledger-draft.read': partners,
  'ledger-draft.add': { ...hostFinance, 'finance-officer': 'own' },
  'ledger-draft.decide': { ...ownFinance, 'lead-officer': 'own' },
  'ledger-variance.read': partners,
  'ledger-budget.add': hostFinance,
  'ledger-forecast.add': hostFinance,
  'ledger-settlement.add': hostFinance,
  'ledger-bill-event.add': ownFinance,
  'ledger-commitment.add': hostFinance,
  'ledger-closing.add': hostFinance,
  'ledger-reopening.add': cosigners,
  'ledger-reopening.decide': { 'finance-lead': 'own', 'lead-officer': 'own', ...loading },
  'reconciliation.read': partners,
  'reconciliation.add': hostFinance,
  'import.read': {
    'finance-officer': 'partnership',
    'finance-lead': 'partnership',
    'lead-officer': 'partnership',
    auditor: 'partnership',
    ...loading,
  },
  'import.add': ownFinance,
  'import.decide': cosigners,
  'measure.read': partners,
  'measure.add': { ...hostFinance, 'finance-officer': 'own' },
  'share-statement.read': partners,
  'calculation.read': partners,
  'calculation.add': recorders,
  'flag.read': partners,

  'publication.read': observers,
  'publication.add': publishers,
  'withdrawal.read': observers,
  'withdrawal.add': publishers,
  'published.read': 'everyone',

  'administrator.read': keyHolders,
  'administrator.name': keyHolders,
  'administrator.end': keyHolders,
  'token.use': 'signed-in',

  'person.read': whoIsWho,
  'person.add': keyHolders,
  'enrolment.issue': { administrator: 'everywhere' },
  'grant.read': whoIsWho,
  'grant.give': { ...keyHolders, 'lead-officer': 'own' },
  'grant.approve': { 'lead-officer': 'own', ...loading },
  'grant.end': { ...keyHolders, 'lead-officer': 'partnership' },

  'audit.verify': 'everyone',
  'audit.read': trailReaders,
  'audit.export': trailReaders,
  'audit.erase': leads,
  'audit.checkpoint': { ...partners, clockwork: 'everywhere' },
  'audit.sign': { ...hostFinance, ...leads, clockwork: 'everywhere' },
  'audit.cosign': cosigners,
  'shared-audit.read': keyHolders,
  'shared-audit.export': keyHolders,
  'shared-audit.erase': keyHolders,
  'audit-key.read': partners,
  'audit-key.add': cosigners,
  'identity.read': keyHolders,
  'identity.add': keyHolders,
  'identity.end': keyHolders,
} as const satisfies Readonly<Record<string, Permitted>>;

export type Action = keyof typeof permissions;

type KindOf<A extends string> = A extends `${infer K}.add` ? (`${K}.read` extends Action ? K : never) : never;

/** A kind of record that somebody may read and somebody may add. */
export type RecordName = KindOf<Action>;

const table: Readonly<Record<string, Permitted>> = permissions;

/** Who may do it; nothing when there is no such action. */
export function permittedTo(action: string): Permitted | undefined {
  return Object.hasOwn(table, action) ? table[action] : undefined;
}

/** With whose rows a role may do it, if it may at all. */
export function ownershipOf(role: Role, action: Action): Ownership | undefined {
  const permitted = table[action];
  return typeof permitted === 'object' ? permitted[role] : undefined;
}
