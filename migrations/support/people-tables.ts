import type { Guarded } from './guard.js';

/** The tables of people and their roles. */
export const peopleTables: readonly Guarded[] = [
  { table: 'person', read: 'person.read', add: 'person.add' },
  {
    table: 'role_grant',
    partnership: "coalesce(partnership_id, '*')",
    read: 'grant.read',
    add: 'grant.give',
    authority: { column: 'authority_id', nobodys: 'own' },
  },
  {
    table: 'role_grant_approval',
    partnership: 'partnership_id',
    read: 'grant.read',
    add: 'grant.approve',
    authority: { column: 'authority_id', nobodys: 'refused' },
  },
  { table: 'role_grant_end', partnership: "coalesce(partnership_id, '*')", read: 'grant.read', add: 'grant.end' },
];
