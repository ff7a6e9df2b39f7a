import type { Guarded } from './guard.js';

export interface AuditTable {
  readonly table: string;
  /** What it takes to read it. */
  readonly read: 'audit.read' | 'audit.checkpoint';
  /** Whether the owner's functions change rows, and not only add them: a head grows, a detail is erased. */
  readonly changes?: true;
}

/** The trail itself, which only functions of the owner write. */
export const auditTables: readonly AuditTable[] = [
  { table: 'audit_head', read: 'audit.checkpoint', changes: true },
  { table: 'audit_entry', read: 'audit.read' },
  { table: 'audit_detail', read: 'audit.read', changes: true },
  { table: 'audit_checkpoint', read: 'audit.checkpoint' },
  { table: 'audit_cosignature', read: 'audit.checkpoint' },
];

/** The public keys of partners, which they add themselves. */
export const auditKeys: Guarded = {
  table: 'audit_key',
  partnership: 'partnership_id',
  read: 'audit-key.read',
  add: 'audit-key.add',
  authority: { column: 'authority_id', nobodys: 'refused' },
};

const partners = [
  'finance-officer',
  'finance-lead',
  'lead-officer',
  'board-member',
  'chair',
  'committee-clerk',
  'auditor',
];

/** Who may do what with the trail when it came in. */
export const auditPermissions = `
  ${partners.map((role) => `${role} partnership audit.checkpoint audit-key.read`).join('\n')}
  ${['finance-lead', 'lead-officer', 'auditor'].map((role) => `${role} partnership audit.read audit.export`).join('\n')}
  ${['finance-officer', 'finance-lead', 'lead-officer'].map((role) => `${role} own audit.cosign audit-key.add`).join('\n')}
  finance-lead partnership audit.sign
  lead-officer partnership audit.sign audit.erase
  clockwork everywhere audit.checkpoint audit.sign
  demonstration everywhere audit.read audit.export audit.checkpoint audit.sign audit.erase audit.cosign audit-key.read audit-key.add`;
