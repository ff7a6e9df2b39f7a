import type { Guarded } from './guard.js';

/** What shares are driven by, as each partner returned it. */
export const measureTables: readonly Guarded[] = [
  {
    ...{ table: 'measure_value', partnership: 'partnership_id', read: 'measure.read', add: 'measure.add' },
    authority: { column: 'authority_id', nobodys: 'refused' },
  },
];
