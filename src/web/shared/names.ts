import type { Tag } from './illustrative.js';

/** The closed lists of the records, in words for people. What has no words of its own is shown as it is recorded. */
type Names = Readonly<Record<string, string>>;

const deliveryModels: Names = {
  hosted: 'Hosted by one of the councils',
  'council-owned-company': 'Company owned by the councils',
  'voluntary-agency-led': 'Led by a voluntary adoption agency',
  'no-staff-transfer': 'Partnership, without staff moving between councils',
  alliance: 'Alliance of councils',
};

const roles: Names = {
  host: 'Host',
  partner: 'Partner',
  observer: 'Observer',
  invited: 'Invited',
  withdrawn: 'Withdrawn',
};

const routes: Names = {
  pooled: 'Through the pool',
  'off-formula': 'To each council, outside the pool',
};

const outcomes: Names = {
  approved: 'Approved',
  endorsed: 'Endorsed',
  noted: 'Noted',
  'change-recommended': 'Change recommended',
  'not-endorsed': 'Not endorsed',
  deferred: 'Deferred',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

export const deliveryModel = (name: string) => deliveryModels[name] ?? name;
export const role = (name: string) => roles[name] ?? name;
export const route = (name: string) => routes[name] ?? name;
export const outcome = (name: string) => outcomes[name] ?? name;

const certainties: Readonly<Record<string, Tag>> = {
  confirmed: { text: 'Confirmed', classes: 'govuk-tag--green' },
  announced: { text: 'Announced', classes: 'govuk-tag--turquoise' },
  expected: { text: 'Expected', classes: 'govuk-tag--yellow' },
  'at-risk': { text: 'At risk', classes: 'govuk-tag--orange' },
  lost: { text: 'Lost', classes: 'govuk-tag--red' },
};

export const certainty = (name: string) => certainties[name]?.text ?? name;

export function certaintyTag(certainty: string | undefined): Tag {
  if (certainty === undefined) return { text: 'Not recorded', classes: 'govuk-tag--grey' };
  return certainties[certainty] ?? { text: certainty, classes: 'govuk-tag--grey' };
}

const severities: Readonly<Record<string, Tag>> = {
  high: { text: 'High severity', classes: 'govuk-tag--red' },
  medium: { text: 'Medium severity', classes: 'govuk-tag--orange' },
  low: { text: 'Low severity', classes: 'govuk-tag--yellow' },
};

export function severityTag(severity: string): Tag {
  return severities[severity] ?? { text: severity, classes: 'govuk-tag--grey' };
}

/** The gravest first; of equal ones, the one that bites soonest. */
export function gravestFirst<T extends { readonly severity: string; readonly bitesOn: string }>(
  flags: readonly T[],
): readonly T[] {
  const rank = ({ severity }: T) => Object.keys(severities).indexOf(severity);
  return [...flags].sort((a, b) => rank(a) - rank(b) || (a.bitesOn < b.bitesOn ? -1 : 1));
}

/** How many of each severity, the gravest first: `2 high, 1 low`. */
export function countBySeverity(flags: readonly { readonly severity: string }[]): string {
  const counted = Object.keys(severities).map((name) => [
    flags.filter(({ severity }) => severity === name).length,
    name,
  ]);
  return counted
    .filter(([number]) => number !== 0)
    .map((pair) => pair.join(' '))
    .join(', ');
}
