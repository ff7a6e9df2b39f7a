import type { Guarded } from './guard.js';

const ofPartnership = (table: string, kind: string, authority?: Guarded['authority']): Guarded => ({
  table,
  partnership: 'partnership_id',
  read: `${kind}.read`,
  add: `${kind}.add`,
  ...(authority ? { authority } : {}),
});
const whose = { column: 'authority_id', nobodys: 'refused' } as const;
const whoseOrBoards = { column: 'authority_id', nobodys: 'own' } as const;

/** The tables of migrations 2 to 7, as migration 8 guards them. */
export const tenantTables: readonly Guarded[] = [
  { table: 'authority', read: 'authority.read', add: 'authority.add' },
  { table: 'partnership', partnership: 'id', read: 'partnership.read', add: 'partnership.add' },
  {
    table: 'partnership_authority',
    partnership: 'partnership_id',
    read: 'participation.read',
    add: 'participation.add',
  },
  ofPartnership('participation', 'participation'),
  ofPartnership('decision', 'decision', whoseOrBoards),
  ofPartnership('agreement', 'agreement'),
  ofPartnership('agreement_version', 'agreement-version'),
  { table: 'version_in_force', partnership: 'partnership_id', read: 'agreement-version.read' },
  ofPartnership('contribution', 'contribution', whose),
  ofPartnership('receipt', 'receipt', whose),
  ofPartnership('provision', 'provision', whose),
  ofPartnership('funding_source', 'funding-source'),
  ofPartnership('funding_amount', 'funding-amount'),
  ofPartnership('certainty_change', 'certainty-change'),
  ofPartnership('planned_spend', 'planned-spend', whose),
  ofPartnership('package_return', 'package-return', whose),
];
