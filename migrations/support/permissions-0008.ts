const reads = (...kinds: string[]) => kinds.map((kind) => `${kind}.read`).join(' ');

const open = reads('authority', 'partnership', 'participation', 'decision', 'agreement');
const figures = reads(
  ...['agreement-version', 'share-statement', 'contribution', 'receipt', 'provision', 'flag'],
  ...['funding-source', 'funding-amount', 'certainty-change', 'planned-spend', 'package-return'],
);
const readsAll = [
  'finance-officer',
  'finance-lead',
  'lead-officer',
  'board-member',
  'chair',
  'committee-clerk',
  'auditor',
];
const everyRecord = [
  ...[
    'authority',
    'partnership',
    'participation',
    'decision',
    'agreement',
    'agreement-version',
    'contribution',
    'receipt',
  ],
  ...['provision', 'funding-source', 'funding-amount', 'certainty-change', 'planned-spend', 'package-return', 'person'],
];

/** Who may do what when people and roles came in. `authz.permission` holds it; later migrations add and take away. */
export const permitted = `
  ${readsAll.map((role) => `${role} partnership ${open} ${figures}`).join('\n')}
  observer partnership ${open}
  administrator everywhere ${reads('authority', 'partnership', 'participation', 'person', 'grant')}
  administrator everywhere authority.add partnership.add participation.add person.add grant.give grant.end
  finance-officer own contribution.add provision.add planned-spend.add package-return.add
  finance-lead own contribution.add provision.add package-return.add
  finance-lead partnership receipt.add funding-source.add funding-amount.add certainty-change.add planned-spend.add
  lead-officer own decision.add grant.give grant.approve
  lead-officer partnership participation.add agreement.add agreement-version.add person.read grant.read grant.end
  committee-clerk own decision.add
  auditor partnership person.read grant.read
  demonstration everywhere ${reads(...everyRecord, 'share-statement', 'flag', 'grant')}
  demonstration everywhere ${everyRecord.map((kind) => `${kind}.add`).join(' ')} grant.give grant.approve grant.end`;
